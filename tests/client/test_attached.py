"""A file is shown the same way here and on the server."""

from pupitre.client.attached import of_message, succeed
from pupitre.domain.attachments import Attachment
from pupitre.domain.ids import AttachmentId


def stored(id_: str, name: str = "a.png", media_type: str = "image/png") -> Attachment:
    url = f"/attachments/{id_}/{name}"
    return Attachment(id=AttachmentId(id_), name=name, media_type=media_type, size=3, url=url)


def test_a_picture_is_shown_by_its_thumbnail_or_by_itself() -> None:
    shown = of_message(stored("1"))
    assert (shown.is_picture, shown.thumbnail, shown.local) == (True, shown.url, None)


def test_only_types_that_may_be_attached_are_shown() -> None:
    for kind in ("image/svg+xml", "text/html", "application/pdf"):
        assert not of_message(stored("1", media_type=kind)).is_picture


def test_a_name_is_made_harmless() -> None:
    assert of_message(stored("1", name="evil\u202egnp.exe")).name == "evilgnp.exe"


def test_what_the_server_stored_keeps_its_key() -> None:
    mine = (of_message(stored("local")),)
    theirs = (of_message(stored("server")),)
    assert succeed(theirs, mine)[0].key == "local"
    assert succeed(theirs, mine)[0].url == theirs[0].url
    assert succeed(theirs, ()) == theirs
