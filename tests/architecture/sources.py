"""The files of the project, as the architecture tests read them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PUPITRE = ROOT / "desktop" / "pupitre"


def modules(*folders: str) -> list[Path]:
    """List pupitre's source files, or those of some of its packages."""
    roots = [PUPITRE / folder for folder in folders] or [PUPITRE]
    return sorted(path for root in roots for path in root.rglob("*.py"))


def shown(path: Path) -> str:
    """Write a path as it is known in the project."""
    return path.relative_to(ROOT).as_posix()


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """List what a file's syntax tree holds."""
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))))


def calls(path: Path) -> Iterator[tuple[ast.Call, str]]:
    """List the calls in a file, each with the dotted name of what it calls."""
    for node in nodes(path):
        if isinstance(node, ast.Call):
            yield node, dotted(node.func)


def dotted(node: ast.expr) -> str:
    """Write `a.b.c`; what is not a name, such as a call's result, is written `?`."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=value, attr=name):
            return f"{dotted(value)}.{name}"
        case _:
            return "?"
