"""Puts the parts of the mail and of the files together, for a running server."""

from pathlib import Path

from pupitre.server.files.addresses import Addresses
from pupitre.server.files.folder import Folder
from pupitre.server.files.uploads import Uploads
from pupitre.server.gateway.stopping import Stopping
from pupitre.server.house import House
from pupitre.server.mail.carrier import SmtpCarrier
from pupitre.server.mail.drafts import Address, Drafts
from pupitre.server.mail.letter import Writer
from pupitre.server.mail.post import Post
from pupitre.server.mail.settings import MailSettings
from pupitre.server.mail.words import read_words
from pupitre.server.store.attachments import Attachments
from pupitre.server.store.correspondence import Correspondence


def stopping(resources: Path) -> Stopping:
    """Return what the page behind an unsubscribe link is made from; it works without mail too."""
    return Stopping(Writer(resources / "mail"), read_words(resources / "i18n"))


def uploads(house: House, folder: Path | None) -> Uploads:
    """Return what takes files in, with addresses signed by the same key as the mails' links."""
    return Uploads(
        Folder(folder) if folder else None,
        Addresses(house.seal.key),
        Attachments(house.database),
        house.limits.spare,
    )


def post(house: House, settings: MailSettings, address: str, resources: Path) -> Post:
    """Return what sends mails whose links begin with this address."""
    drafts = Drafts(
        queries=house.queries,
        correspondence=Correspondence(house.database),
        floor=house.present.floor,
        seal=house.seal,
        languages=read_words(resources / "i18n"),
        writer=Writer(resources / "mail"),
        address=Address(sender=settings.sender, server=address),
    )
    return Post(house.clock, house.engine, house.metrics, drafts, SmtpCarrier(settings))
