"""Reads TOML files into types, and says in one sentence what is wrong and in which line."""

import re
import tomllib
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

Shape = TypeVar("Shape", bound=Struct)


class Unreadable(Exception):
    """A file that cannot be used; the message is one sentence for people."""


def read_toml(file: Path, shape: type[Shape]) -> Shape:
    """Read a file; raise Unreadable naming the key and the line."""
    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise Unreadable(f"{file}: this is not UTF-8 text.") from None
    except OSError as error:
        raise Unreadable(f"{file} cannot be read: {error.strerror}.") from None
    return parse_toml(text, shape, str(file))


def parse_toml(text: str, shape: type[Shape], name: str) -> Shape:
    """Read the text of a file of that name."""
    try:
        tree = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Unreadable(f"{name}: this is not TOML: {error}.") from None
    try:
        return msgspec.convert(tree, shape)
    except msgspec.ValidationError as error:
        raise Unreadable(_sentence(str(error), text, name)) from None


_UNKNOWN = re.compile(r"^Object contains unknown field `(?P<key>[^`]*)`")
_MISSING = re.compile(r"^Object missing required field `(?P<key>[^`]*)`")
_PATH = re.compile(r" - at `\$\.?(?P<path>.*)`$")


def _sentence(problem: str, text: str, name: str) -> str:
    path = found["path"] if (found := _PATH.search(problem)) else ""
    table = f" in [{path}]" if path else ""
    if unknown := _UNKNOWN.match(problem):
        key = unknown["key"]
        return f"{name}{_line(text, key, path)}: there is no setting “{key}”{table}."
    if missing := _MISSING.match(problem):
        return f"{name}: the setting “{missing['key']}” is missing{table}."
    key = re.sub(r"\[[^\]]*\]$", "", path).rpartition(".")[2]
    what = _PATH.sub("", problem).replace("`", "")
    table = path.rpartition(".")[0]
    return f"{name}{_line(text, key, table)}: “{path}”: {what[:1].lower() + what[1:]}."


def _line(text: str, key: str, table: str) -> str:
    """Return where the key stands: in its own table if it is there."""
    assignment = re.compile(rf'^\s*"?{re.escape(key)}"?\s*=')
    header = re.compile(r"^\s*\[+\s*(?P<table>[^\]]+?)\s*\]+")
    wanted, current, anywhere = re.sub(r"\[\d+\]|\[\.\.\.\]", "", table), "", 0
    for number, line in enumerate(text.splitlines(), 1):
        if found := header.match(line):
            current = found["table"]
            if current.rpartition(".")[2] == key or current == key:
                anywhere = anywhere or number
        elif assignment.match(line):
            if current == wanted:
                return f", line {number}"
            anywhere = anywhere or number
    return f", line {anywhere}" if anywhere else ""
