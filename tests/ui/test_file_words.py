"""Files are told in words, in both languages."""

import pytest
from PySide6.QtWidgets import QApplication

from pupitre.client.attached import Attached
from pupitre.ui import file_words

FILE = Attached(key="1", name="devis.pdf", media_type="application/pdf", size=240_300)


def test_a_message_is_called_by_what_it_holds(screen: QApplication) -> None:
    assert file_words.summary([]) == ""
    assert file_words.summary(["a.JPG"]) == "Photo"
    assert file_words.summary(["devis.pdf"]) == "File: devis.pdf"
    assert file_words.summary(["a.png", "b.webp"]) == "2 photos"
    assert file_words.summary(["a.png", "devis.pdf"]) == "2 files"


def test_the_same_in_french(french: QApplication) -> None:
    assert file_words.summary(["devis.pdf"]) == "Fichier\u00a0: devis.pdf"
    assert file_words.summary(["a.png", "b.webp"]) == "2 photos"
    assert file_words.facts(FILE).startswith("PDF · 240")
    assert file_words.facts(FILE).endswith("ko")


def test_a_size_is_short(screen: QApplication) -> None:
    assert file_words.size(240_300) == "240 kB"
    assert file_words.size(1_440_000) == "1.4 MB"


@pytest.mark.parametrize(
    "code",
    [
        "too_large",
        "wrong_type",
        "empty_file",
        "not_a_file",
        "unreadable",
        "not_copied",
        "file_lost",
        "too_many",
        "disk_full",
        "storage",
        "unknown_attachment",
    ],
)
def test_each_reason_is_a_sentence(screen: QApplication, code: str) -> None:
    words = file_words.not_taken(code, "a{0}.pdf", "The server's own.")
    assert words.endswith((".", ")."))
    assert "{" not in words.replace("a{0}.pdf", "")
    assert "The server" not in words or code in ("storage", "unknown_attachment")


def test_an_unknown_reason_is_told_by_the_server(screen: QApplication) -> None:
    assert file_words.not_taken("later", "a.pdf", "Come back {name}.") == "Come back {name}."
    assert file_words.not_taken("later", "a.pdf") == "“a.pdf” cannot be sent."


@pytest.mark.parametrize("code", ["unreachable", "gone", "disk_full", "unwritable"])
def test_each_trouble_is_a_sentence(screen: QApplication, code: str) -> None:
    assert "“a{0}.pdf”" in file_words.trouble(code, "a{0}.pdf")
