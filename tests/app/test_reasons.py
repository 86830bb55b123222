"""What the system says of a failure is put in the words of the screen."""

import errno
import os

import pytest
from PySide6.QtWidgets import QApplication

from pupitre.app import reasons

KNOWN = [
    *(errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT, errno.ENOENT),
    *(errno.ENOTDIR, errno.EEXIST, errno.ENETUNREACH, errno.EHOSTUNREACH),
]


@pytest.mark.parametrize("number", KNOWN)
def test_what_is_common_has_words_in_both_languages(french: QApplication, number: int) -> None:
    said = reasons.of(OSError(number, os.strerror(number)))
    assert said
    assert said != os.strerror(number)
    assert said not in {"permission denied", "the disk is full", "a file is in the way"}


def test_what_is_rare_is_said_as_the_system_says_it() -> None:
    assert reasons.of(OSError(errno.ELOOP, "Too many links")) == "Too many links"
    assert reasons.of(ValueError("odd")) == "odd"
    assert reasons.of(ValueError()) == "ValueError"
