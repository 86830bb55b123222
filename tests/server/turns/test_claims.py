"""Files of a message: known, the sender's own, and used once."""

from dataclasses import replace

import pytest

from pupitre.domain.attachments import Attachment, named
from pupitre.domain.commands import Post, Resume
from pupitre.domain.ids import AttachmentId, ConversationId, MessageId
from pupitre.domain.refusals import Code, Refused
from pupitre.server.round import Round
from pupitre.server.store.attachments import Upload
from pupitre.server.turns.claims import claim, whole
from tests.server.makers import NOON, present_with

A, B = AttachmentId("a"), AttachmentId("b")
C1 = ConversationId("c1")
FREE = Upload(file=Attachment(id=A, name="frein.jpg", url="/attachments/a"), uploader="v1")


@pytest.fixture
def round_() -> Round:
    return Round(present_with(), NOON)


def post(*ids: str) -> Post:
    return Post(id=MessageId("m"), text="", attachments=named(ids))


def test_a_message_gets_what_is_known_of_its_files(round_: Round) -> None:
    posted = whole(round_, post("a"), {A: FREE}, "v1")
    assert isinstance(posted, Post)
    assert posted.attachments == (FREE.file,)


def test_the_order_of_the_files_is_the_senders(round_: Round) -> None:
    other = replace(FREE, file=Attachment(id=B))
    posted = whole(round_, post("b", "a"), {A: FREE, B: other}, "v1")
    assert isinstance(posted, Post)
    assert [file.id for file in posted.attachments] == ["b", "a"]


@pytest.mark.parametrize(
    ("ids", "upload"),
    [
        ("b", FREE),
        ("a", replace(FREE, uploader="v2")),
        ("a", replace(FREE, conversation=C1)),
        ("aa", FREE),
        ("ab", FREE),
    ],
    ids=["unknown", "another's", "used", "twice", "one unknown"],
)
def test_other_files_are_refused(round_: Round, ids: str, upload: Upload) -> None:
    refused = whole(round_, post(*ids), {A: upload}, "v1")
    assert isinstance(refused, Refused)
    assert refused.code is Code.UNKNOWN_ATTACHMENT


def test_a_file_is_used_once_in_a_round_too(round_: Round) -> None:
    claim(round_, post("a"), C1)
    assert round_.batch.claims == {A: C1}
    refused = whole(round_, post("a"), {A: FREE}, "v1")
    assert isinstance(refused, Refused)


def test_other_commands_claim_nothing(round_: Round) -> None:
    claim(round_, Resume(), C1)
    assert round_.batch.claims == {}
