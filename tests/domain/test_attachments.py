"""What may be attached, how it is recognised, what it is called."""

import pytest

from pupitre.domain.attachments import HEAD, MAX_NAME, Attachment, media_type_of, named, safe_name
from pupitre.domain.ids import AttachmentId

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20


@pytest.mark.parametrize(
    ("head", "media_type"),
    [
        (PNG, "image/png"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "image/jpeg"),
        (b"GIF87a...", "image/gif"),
        (b"GIF89a...", "image/gif"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "image/webp"),
        (b"%PDF-1.7\n%\xe2\xe3", "application/pdf"),
        (b"Bonjour,\r\n\tvoici.\n", "text/plain"),
        ("Œuf à la coque".encode(), "text/plain"),
        (b"\xef\xbb\xbfavec une marque", "text/plain"),
        (b"x" * (HEAD - 1) + "é".encode(), "text/plain"),  # cut within a character
    ],
)
def test_a_file_is_what_its_content_says(head: bytes, media_type: str) -> None:
    assert media_type_of(head) == media_type


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"\xef\xbb\xbf",
        b"PK\x03\x04\x14\0",  # a zip, whatever its name
        b"MZ\x90\0",
        b"\x7fELF",
        b"RIFF\x10\0\0\0WAVEfmt ",
        b"text with \0 in it",
        b"\x1b[31mred\x1b[0m",
        b"caf\xe9",  # not UTF-8
        b"cut \xc3",  # an end in the middle of a character, in a whole file
        b"II*\0",
    ],
)
def test_anything_else_may_not_be_sent(head: bytes) -> None:
    assert media_type_of(head) is None


@pytest.mark.parametrize(
    ("name", "media_type", "safe"),
    [
        ("frein arrière.jpg", "image/jpeg", "frein arrière.jpg"),
        ("frein.JPEG", "image/jpeg", "frein.JPEG"),
        ("../../etc/passwd", "text/plain", "passwd.txt"),
        ("C:\\Users\\zoe\\photo.png", "image/png", "photo.png"),
        ("facture.pdf.exe", "application/pdf", "facture.pdf.exe.pdf"),
        ("page.html", "text/plain", "page.html.txt"),
        ("écran.PNG", "image/jpeg", "écran.jpg"),
        ("écran.png", "text/plain", "écran.png.txt"),
        ("facture.pdf", "image/png", "facture.pdf.png"),
        (".png", "image/jpeg", "png.jpg"),
        ("png", "image/png", "png.png"),
        ("photo\u202egnp.exe", "image/png", "photognp.exe.png"),
        ("a\0b\nc.txt", "text/plain", "abc.txt"),
        ("", "image/png", "file.png"),
        ("...", "", "file"),
        (".htaccess", "text/plain", "htaccess.txt"),
        ("con.txt", "text/plain", "_con.txt"),
        ('<b>"x"</b>.png', "image/png", "b_.png"),
        ("100%#1?.png", "image/png", "100__1_.png"),
        ("cafe\u0301.txt", "text/plain", "café.txt"),
    ],
)
def test_a_name_is_made_harmless(name: str, media_type: str, safe: str) -> None:
    assert safe_name(name, media_type) == safe


def test_a_long_name_keeps_its_ending() -> None:
    safe = safe_name("x" * 300 + ".jpg", "image/jpeg")
    assert len(safe) == MAX_NAME
    assert safe.endswith("x.jpg")
    assert len(safe_name("x." + "y" * 300)) <= MAX_NAME


def test_a_safe_name_is_safe_again() -> None:
    for name in ("../a b?.png", "con", "x" * 300, "été.pdf"):
        once = safe_name(name, "image/png")
        assert safe_name(once, "image/png") == once


def test_a_file_can_be_named_before_it_is_known() -> None:
    assert named(["a", "b"]) == (
        Attachment(id=AttachmentId("a")),
        Attachment(id=AttachmentId("b")),
    )
