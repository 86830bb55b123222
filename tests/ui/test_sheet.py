"""One stylesheet, right in its form, that knows every role that is used."""

import re

from pupitre.ui import theme
from pupitre.ui.sheet import stylesheet
from pupitre.ui.tokens import DARK, LIGHT
from tests.architecture.sources import ROOT, modules

ROLE = re.compile(r'(?:setProperty\("role", |role\(\w+(?:\.\w+)*, )"([\w-]+)"')


def test_braces_are_paired_and_every_value_is_there() -> None:
    for tokens in (LIGHT, DARK):
        sheet = stylesheet(tokens, round)
        assert sheet.count("{") == sheet.count("}")
        assert "None" not in sheet
        assert not re.search(r":\s*;", sheet)


def test_lengths_follow_the_text() -> None:
    assert stylesheet(LIGHT, lambda n: round(2 * n)) != stylesheet(LIGHT, round)


def test_the_two_lights_share_no_ground() -> None:
    assert LIGHT.surface in stylesheet(LIGHT, round)
    assert LIGHT.surface not in stylesheet(DARK, round).replace(DARK.on_fill, "")


def test_every_role_that_is_set_is_dressed() -> None:
    sheet = stylesheet(LIGHT, round)
    dressed = set(re.findall(r'role="([\w-]+)"', sheet))
    used = {role for path in modules("ui") for role in ROLE.findall(path.read_text("utf-8"))}
    assert used - dressed <= {"icon"}


def test_every_picture_of_the_sheet_is_there() -> None:
    for tokens in (LIGHT, DARK):
        for name in re.findall(r"url\(icons:([\w/.-]+)\)", stylesheet(tokens, round)):
            assert (ROOT / "resources" / "icons" / name).exists()


def test_every_role_is_told_to_who_writes_a_widget() -> None:
    told = " ".join((theme.__doc__ or "").split())
    styled = set(re.findall(r'(Q\w+)\[role="([\w-]+)"\]', stylesheet(LIGHT, round)))
    assert styled
    assert [it for it in styled if not re.search(rf"{it[0]}:?[^-;]* `{it[1]}`", told)] == []
