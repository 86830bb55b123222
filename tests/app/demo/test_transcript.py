"""A transcript tells who did what, and when by the server's clock."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from pupitre.app.demo.transcript import Transcript

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_each_line_has_its_time(tmp_path: Path) -> None:
    moments = iter([NOON, NOON + timedelta(hours=3)])
    transcript = Transcript(tmp_path / "transcript.txt", lambda: next(moments))
    transcript.tell("Camille", "writes “Bonjour”")
    transcript.tell("Alice", "pauses for 3 hours")
    lines = (tmp_path / "transcript.txt").read_text().splitlines()
    assert lines == transcript.lines
    assert [line.split(None, 3)[2:] for line in lines] == [
        ["Camille", "writes “Bonjour”"],
        ["Alice", "pauses for 3 hours"],
    ]
    assert lines[0][:9] != lines[1][:9]


def test_without_a_file_the_lines_are_kept() -> None:
    transcript = Transcript(None, lambda: NOON)
    transcript.tell("Alice", "signs in")
    assert len(transcript.lines) == 1
