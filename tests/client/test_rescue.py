"""What only this computer had is read out of a damaged file."""

import sqlite3
from contextlib import closing
from pathlib import Path

from pupitre.client import rescue
from pupitre.client.desk_file import SCHEMA


def made(path: Path, drafts: int) -> Path:
    with closing(sqlite3.connect(path)) as it:
        it.executescript(SCHEMA)
        for number in range(drafts):
            it.execute("INSERT INTO drafts VALUES (?, ?)", (f"c{number:04}", "mot " * 40))
        it.execute("INSERT INTO notes VALUES ('welcome', 'from the server')")
        it.commit()
    return path


def test_everything_that_can_be_read_is(tmp_path: Path) -> None:
    rows = rescue.read_out(made(tmp_path / "desk.sqlite", 3))
    assert [it[0] for it in rows["drafts"]] == ["c0000", "c0001", "c0002"]
    assert "notes" not in rows, "the server has it"


def test_rows_before_the_damage_are_read(tmp_path: Path) -> None:
    path = made(tmp_path / "desk.sqlite", 400)
    with closing(sqlite3.connect(path)) as it:
        pages = (
            it.execute(
                "SELECT pageno FROM dbstat WHERE name = 'drafts' AND pagetype = 'leaf'"
            ).fetchall()
            if _has_dbstat(it)
            else []
        )
        (size,) = it.execute("PRAGMA page_size").fetchone()
    whole = bytearray(path.read_bytes())
    damaged = pages[len(pages) // 2][0] if pages else len(whole) // size // 2
    whole[(damaged - 1) * size : damaged * size] = b"\xff" * size
    path.write_bytes(whole)
    rows = rescue.read_out(path)
    assert 0 < len(rows["drafts"]) < 400


def _has_dbstat(database: sqlite3.Connection) -> bool:
    try:
        database.execute("SELECT 1 FROM dbstat LIMIT 1")
    except sqlite3.Error:
        return False
    return True


def test_what_is_no_database_gives_nothing(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    path.write_bytes(b"nothing" * 999)
    assert not any(rescue.read_out(path).values())


def test_it_is_put_aside_with_what_belongs_to_it_and_beside_earlier_ones(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    for number in (1, 2):
        path.write_text(f"{number}")
        Path(f"{path}-wal").write_text(f"wal {number}")
        rescue.put_aside(path)
    names = sorted(it.name for it in tmp_path.iterdir())
    assert names == ["desk.broken", "desk.broken-2", "desk.broken-2-wal", "desk.broken-wal"]


def test_it_is_written_into_the_file_that_follows(tmp_path: Path) -> None:
    rows = rescue.read_out(made(tmp_path / "old.sqlite", 2))
    path = made(tmp_path / "new.sqlite", 0)
    with closing(sqlite3.connect(path)) as it:
        assert rescue.put_back(it, rows) == 2
        assert it.execute("SELECT count(*) FROM drafts").fetchone() == (2,)
