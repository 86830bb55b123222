"""Sentences that count: one form per number, in the language of the screen."""

from PySide6.QtCore import QCoreApplication


class Counts:
    """Counted sentences, in one class because lupdate finds plurals only behind `tr`."""

    @classmethod
    def tr(cls, text: str, disambiguation: str, n: int) -> str:
        """Translate a text that holds `%n`."""
        return QCoreApplication.translate("Counts", text, disambiguation, n)

    @classmethod
    def seconds(cls, n: int) -> str:
        """Return "21 seconds"."""
        return Counts.tr("%n second(s)", "", n)

    @classmethod
    def minutes(cls, n: int) -> str:
        """Return "6 minutes"."""
        return Counts.tr("%n minute(s)", "", n)

    @classmethod
    def hours(cls, n: int) -> str:
        """Return "3 hours"."""
        return Counts.tr("%n hour(s)", "", n)

    @classmethod
    def days(cls, n: int) -> str:
        """Return "2 days"."""
        return Counts.tr("%n day(s)", "", n)

    @classmethod
    def photos(cls, n: int) -> str:
        """Return "3 photos"."""
        return Counts.tr("%n photo(s)", "", n)

    @classmethod
    def files(cls, n: int) -> str:
        """Return "3 files"."""
        return Counts.tr("%n file(s)", "", n)

    @classmethod
    def unread(cls, n: int) -> str:
        """Return "2 unread messages"."""
        return Counts.tr("%n unread message(s)", "", n)

    @classmethod
    def messages_held(cls, n: int) -> str:
        """Return "2 messages of yours did not leave: read it, then decide."."""
        return Counts.tr("%n message(s) of yours did not leave: read it, then decide.", "", n)

    @classmethod
    def acts_held(cls, n: int) -> str:
        """Return "1 act of yours was not done: read it, then decide."."""
        return Counts.tr("%n act(s) of yours was not done: read it, then decide.", "", n)

    @classmethod
    def parked(cls, n: int) -> str:
        """Return "2 wait for your word"."""
        return Counts.tr("%n wait(s) for your word", "", n)

    @classmethod
    def rescued(cls, n: int) -> str:
        """Return "2 drafts and unsent messages were rescued."."""
        return Counts.tr("%n draft(s) and unsent message(s) were rescued.", "", n)

    @classmethod
    def new_messages(cls, n: int) -> str:
        """Return "3 new messages"."""
        return Counts.tr("%n new message(s)", "", n)

    @classmethod
    def conversations(cls, n: int) -> str:
        """Return "2 conversations"."""
        return Counts.tr("%n conversation(s)", "", n)

    @classmethod
    def new_conversations(cls, n: int) -> str:
        """Return "1 new conversation"."""
        return Counts.tr("%n new conversation(s)", "", n)

    @classmethod
    def came_back(cls, n: int) -> str:
        """Return "1 conversation came back"."""
        return Counts.tr("%n conversation(s) came back", "", n)

    @classmethod
    def answered_elsewhere(cls, n: int) -> str:
        """Return "1 answered by somebody else"."""
        return Counts.tr("%n answered elsewhere", "", n)

    @classmethod
    def closed(cls, n: int) -> str:
        """Return "2 closed"."""
        return Counts.tr("%n closed", "", n)

    @classmethod
    def transferred(cls, n: int) -> str:
        """Return "1 transferred"."""
        return Counts.tr("%n transferred", "", n)

    @classmethod
    def given_back(cls, n: int) -> str:
        """Return "1 given back to its group"."""
        return Counts.tr("%n given back to the group", "", n)

    @classmethod
    def reassigned(cls, n: int) -> str:
        """Return "1 taken over by a colleague"."""
        return Counts.tr("%n taken over by another expert", "", n)

    @classmethod
    def gone(cls, n: int) -> str:
        """Return "1 left your desk"."""
        return Counts.tr("%n left your desk", "", n)

    @classmethod
    def smaller_things(cls, n: int) -> str:
        """Return "3 smaller things"."""
        return Counts.tr("%n smaller thing(s)", "", n)

    @classmethod
    def unsent(cls, n: int) -> str:
        """Return "2 queued on this computer"."""
        return Counts.tr("%n queued on this computer", "", n)

    @classmethod
    def mailed(cls, n: int) -> str:
        """Return "2 messages sent by e-mail"."""
        return Counts.tr("%n message(s) sent by e-mail", "", n)

    @classmethod
    def open_conversations(cls, n: int) -> str:
        """Return "2 open conversations"."""
        return Counts.tr("%n open conversation(s)", "", n)

    @classmethod
    def paused(cls, n: int) -> str:
        """Return "3 paused"."""
        return Counts.tr("%n paused", "", n)

    @classmethod
    def waiting_on_you(cls, n: int) -> str:
        """Return "2 visitors wait for your answer"."""
        return Counts.tr("%n visitor(s) wait for your answer", "", n)

    @classmethod
    def waiting_in_group(cls, n: int) -> str:
        """Return "2 visitors wait in your groups"."""
        return Counts.tr("%n visitor(s) wait in your groups", "", n)

    @classmethod
    def conversations_today(cls, n: int) -> str:
        """Return "9 conversations today"."""
        return Counts.tr("%n conversation(s) today", "", n)

    @classmethod
    def characters_left(cls, n: int) -> str:
        """Return "120 characters left"."""
        return Counts.tr("%n character(s) left", "", n)

    @classmethod
    def characters_over(cls, n: int) -> str:
        """Return "12 characters too many"."""
        return Counts.tr("%n character(s) too many", "", n)

    @classmethod
    def slots(cls, n: int) -> str:
        """Return "4 slots"."""
        return Counts.tr("%n slot(s)", "", n)
