"""Files of a message: known, uploaded by whoever writes, and used by no other message."""

from collections.abc import Mapping
from dataclasses import replace

from pupitre.domain.attachments import Attachment
from pupitre.domain.commands import Post
from pupitre.domain.ids import AttachmentId, ConversationId
from pupitre.domain.refusals import Code, Refused
from pupitre.server.loader import Loader
from pupitre.server.round import Round
from pupitre.server.store.attachments import Upload

Uploads = Mapping[AttachmentId, Upload]
NONE: Uploads = {}


async def uploads_of(command: object, loader: Loader) -> Uploads:
    """Look up the files that a command names."""
    if not isinstance(command, Post) or not command.attachments:
        return NONE
    return await loader.uploads([file.id for file in command.attachments])


def whole(round_: Round, post: Post, uploads: Uploads, uploader: str) -> Post | Refused:
    """Return the message with all that is known of its files, or why it may not have them."""
    files: dict[AttachmentId, Attachment] = {}
    for named in post.attachments:
        upload = uploads.get(named.id)
        is_free = upload and upload.uploader == uploader and upload.conversation is None
        if upload is None or not is_free or named.id in (*files, *round_.batch.claims):
            return Refused(Code.UNKNOWN_ATTACHMENT, {"attachment": named.id})
        files[named.id] = upload.file
    return replace(post, attachments=tuple(files.values()))


def claim(round_: Round, command: object, conversation: ConversationId) -> None:
    """From now on its files are this message's."""
    if isinstance(command, Post):
        round_.batch.claims.update((file.id, conversation) for file in command.attachments)
