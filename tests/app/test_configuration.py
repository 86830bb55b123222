"""The TOML file and the command line, made one."""

import argparse
from pathlib import Path

import pytest

from pupitre.app.cli import parser
from pupitre.app.configuration import PORT, configuration, make_folder
from pupitre.server.documents import Unreadable
from pupitre.server.house import Limits


def options(*arguments: str) -> argparse.Namespace:
    return parser().parse_args(["serve", *arguments])


def test_without_anything_it_is_this_computer_and_this_users_folder() -> None:
    chosen = configuration(options())
    assert (chosen.host, chosen.port, chosen.clock_rate) == ("127.0.0.1", PORT, 1.0)
    assert chosen.data
    assert chosen.data.name == "server"
    assert chosen.database.endswith("/server/pupitre.sqlite3")


def test_the_command_line_wins_over_the_file(tmp_path: Path) -> None:
    file = tmp_path / "pupitre.toml"
    file.write_text(
        f'[server]\nhost = "0.0.0.0"\nport = 9\ndata = "{tmp_path}"\nclock_rate = 2\n'
        'public_address = "https://chat.example"\n'
        "[limits]\nconnections_per_address = 5\nspare = 7\n"
    )
    chosen = configuration(options("--config", str(file), "--port", "10"))
    assert (chosen.host, chosen.port, chosen.clock_rate) == ("0.0.0.0", 10, 2.0)  # noqa: S104 - read, not bound
    assert chosen.data == tmp_path
    assert chosen.public == "https://chat.example/"
    assert chosen.limits == Limits(connections_per_address=5, spare=7)


def test_a_database_needs_no_folder(tmp_path: Path) -> None:
    chosen = configuration(options("--database", "sqlite:///x"), tmp_path)
    assert (chosen.data, chosen.database) == (None, "sqlite:///x")
    make_folder(chosen.data)


def test_a_database_elsewhere_leaves_the_folder_for_files(tmp_path: Path) -> None:
    file = tmp_path / "server.toml"
    file.write_text(f'[server]\ndatabase = "sqlite:///y"\ndata = "{tmp_path}"\n')
    chosen = configuration(options("--config", str(file)))
    assert (chosen.data, chosen.database) == (tmp_path, "sqlite:///y")


def test_a_demo_without_a_place_goes_to_the_temporary_one(tmp_path: Path) -> None:
    assert configuration(options("--demo"), tmp_path).data == tmp_path


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Unreadable, match="cannot be written"):
        make_folder(tmp_path / "file" / "data")
    make_folder(tmp_path / "new" / "data")
    assert (tmp_path / "new" / "data").is_dir()
