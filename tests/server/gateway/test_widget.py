"""The widget's script as it is served: whole, small, and with nothing that clashes."""

import gzip
import json
import re
from collections import Counter
from pathlib import Path

import pytest

from pupitre.server.gateway.widget import (
    WidgetSettings,
    WidgetSource,
    read_widget,
)

RESOURCES = Path(__file__).parents[3] / "resources"
WIDGET = RESOURCES / "widget"
VELO = WidgetSettings(mission="velo", name="Vélo", mark="VÉ", colour="#0f7a4a")
MOST_BYTES = 25_000
"""What a page may have to load for the chat, compressed."""


@pytest.fixture(scope="module")
def source() -> WidgetSource:
    return read_widget(WIDGET, RESOURCES / "i18n")


def test_the_script_carries_the_mission_and_both_languages(source: WidgetSource) -> None:
    script = source.script(VELO)
    settings = re.search(r"^const settings = (\{.*\});$", script, re.MULTILINE)
    assert settings
    told = json.loads(settings[1])
    assert told["mission"] == "velo"
    assert told["name"] == "Vélo"
    assert told["base"] is None
    assert set(told["languages"]) == {"en", "fr"}


def test_the_script_is_complete(source: WidgetSource) -> None:
    script = source.script(VELO)
    assert "__PUPITRE__" not in script
    assert "__MODULES__" not in script
    assert not re.search(r"^(import|export) ", script, re.MULTILINE)
    assert "function start(" in script


def test_a_mission_cannot_write_into_the_script(source: WidgetSource) -> None:
    hostile = WidgetSettings(
        mission="x", name='"__MODULES__";\n*/ alert(1)', mark="X", colour="#000000"
    )
    assert source.script(hostile).count("function start(") == 1


def test_the_script_is_small(source: WidgetSource) -> None:
    assert len(gzip.compress(source.script(VELO).encode(), 6)) < MOST_BYTES


def test_no_two_modules_share_a_name(source: WidgetSource) -> None:
    modules = [path.read_text("utf-8") for path in WIDGET.glob("*.js") if path.name != "loader.js"]
    top_level = re.compile(r"^(?:export )?(?:async )?(?:function|class|const|let) (\w+)", re.M)
    names = Counter(name for module in modules for name in top_level.findall(module))
    assert [name for name, times in names.items() if times > 1] == []


def test_every_module_says_what_it_is_for() -> None:
    for path in WIDGET.glob("*.js"):
        assert re.match(r"// [A-Z].*[.]\n", path.read_text("utf-8")), path.name


def test_both_languages_say_the_same_things(source: WidgetSource) -> None:
    english, french = source.languages["en"], source.languages["fr"]
    assert english.keys() == french.keys()
    for name, sentence in english.items():
        assert sorted(re.findall(r"\{\w+\}", sentence)) == sorted(
            re.findall(r"\{\w+\}", french[name])
        ), name


def test_every_sentence_is_said_and_every_one_said_exists(source: WidgetSource) -> None:
    modules = source.modules
    literal = set(re.findall(r"""["`](\w+)["`]""", modules))
    starts = re.findall(r"`(\w+_)\$\{", modules)
    for name in source.languages["en"]:
        assert (
            name in literal
            or name.removesuffix("_asynchronous") in literal
            or any(name.startswith(start) for start in starts)
        ), name
    for name in re.findall(r'say\("(\w+)"', modules):
        assert name in source.languages["en"]
