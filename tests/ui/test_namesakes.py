"""No two things on the desk that can be used answer to the same name."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface

from tests.support.deskside import deskside

_USED = (
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.List,
)


def _within(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield interface
    for place in range(interface.childCount()):
        child = interface.child(place)
        if not child.state().invisible:
            yield from _within(child)


@pytest.mark.usefixtures("screen")
async def test_what_can_be_used_has_a_name_of_its_own() -> None:
    async with deskside() as at:
        at.opens("Camille D.")
        window = QAccessible.queryAccessibleInterface(at.desk.page.window())
        assert window is not None
        found = [it for it in _within(window) if it.role() in _USED]
        names = Counter(it.text(QAccessible.Text.Name) for it in found)
        assert names["Search"] == names["Conversations"] == names["Message"] == 1
        assert not names["Note"], "this one is in the closing dialog"
        assert not [name for name, times in names.items() if times > 1 or not name], names
