"""A floor's files are kept under the rules of the real server."""

from pathlib import Path

import pytest

from pupitre.backends.depot import Depot
from pupitre.backends.port import FileGone, UploadRefused
from tests.support.papers import png, written


def test_a_picture_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    source = written(tmp_path, "a.png", png()[:30])
    with pytest.raises(UploadRefused) as refused:
        Depot().take(source, "a.png")
    assert refused.value.code == "wrong_type"


def test_one_message_may_have_a_file(tmp_path: Path) -> None:
    depot = Depot()
    file = depot.take(written(tmp_path, "a.png", png()), "a.png")
    assert depot.named([file.id]) == (file,)
    depot.use([file])
    assert depot.named([file.id]) is None
    assert depot.give(file.url) == png()


def test_what_is_lost_is_gone(tmp_path: Path) -> None:
    depot = Depot()
    file = depot.take(written(tmp_path, "a.png", png()), "a.png")
    depot.lose()
    assert depot.named([file.id]) is None
    with pytest.raises(FileGone):
        depot.give(file.url)
