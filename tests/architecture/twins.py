"""Which module has its test twin, and which is still waiting for it.

`python tests/architecture/twins.py` writes the list of those that wait; it only gets shorter.
"""

import ast
import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.architecture.sources import PUPITRE, ROOT, modules, nodes, shown

WAITING = Path(__file__).with_name("without_twin.txt")


def alone() -> set[str]:
    """Name the modules that do something and have no twin."""
    return {shown(path) for path in modules() if does_something(path) and not has_twin(path)}


def waiting() -> set[str]:
    """Name the modules that are known to wait for their twin."""
    return set(WAITING.read_text(encoding="utf-8").split()) if WAITING.exists() else set()


def has_twin(module: Path) -> bool:
    """Tell whether a module, or the inner package it is part of, has a file of tests."""
    inner = module.parent.relative_to(PUPITRE)
    packages = [inner] if len(inner.parts) > 1 else []
    return any(_tests_of(path).exists() for path in (module.relative_to(PUPITRE), *packages))


def does_something(module: Path) -> bool:
    """Tell whether a module does something, and does not only declare."""
    if module.name == "__init__.py" or "versions" in module.parts:
        return False
    return any(_has_body(node) for node in nodes(module))


def _tests_of(source: Path) -> Path:
    return ROOT / "tests" / source.parent / f"test_{source.stem.strip('_')}.py"


def _has_body(node: ast.AST) -> bool:
    if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        return False
    return not all(
        isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant) for line in node.body
    )


if __name__ == "__main__":
    WAITING.write_text("".join(f"{name}\n" for name in sorted(alone())), encoding="utf-8")
