"""A form with one file, read piece by piece."""

import pytest

from pupitre.server.gateway.forms import FileForm, NoForm

KIND = "multipart/form-data; boundary=b"
OPENING = b'--b\r\nContent-Disposition: form-data; name="file"; filename="%s"\r\n\r\n'
END = b"\r\n--b--\r\n"


def read(body: bytes, step: int) -> tuple[bytes, FileForm]:
    form = FileForm(KIND)
    found = b"".join(form.feed(body[i : i + step]) for i in range(0, len(body), step))
    return found, form


@pytest.mark.parametrize("step", [1, 7, 100_000])
def test_the_file_is_found_however_the_form_comes(step: int) -> None:
    content = b"line\r\n--c is not the end\r\n-" + bytes(range(256))
    found, form = read(OPENING % "été.png".encode() + content + END, step)
    assert found == content
    assert form.name == "été.png"
    assert form.is_whole


def test_other_fields_are_passed_over() -> None:
    other = b'--b\r\nContent-Disposition: form-data; name="x"\r\n\r\nnot it\r\n'
    second = b'\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="2"\r\n\r\nno'
    found, form = read(other + OPENING % b"1" + b"yes" + second + END, 9)
    assert found == b"yes"
    assert form.name == "1"


def test_a_file_that_was_cut_is_not_whole() -> None:
    found, form = read(OPENING % b"a" + b"beginning", 5)
    assert found == b"beginning"
    assert not form.is_whole


def test_quotes_that_a_browser_wrote_otherwise_are_quotes() -> None:
    _, form = read(OPENING % b"a%22b.png" + END, 50)
    assert form.name == 'a"b.png'


@pytest.mark.parametrize(
    "kind", ["", "text/plain", "multipart/form-data", "multipart/form-data; boundary=" + "x" * 999]
)
def test_anything_else_is_no_form(kind: str) -> None:
    with pytest.raises(NoForm):
        FileForm(kind)


@pytest.mark.parametrize("body", [b"nonsense", b"--b\r\nX: " + b"y" * 99_999, b"--b\r\n: x"])
def test_a_broken_form_is_none(body: bytes) -> None:
    with pytest.raises(NoForm):
        FileForm(KIND).feed(body)
