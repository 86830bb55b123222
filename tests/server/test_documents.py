"""TOML files: what is wrong, in which line."""

from pathlib import Path

import pytest
from msgspec import Struct

from pupitre.server.documents import Unreadable, parse_toml, read_toml


class Inner(Struct, frozen=True, forbid_unknown_fields=True):
    port: int = 1


class Shape(Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    server: Inner = Inner()
    doors: tuple[Inner, ...] = ()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('name = "x"\nnmae = 1', "f.toml, line 2: there is no setting “nmae”."),
        (
            'name = "x"\n[server]\nprot = 1',
            "f.toml, line 3: there is no setting “prot” in [server].",
        ),
        (
            'name = "x"\n[server]\nport = "a"',
            "f.toml, line 3: “server.port”: expected int, got str.",
        ),
        (
            'name = "x"\n[[doors]]\nport = "a"',
            "f.toml, line 3: “doors[0].port”: expected int, got str.",
        ),
        ("[server]\nport = 1", "f.toml: the setting “name” is missing."),
        ("name = \n", "f.toml: this is not TOML: Invalid value (at line 1, column 8)."),
    ],
)
def test_the_sentence_names_key_and_line(text: str, sentence: str) -> None:
    with pytest.raises(Unreadable) as error:
        parse_toml(text, Shape, "f.toml")
    assert str(error.value) == sentence


def test_a_good_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "f.toml"
    file.write_text('name = "é"\n[server]\nport = 2\n', encoding="utf-8")
    assert read_toml(file, Shape) == Shape(name="é", server=Inner(port=2))


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="cannot be read"):
        read_toml(tmp_path / "none.toml", Shape)
    (tmp_path / "latin.toml").write_bytes(b'name = "\xe9"')
    with pytest.raises(Unreadable, match="not UTF-8"):
        read_toml(tmp_path / "latin.toml", Shape)
