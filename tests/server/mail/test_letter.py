"""Mails as they are written: both parts, in both languages, and nothing in them that acts."""

import re
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from html.parser import HTMLParser
from pathlib import Path

import pytest
from typing_extensions import override

from pupitre.server.mail.letter import Draft, Enclosure, Reply, Writer
from pupitre.server.mail.words import read_words
from tests.server.makers import NOON
from tests.support.postbox import html_of, text_of

RESOURCES = Path(__file__).parents[3] / "resources"
WRITER = Writer(RESOURCES / "mail")
WORDS = read_words(RESOURCES / "i18n")
DRAFT = Draft(
    id="0123456789abcdef",
    date=NOON,
    sender="chat@velo.example",
    recipient="camille@visitor.test",
    words=WORDS["fr"],
    mission="Vélo",
    mark="VÉ",
    colour="#0f7a4a",
    replies=(Reply(expert="Alice", text="Oui, en bleu nuit.\nEt en écru."),),
    survey=False,
    link="https://velo.example/vtt?pupitre=abc.def",
    stop="https://chat.example/mail/stop/ghi.jkl",
    until=NOON.replace(year=2027),
)
HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><a href="https://evil.test">cliquez</a>',
    "{{ 7 * 7 }}{% include '/etc/passwd' %}",
    "{mission.__class__} %s %(x)s",
    "Bonjour\r\nBcc: victim@evil.test\r\n\r\n<b>x</b>",
    "\u202egnp.tfel\u202c \u2066caché\u2069 \u200fx",
    "\x00\x07\x1b[31mrouge\x85\u2028suite",
    ".\r\n.\r\nQUIT\r\n",
    "-- \nFrom: moi\n=_0123456789abcdef--",
    "a" * 5_000,
    "é" * 2_000 + "🚲" * 300,
]


def written(draft: Draft) -> EmailMessage:
    letter = message_from_bytes(WRITER.letter(draft).content, policy=policy.default)
    assert isinstance(letter, EmailMessage)
    return letter


FILE = Enclosure(
    name="notice.pdf",
    link="https://chat.velo.example/attachments/a/notice.pdf?size=small&signature=s-_",
)


class Tags(HTMLParser):
    """Collects what a mail program would act on."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.feed(page)

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]


def test_a_mail_has_a_text_and_an_html_part_that_say_the_same() -> None:
    letter = written(DRAFT)
    assert letter.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in letter.iter_parts()] == ["text/plain", "text/html"]
    for part in (text_of(letter), html_of(letter)):
        for said in ("Alice", "Oui, en bleu nuit.", "Et en écru.", DRAFT.link, DRAFT.stop):
            assert said in part
        assert "22\u00a0novembre\u00a02027" in part
    assert "#0f7a4a" in html_of(letter)


def test_its_headers_say_who_writes_and_how_to_stop() -> None:
    letter = written(DRAFT)
    assert str(letter["From"]) == "Vélo <chat@velo.example>"
    assert str(letter["To"]) == "camille@visitor.test"
    assert str(letter["Subject"]) == "Vélo\u00a0: une réponse pour vous"
    assert str(letter["Message-ID"]) == "<0123456789abcdef@velo.example>"
    assert str(letter["List-Unsubscribe"]) == f"<{DRAFT.stop}>"
    assert str(letter["List-Unsubscribe-Post"]) == "List-Unsubscribe=One-Click"
    assert str(letter["Auto-Submitted"]) == "auto-generated"


def test_the_same_mail_is_the_same_to_the_byte() -> None:
    assert WRITER.letter(DRAFT) == WRITER.letter(DRAFT)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("survey", [False, True])
@pytest.mark.parametrize("count", [0, 1, 3])
def test_every_mail_can_be_written_in_every_language(
    language: str, count: int, *, survey: bool
) -> None:
    if not count and not survey:
        return
    draft = replace(
        DRAFT,
        words=WORDS[language],
        survey=survey,
        replies=tuple(
            Reply(expert="Alice", text=f"n° {n}", files=[FILE] * n) for n in range(count)
        ),
    )
    letter = written(draft)
    text = text_of(letter)
    assert text.count(DRAFT.link) == 1
    assert "\n\n\n\n" not in text
    assert f'lang="{language}"' in html_of(letter)
    assert str(letter["Subject"]).startswith("Vélo")


def test_a_file_is_a_line_with_its_name_and_its_address() -> None:
    letter = written(replace(DRAFT, replies=(Reply(expert="Alice", text="", files=[FILE]),)))
    assert "Fichier\u00a0: notice.pdf\nhttps://chat.velo.example/attachments/a/" in text_of(letter)
    assert FILE.link in Tags(html_of(letter)).links
    assert ">notice.pdf</a>" in html_of(letter)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_files_hostile_name_is_inert_in_both_parts(text: str) -> None:
    usual = Tags(html_of(written(replace(DRAFT, replies=(reply_with("notice.pdf"),)))))
    letter = written(replace(DRAFT, replies=(reply_with(text[:200]),)))
    page = Tags(html_of(letter))
    assert (page.tags, page.links, page.attributes) == (usual.tags, usual.links, usual.attributes)


def reply_with(name: str) -> Reply:
    return Reply(expert="Alice", text="", files=[replace(FILE, name=name)])


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_and_names_are_inert_in_both_parts(text: str) -> None:
    usual = Tags(html_of(written(DRAFT)))
    reply = Reply(expert=text[:300], text=text)
    letter = written(replace(DRAFT, mission=text[:200], mark=text[:6], replies=(reply,)))
    page = Tags(html_of(letter))
    assert page.tags == usual.tags
    assert page.attributes == usual.attributes
    assert page.links == usual.links
    assert [part.get_content_type() for part in letter.iter_parts()] == ["text/plain", "text/html"]
    assert set(letter.keys()) == set(written(DRAFT).keys()), "no header more"
    assert str(letter["To"]) == "camille@visitor.test"
    for part in (text_of(letter), html_of(letter), str(letter["Subject"]), str(letter["From"])):
        assert not re.search("[\u202a-\u202e\u2066-\u2069\u200e\u200f\x00-\x08\x0e-\x1f\x85]", part)
    assert "49" not in text_of(letter).replace("2049", "")


def test_what_is_written_is_what_is_read() -> None:
    said = "a < b && c > d\n\n  « deux »  'x' \"y\"\n.\n🚲‍♀️ مرحبا"
    letter = written(replace(DRAFT, replies=(Reply(expert="Zoé", text=said),)))
    assert said in text_of(letter)


@pytest.mark.parametrize("address", ["a@b.test\r\nBcc: x@y.z", "a@b.test, c@d.test", "x y@z.test"])
def test_an_address_that_is_more_than_one_is_no_address(address: str) -> None:
    with pytest.raises(ValueError, match=r"addr|cannot|local"):
        WRITER.letter(replace(DRAFT, recipient=address))


def test_an_address_in_other_letters_is_written(tmp_path: Path) -> None:
    letter = WRITER.letter(replace(DRAFT, recipient="zoé@vélo.test"))
    assert letter.recipient == "zoé@vélo.test"
    assert "zoé@vélo.test".encode() in letter.content
