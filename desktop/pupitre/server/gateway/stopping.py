"""The page behind a mail's unsubscribe link: asks, and does it at one click (RFC 8058)."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from pupitre.domain.ids import ConversationId
from pupitre.server.house import House
from pupitre.server.mail.inert import one_line
from pupitre.server.mail.letter import Writer
from pupitre.server.mail.links import Purpose
from pupitre.server.mail.words import Languages, Words, words_for
from pupitre.server.turns.mail_turns import VisitorWantsNoMail
from pupitre.server.turns.turn import OutOfOrder

_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


@dataclass(frozen=True, slots=True)
class Stopping:
    """What the page is made from."""

    writer: Writer
    languages: Languages

    def page(self, words: Words, state: str, mission: str, status: int) -> Response:
        """Return the page in one of its states."""
        text = self.writer.page("stop.html", words=words, state=state, mission=one_line(mission))
        return Response(text, status, _HEADERS, media_type="text/html")


async def stop(request: Request) -> Response:
    """Answer `GET /mail/stop/{token}` with a question, `POST` by doing it."""
    house: House = request.app.state.house
    stopping: Stopping = request.app.state.stopping
    token = request.path_params["token"]
    conversation = house.seal.opened(token, Purpose.STOP, house.clock.now())
    words = words_for(stopping.languages, request.headers.get("accept-language", ""))
    if conversation is None:
        return stopping.page(words, "unknown", "", 404)
    mission, words = await _of(house, stopping, conversation, words)
    if request.method != "POST":
        return stopping.page(words, "ask", mission, 200)
    try:
        known = await house.engine.submit(VisitorWantsNoMail(conversation))
    except OutOfOrder:
        return Response("Try again later.", 503, _HEADERS, media_type="text/plain")
    return stopping.page(words, "done" if known else "unknown", mission, 200 if known else 404)


async def _of(
    house: House, stopping: Stopping, conversation: ConversationId, words: Words
) -> tuple[str, Words]:
    """Return the mission's name, and the words of the visitor's language."""
    talks = await house.queries.talks([conversation])
    if not talks:
        return "", words
    mission = house.present.floor.missions.get(talks[0].state.mission)
    guests = await house.queries.guests([talks[0].state.visitor])
    if guests:
        words = words_for(stopping.languages, guests[0].language)
    return (mission.name if mission else "", words)
