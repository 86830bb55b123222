"""Domain values and their shapes: nothing is lost between them, unless it is meant to be."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given

from pupitre.domain import commands as asked
from pupitre.domain import events as happened
from pupitre.domain.attachments import Attachment, named
from pupitre.domain.conversation import Conversation
from pupitre.domain.ids import (
    AttachmentId,
    CommandId,
    ConversationId,
    ExpertId,
    GroupId,
    MessageId,
    MissionId,
    SubjectId,
    VisitorId,
)
from pupitre.domain.mission import Mission, Subject, Targets
from pupitre.domain.people import Role, Visitor
from pupitre.domain.refusals import Code, Refused
from pupitre.domain.statistics import Summary
from pupitre.wire import codec, commands, events, replica, replies, shapes, translate
from tests.support.strategies import made

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@given(made(events.Entry))
def test_an_entry_is_the_same_after_both_ways(entry: events.Entry) -> None:
    assert translate.entry_to_wire(translate.entry_from_wire(entry)) == entry


@given(made(events.Event))
def test_an_event_is_stored_and_read_again(shape: events.Event) -> None:
    event = translate.event_from_wire(shape)
    assert codec.decode_event(codec.encode_event(event)) == event


@given(made(replica.Conversation))
def test_a_state_is_the_same_after_both_ways(shape: replica.Conversation) -> None:
    state = translate.conversation_from_wire(shape)
    assert translate.conversation_from_wire(translate.conversation_to_wire(state)) == state


@given(made(replica.Replica))
def test_a_replica_arrives_as_it_was(shape: replica.Replica) -> None:
    arrived = translate.replica_from_wire(shape)
    again = translate.replica_to_wire(
        Conversation(
            id=arrived.id, mission=arrived.mission, group=arrived.group, visitor=arrived.visitor.id
        ),
        arrived.visitor,
        arrived.entries,
        arrived.snapshot,
    )
    assert again == shape


@given(made(commands.ExpertCommand))
def test_a_command_of_an_expert_is_the_same_after_both_ways(shape: commands.ExpertCommand) -> None:
    assert translate.command_to_wire(translate.command_from_wire(shape, "id")) == shape


@given(made(commands.VisitorCommand))
def test_a_command_of_a_visitor_is_the_same_after_both_ways(
    shape: commands.VisitorCommand,
) -> None:
    conversation = getattr(shape, "conversation", None)
    command = translate.visitor_command_from_wire(shape, "id")
    assert translate.command_to_wire(command, conversation) == shape


@given(made(shapes.Mission))
def test_a_mission_is_the_same_after_both_ways(shape: shapes.Mission) -> None:
    mission = translate.mission_from_wire(shape)
    assert translate.mission_from_wire(translate.mission_to_wire(mission)) == mission


def test_a_message_has_the_id_of_its_command() -> None:
    command = translate.command_from_wire(commands.Post(text="Bonjour"), CommandId("the-id"))
    assert command == asked.Post(id=MessageId("the-id"), text="Bonjour")


def test_a_message_names_its_files_by_their_ids_alone() -> None:
    whole = Attachment(id=AttachmentId("a"), name="frein.jpg", size=3, url="/attachments/a")
    post = asked.Post(id=MessageId("m"), text="", attachments=(whole,))
    shape = translate.command_to_wire(post)
    assert codec.encode(shape) == '{"type":"post","text":"","attachments":["a"]}'
    back = translate.command_from_wire(shape, "m")
    assert back == asked.Post(id=MessageId("m"), text="", attachments=named(["a"]))


@given(made(shapes.Attachment))
def test_a_file_is_the_same_after_both_ways(shape: shapes.Attachment) -> None:
    arrived = codec.decode_attachment(codec.encode(shape))
    assert translate.attachment_to_wire(translate.attachment_from_wire(arrived)) == shape


def test_roles_come_back_as_roles() -> None:
    event = codec.decode_event('{"type":"message","id":"m","author":"visitor","text":"?"}')
    assert isinstance(event, happened.Message)
    assert event.author is Role.VISITOR


def test_a_survey_answer_without_its_conversation_is_a_bug() -> None:
    with pytest.raises(ValueError, match="conversation"):
        translate.command_to_wire(asked.AnswerSurvey(csat=5))


def test_a_mission_goes_to_experts_without_what_is_the_servers() -> None:
    mission = Mission(
        id=MissionId("velo"),
        name="Vélo Lumière",
        mark="VL",
        colour="#336699",
        origins=("https://velo.test",),
        groups=(),
        subjects=(
            Subject(
                id=SubjectId("s"), name="Suivi", children=(Subject(id=SubjectId("s1"), name="R"),)
            ),
        ),
        targets=Targets(first=timedelta(seconds=30), next=timedelta(milliseconds=500)),
    )
    shape = translate.mission_to_wire(mission)
    assert (shape.targets.first, shape.targets.next) == (30.0, 0.5)
    assert "velo.test" not in codec.encode(shape)
    assert translate.mission_from_wire(shape).subjects == mission.subjects


def test_a_replica_that_nobody_holds_starts_from_a_blank() -> None:
    blank = Conversation(
        id=ConversationId("c"),
        mission=MissionId("m"),
        group=GroupId("g"),
        visitor=VisitorId("v"),
    )
    shape = translate.replica_to_wire(blank, Visitor(id=VisitorId("v")), ())
    assert translate.replica_from_wire(shape).base == blank


def test_a_refusal_arrives_with_its_detail() -> None:
    refused = Refused(
        Code.DESK_NOT_SETTLED, {"conversations": (ConversationId("a"),), "until": NOON}
    )
    shape = translate.refused_to_wire(refused, "id")
    assert shape.detail == {"conversations": ("a",), "until": "2026-11-22T12:00:00.000Z"}
    back = codec.decode_for_expert(codec.encode(shape))
    assert isinstance(back, replies.Refused)
    assert (back.id, back.code, back.message) == ("id", "desk_not_settled", refused.message)
    assert translate.refused_from_wire(back).code is Code.DESK_NOT_SETTLED


def test_a_refusal_of_a_later_version_is_still_a_refusal() -> None:
    shape = replies.Refused(id="id", code="no_moon", message="Not tonight.")
    assert translate.refused_from_wire(shape).code is Code.BAD_FRAME


def test_figures_travel_in_seconds() -> None:
    part = Summary(
        conversations=1,
        first_reply=timedelta(seconds=12.5),
        reply=None,
        handling=timedelta(minutes=3),
        resolution=None,
        csat=100.0,
        nps=None,
        pauses=2,
        wakes={happened.ResumeReason.EXPIRED: 2},
        releases=0,
    )
    shape = translate.figures_to_wire(part)
    assert (shape.first_reply, shape.reply, shape.handling) == (12.5, None, 180.0)
    assert translate.figures_from_wire(shape) == part
    (share,) = translate.parts_to_wire({ExpertId("alice"): part}, part)
    assert (share.key, share.share) == ("alice", 100.0)
