"""A type of its own for each kind of identifier, so that none is passed for another."""

from typing import NewType

ConversationId = NewType("ConversationId", str)
VisitorId = NewType("VisitorId", str)
ExpertId = NewType("ExpertId", str)
MissionId = NewType("MissionId", str)
GroupId = NewType("GroupId", str)
SubjectId = NewType("SubjectId", str)
CommandId = NewType("CommandId", str)
MessageId = NewType("MessageId", str)
AttachmentId = NewType("AttachmentId", str)
