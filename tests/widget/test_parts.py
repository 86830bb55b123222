"""The widget's parts, one by one, in the browser that runs them."""

import pytest
from playwright.async_api import Page

from tests.widget.parts import run

pytestmark = pytest.mark.journey


async def test_text_on_the_mission_s_colour_can_always_be_read(page: Page) -> None:
    worst = await run(
        page,
        """
        const channel = (v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
        const light = (hex) => [1, 3, 5].map((at) => channel(parseInt(hex.slice(at, at + 2), 16)))
          .reduce((sum, value, at) => sum + value * [0.2126, 0.7152, 0.0722][at], 0);
        const contrast = (a, b) =>
          (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
        let worst = 21;
        for (let red = 0; red < 256; red += 15)
          for (let green = 0; green < 256; green += 15)
            for (let blue = 0; blue < 256; blue += 15) {
              const hex = "#" + [red, green, blue]
                .map((value) => value.toString(16).padStart(2, "0")).join("");
              const { accent, onAccent } = palette(hex);
              worst = Math.min(worst, contrast(accent, onAccent));
            }
        return worst;
        """,
    )
    assert worst >= 4.5


async def test_a_colour_that_is_none_does_not_reach_the_style_sheet(page: Page) -> None:
    accent = await run(page, "return palette('red; } * { display: none }').accent")
    assert accent == "#1f6feb"


LINKS = {
    "see https://a.test/b?c=d#e, thanks": ["https://a.test/b?c=d#e"],
    "(http://a.test/x_(y)).": ["http://a.test/x_(y)"],
    "javascript:alert(1) data:text/html,x file:///etc/passwd ftp://a.test": [],
    "https://": [],
    "HTTP://A.TEST and https://b.test!": ["HTTP://A.TEST", "https://b.test"],
    "<a href='https://a.test'>x</a>": ["https://a.test"],
    "no link at all": [],
}


async def test_only_web_addresses_become_links_and_no_text_is_lost(page: Page) -> None:
    for text, pieces in zip(LINKS, await run(page, "return given.map(cut)", [*LINKS]), strict=True):
        assert [piece["text"] for piece in pieces if not isinstance(piece, str)] == LINKS[text]
        assert "".join(p if isinstance(p, str) else p["text"] for p in pieces) == text


async def test_ids_are_different_uuids_that_sort_as_they_were_made(page: Page) -> None:
    ids = await run(page, "return Array.from({ length: 500 }, () => newId())")
    assert ids == sorted(ids)
    assert len(set(ids)) == 500
    assert all(id_[14] == "7" and id_[19] in "89ab" and len(id_) == 36 for id_ in ids)


async def test_the_language_is_the_page_s_then_the_browser_s_then_english(page: Page) -> None:
    asked = [["fr-CA", "en"], ["", "fr"], ["de", "es"], ["EN-gb", "fr"], []]
    chosen = await run(
        page, "return given.map((wanted) => chooseLanguage({ en: {}, fr: {} }, wanted))", asked
    )
    assert chosen == ["fr", "fr", "en", "en", "en"]


async def test_events_fold_once_and_unknown_ones_change_nothing(page: Page) -> None:
    folded = await run(
        page,
        """
        const at = "2026-11-22T15:47:00.000Z";
        const message = (author, text) => ({ type: "message", id: text, author, text });
        const entries = [
          { seq: 1, at, event: { type: "started" } },
          { seq: 2, at, event: message("visitor", "hello") },
          { seq: 2, at, event: message("visitor", "hello") },
          { seq: 4, at, event: { type: "assigned", expert: "a", expert_name: "Alice" } },
          { seq: 5, at, event: { type: "from_the_future", status: "closed" } },
          { seq: 6, at, event: { ...message("expert", "hi"), expert_name: "Alice" } },
          { seq: 7, at, event: { type: "assigned", expert: "b", expert_name: "Bruno" } },
          { seq: 8, at, event: { type: "seen", by: "expert", seq: 2 } },
        ];
        return entries.reduce(folded, begun("talk"));
        """,
    )
    assert [message["text"] for message in folded["messages"]] == ["hello", "hi"]
    assert folded["status"] == "open"
    assert folded["expert"] == "Alice"  # who comes next is announced by people
    assert folded["seenByExpert"] == 2


OUTBOX = """
    const sent = [];
    let linked = true;
    const memory = new Memory("parts");
    memory.keep();
    const send = (frame) => linked && sent.push(frame);
    const back = [];
    const gaveBack = (message, code) => back.push([message.text, code]);
    const cargo = new Cargo(() => ({ base: location.href, token: "t" }), () => {});
    const link = { send, ready: () => linked, gaveBack };
    const outbox = new Outbox(memory, cargo, link);
    const texts = () => sent.map(({ command }) => command.text);
"""


async def test_the_outbox_sends_one_at_a_time_in_order(page: Page) -> None:
    seen = await run(
        page,
        OUTBOX
        + """
        const seen = [];
        for (const text of ["one", "two", "three"]) outbox.add(text, [], "now");
        seen.push(texts().join());
        outbox.stored(sent.at(-1).id);
        seen.push(texts().join());
        linked = false;
        outbox.land();
        linked = true;
        outbox.flush();
        seen.push(texts().join());
        outbox.stored(sent.at(-1).id);
        outbox.stored(sent.at(-1).id);
        seen.push(texts().join(), String(outbox.pending.length));
        return [seen, new Set(sent.map(({ id }) => id)).size];
        """,
    )
    assert seen == [["one", "one,two", "one,two,two", "one,two,two,three", "0"], 3]


async def test_a_refused_message_gives_its_text_back_and_the_next_one_leaves(page: Page) -> None:
    given_back, texts, pending = await run(
        page,
        OUTBOX
        + """
        outbox.add("too long", [], "now");
        outbox.add("fine", [], "now");
        outbox.refused(sent[0].id, "too_long");
        return [back, texts(), outbox.pending.length];
        """,
    )
    assert (given_back, texts, pending) == ([["too long", "too_long"]], ["too long", "fine"], 1)


async def test_messages_left_by_a_closed_page_are_found_by_the_next(page: Page) -> None:
    left = await run(
        page,
        OUTBOX
        + """
        linked = false;
        memory.write("token", "known");
        outbox.add("left behind", [], "now");
        return new Outbox(new Memory("parts"), cargo, link).pending.map(({ text }) => text);
        """,
    )
    assert left == ["left behind"]
