"""What a visitor's page is told at hello."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

from pupitre.domain.events import Noted
from pupitre.domain.mission import Consent, OpeningHours
from pupitre.domain.people import Role
from pupitre.server.clock import Clock
from pupitre.server.gateway.visits import is_available, welcome
from pupitre.server.talks import Talk
from tests.server.makers import (
    ALICE,
    CAVE,
    VELO,
    begun,
    blank,
    expert,
    guest,
    numbered,
    present_with,
    said,
)


def test_the_conversation_is_told_without_what_is_not_for_visitors() -> None:
    present = present_with(expert())
    more = numbered(Noted(expert=ALICE, text="secret"), said("Oui ?", Role.EXPERT, ALICE), first=4)
    talk = Talk.of(blank(), (*begun(), *more), {})
    present.talks.put(talk)
    frame = welcome(present, Clock(), VELO, guest(latest=talk.state.id), "token")
    assert frame.visitor == "token"
    assert frame.unseen == 1
    assert frame.conversation
    assert [entry.seq for entry in frame.conversation.events] == [1, 2, 3, 5]
    assert frame.survey_due is None


def test_a_page_is_told_consent_hours_and_mail() -> None:
    present, clock = present_with(expert()), Clock(1.0)
    never = OpeningHours(days=(), start="09:00", end="18:00")
    mission = replace(VELO, consent="Gardé un an.", legal_url="/legal", hours=(never,))
    told = welcome(present, clock, mission, guest(), "token").mission
    assert (told.consent, told.legal_url, told.open) == ("Gardé un an.", "/legal", False)
    assert not told.mails, "this server sends none"
    present.mails.configured = True
    always = OpeningHours(days=(1, 2, 3, 4, 5, 6, 7), start="00:00", end="24:00")
    told = welcome(present, clock, replace(mission, hours=(always,)), guest(), "token").mission
    assert (told.open, told.opens_at, told.closes_at) == (True, None, None)
    assert told.mails
    assert not welcome(present, clock, CAVE, guest(), "token").mission.mails


def test_consent_is_told_in_the_language_of_the_page() -> None:
    texts = (Consent(language="fr", text="Gardé un an."), Consent(language="it", text="Un anno."))
    mission, present = replace(VELO, consents=texts), present_with(expert())
    read = {
        language: welcome(
            present, Clock(), mission, replace(guest(), language=language), "token"
        ).mission.consent
        for language in ("fr-FR", "IT", "en")
    }
    assert read == {"fr-FR": "Gardé un an.", "IT": "Un anno.", "en": "Gardé un an."}


def test_a_page_is_told_when_its_mission_opens() -> None:
    present, clock = present_with(expert()), Clock(1.0)
    tomorrow = (clock.now().astimezone(ZoneInfo(VELO.timezone)) + timedelta(days=1)).isoweekday()
    hours = (OpeningHours(days=(tomorrow,), start="09:00", end="18:00"),)
    told = welcome(present, clock, replace(VELO, hours=hours), guest(), "token").mission
    assert told.opens_at
    assert told.opens_at.astimezone(ZoneInfo(VELO.timezone)).hour == 9


def test_a_mission_is_available_while_somebody_may_take_or_wait() -> None:
    away, full = expert(present=False), replace(expert(groups="sommeliers"), open=4)
    assert is_available(present_with(expert()), VELO)
    assert is_available(present_with(away), VELO), "there is room in the queue"
    assert not is_available(present_with(full), CAVE)
    assert not is_available(present_with(expert()), replace(VELO, groups=()))
