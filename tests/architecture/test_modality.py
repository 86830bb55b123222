"""Nothing on screen runs a loop inside the loop (traps T2, T3)."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.sources import PUPITRE, calls, modules, shown

NESTED_LOOPS = {"exec", "exec_", "processEvents"}
STATIC_DIALOGS = {
    "QColorDialog": ("getColor",),
    "QFileDialog": ("getExisting", "getOpen", "getSave"),
    "QFontDialog": ("getFont",),
    "QInputDialog": ("get",),
    "QMessageBox": ("about", "critical", "information", "question", "warning"),
}


def nested_loops(path: Path) -> Iterator[str]:
    """Name the calls that would run Qt's loop inside itself."""
    for call, name in calls(path):
        *_, owner, last = ["", *name.split(".")]
        static = last.startswith(STATIC_DIALOGS.get(owner, ("\0",)))
        if static or ("." in name and last in NESTED_LOOPS):
            yield f"{name} at line {call.lineno}"


BEFORE_THE_LOOP = PUPITRE / "app" / "second_stage.py"
"""It turns Qt's events by hand while there is no loop yet that they could be inside of."""


@pytest.mark.parametrize(
    "module", [it for it in modules("ui", "app") if it != BEFORE_THE_LOOP], ids=shown
)
def test_no_dialog_is_waited_for(module: Path) -> None:
    assert not list(nested_loops(module)), "use open() and the finished signal"


@pytest.mark.parametrize(
    "line",
    [
        "dialog.exec()",
        "PauseDialog(parent).exec()",
        "QCoreApplication.processEvents()",
        "QMessageBox.warning(self, 'a', 'b')",
        "QtWidgets.QMessageBox.aboutQt(self)",
        "QFileDialog.getOpenFileName()",
        "QInputDialog.getText(self, 'a', 'b')",
    ],
)
def test_each_way_to_wait_is_seen(line: str, tmp_path: Path) -> None:
    (tmp_path / "wrong.py").write_text(line)
    assert len(list(nested_loops(tmp_path / "wrong.py"))) == 1


@pytest.mark.parametrize("line", ["dialog.open()", "QMessageBox(self).open()", "exec('1')"])
def test_what_does_not_wait_is_let_through(line: str, tmp_path: Path) -> None:
    (tmp_path / "right.py").write_text(line)
    assert not list(nested_loops(tmp_path / "right.py"))
