"""The log is a file that turns over and leaves libraries' small talk out."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from pupitre.app import logs


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    chatty = {name: logging.getLogger(name).level for name in logs.CHATTY}
    yield
    for handler in set(root.handlers) - set(handlers):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)
    for name, was in chatty.items():
        logging.getLogger(name).setLevel(was)


def test_what_is_logged_is_in_the_file(tmp_path: Path) -> None:
    path = logs.start(tmp_path / "logs")
    logging.getLogger("pupitre.app").info("signed in as %s", "e1")
    logging.getLogger("websockets").info('< TEXT \'{"text": "my secret"}\'')
    assert path is not None
    assert "INFO pupitre.app: signed in as e1" in path.read_text()
    assert "secret" not in path.read_text()


def test_each_run_is_told_from_the_one_before(tmp_path: Path) -> None:
    path = logs.start(tmp_path / "logs")
    assert path is not None
    assert path.read_text().splitlines()[-1].endswith(f"this run begins, as process {os.getpid()}")


@pytest.mark.logs("the settings cannot be read")
def test_what_was_said_before_there_was_a_file_is_in_it(tmp_path: Path) -> None:
    logs.keep()
    logging.getLogger("pupitre.app").info("too early, and not a warning")
    logging.getLogger("pupitre.app").error("the settings cannot be read")
    path = logs.start(tmp_path / "logs")
    assert path is not None
    logging.getLogger("pupitre.app").info("later")
    told = [line.rpartition(": ")[2] for line in path.read_text().splitlines()]
    assert told[1:] == ["the settings cannot be read", "later"]


@pytest.mark.logs("no log can be written")
def test_a_folder_that_cannot_be_written_is_no_reason_to_stop(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert logs.start(tmp_path / "file") is None
