"""A changed copy of a frozen value, made in a third of the time of `dataclasses.replace`.

That one goes through `__init__` with every field by its name; every event folds one into another.
"""

from collections.abc import Callable
from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import replace as changed
else:
    _set = object.__setattr__

    def changed(value: Any, /, **changes: Any) -> Any:
        """Return the value with these fields changed; it has slots, and no `__post_init__`."""
        copy = _copier(type(value))(value)
        for name, field in changes.items():
            _set(copy, name, field)
        return copy


@cache
def _copier(kind: type) -> Callable[[Any], Any]:
    """Write a function that copies such a value field by field, as `dataclasses` writes others."""
    names = [field.name for field in fields(kind)]
    lines = [f"set_{name}(copy, value.{name})" for name in names]
    source = "\n    ".join(["def copied(value):", "copy = new(kind)", *lines, "return copy"])
    scope: dict[str, Any] = {f"set_{name}": getattr(kind, name).__set__ for name in names}
    scope |= {"new": object.__new__, "kind": kind}
    exec(source, scope)  # noqa: S102 -- made of the names of the class's own fields
    copied: Callable[[Any], Any] = scope["copied"]
    return copied


__all__ = ["changed"]
