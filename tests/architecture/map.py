"""The map of the house: what each module is for, in its own words.

`python tests/architecture/map.py` prints it; with `--write` it is put into README.md.
"""

import ast
import re
import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.architecture.sources import PUPITRE, ROOT

README = ROOT / "README.md"
BLOCK = re.compile(r"<!-- map -->\n(.*?)<!-- /map -->", re.DOTALL)


def current() -> str:
    """Draw the tree of pupitre, a line for each package and module."""
    return "\n".join(["```", *_lines(PUPITRE, depth=0), "```", ""])


def told(readme: str) -> str | None:
    """Return the map that the README holds."""
    found = BLOCK.search(readme)
    return found[1] if found else None


def purpose(module: Path) -> str:
    """Return the first line of a module's docstring."""
    docstring = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))
    return (docstring or "").partition("\n")[0]


def _lines(package: Path, depth: int) -> list[str]:
    indent = "  " * depth
    lines = [f"{indent}{package.name}/ — {purpose(package / '__init__.py')}"]
    for module in sorted(package.glob("*.py")):
        if module.name != "__init__.py":
            lines.append(f"{indent}  {module.name} — {purpose(module)}")
    for inner in sorted(path.parent for path in package.glob("*/__init__.py")):
        lines += _lines(inner, depth + 1)
    return lines


def _write() -> None:
    readme = README.read_text(encoding="utf-8")
    drawn = f"<!-- map -->\n{current()}<!-- /map -->"
    README.write_text(BLOCK.sub(lambda _: drawn, readme), encoding="utf-8")


if __name__ == "__main__":
    if "--write" in sys.argv:
        _write()
    else:
        print(current())
