"""Signed addresses of files."""

from urllib.parse import parse_qs, unquote, urlsplit

from pupitre.domain.ids import ConversationId
from pupitre.server.files.addresses import Addresses
from pupitre.server.mail.links import Purpose, Seal
from tests.server.makers import NOON

KEY = b"k" * 32
ADDRESSES = Addresses(KEY)


def signature(address: str) -> str:
    return parse_qs(urlsplit(address).query)["signature"][0]


def test_an_address_is_always_the_same_and_holds() -> None:
    address = ADDRESSES.of("a", "frein arrière.jpg")
    assert address == Addresses(KEY).of("a", "frein arrière.jpg")
    parts = urlsplit(address)
    assert unquote(parts.path) == "/attachments/a/frein arrière.jpg"
    assert address.isascii()
    assert ADDRESSES.holds("a", "frein arrière.jpg", signature(address))


def test_an_address_holds_for_nothing_else() -> None:
    mark = signature(ADDRESSES.of("a", "x.png"))
    assert not ADDRESSES.holds("b", "x.png", mark)
    assert not ADDRESSES.holds("a", "y.png", mark)
    assert not ADDRESSES.holds("a", "x.png", mark, small=True)
    assert not ADDRESSES.holds("a", "x.png", "")
    assert not ADDRESSES.holds("a", "x.png", "é")
    assert not Addresses(b"another").holds("a", "x.png", mark)


def test_a_name_cannot_be_moved_into_the_id() -> None:
    mark = signature(ADDRESSES.of("a", "b\0c"))
    assert not ADDRESSES.holds("a\0b", "c", mark) or "\0" in "a\0b"
    assert ADDRESSES.of("a", "bc") != ADDRESSES.of("ab", "c")


def test_a_smaller_picture_has_an_address_of_its_own() -> None:
    small = ADDRESSES.of("a", "x.png", small=True)
    assert parse_qs(urlsplit(small).query)["size"] == ["small"]
    assert ADDRESSES.holds("a", "x.png", signature(small), small=True)


def test_a_link_of_a_mail_is_no_address_of_a_file() -> None:
    link = Seal(KEY).sign(Purpose.OPEN, ConversationId("a"), NOON)
    assert not ADDRESSES.holds("a", "x.png", link)
    assert not ADDRESSES.holds("a", "x.png", link.partition(".")[2])


def test_the_key_is_not_shown() -> None:
    assert "kkk" not in repr(ADDRESSES)
