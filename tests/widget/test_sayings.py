"""What the widget says and keeps before anybody writes: hours, sound, colours, files."""

import json
from collections.abc import Mapping

import pytest
from playwright.async_api import Page

from tests.support.server import RESOURCES
from tests.widget.parts import run

pytestmark = pytest.mark.journey

NOW = "2026-11-22T15:00:00.000Z"
"""A Sunday, four in the afternoon in Paris."""
HERE: dict[str, object] = {"open": True, "available": True, "asynchronous": True, "opens_at": None}


async def greetings(page: Page, language: str, *missions: Mapping[str, object]) -> list[str]:
    """Return how each mission greets its visitors, in a language."""
    words = json.loads((RESOURCES / "i18n" / f"visitor_{language}.json").read_text())["widget"]
    said = await run(
        page,
        "const words = wording(given.language, given.words);"
        " return given.missions.map((one) => greeting(one, new Date(given.now), words));",
        {"language": language, "words": words, "now": NOW, "missions": list(missions)},
    )
    return [str(sentence) for sentence in said]


async def test_a_mission_says_when_experts_are_back(page: Page) -> None:
    moments = ("22T17:30", "23T08:00", "25T08:00", "30T08:00")
    closed = [
        HERE | {"open": False, "asynchronous": False, "opens_at": f"2026-11-{moment}:00.000Z"}
        for moment in moments
    ]
    assert await greetings(page, "en", *closed) == [
        "Our experts are back today at 18:30.",
        "Our experts are back tomorrow at 09:00.",
        "Our experts are back on Wednesday at 09:00.",
        "Our experts are back on Monday 30 November at 09:00.",
    ]
    assert (await greetings(page, "fr", *closed))[2] == (
        "Nos experts sont de retour mercredi à 09:00."
    )


async def test_who_may_write_anyway_is_told_so_and_who_may_not_is_not(page: Page) -> None:
    nobody = HERE | {"available": False}
    live = nobody | {"asynchronous": False}
    never = live | {"open": False}
    said = await greetings(page, "en", HERE, nobody, live, never)
    assert said[0].startswith("Hello!")
    assert said[1].endswith("Write anyway: the answer will come here.")
    assert said[2] == "Nobody is available at the moment. Please come back a little later."
    assert said[3] == "Our experts are away at the moment. Please come back a little later."
    assert not any("mail" in sentence for sentence in said)


async def test_the_sound_is_off_and_its_choice_is_kept_only_once_something_is(page: Page) -> None:
    seen = await run(
        page,
        """
        const seen = [];
        const memory = new Memory("parts");
        const sound = new Sound(memory);
        seen.push(sound.on);
        sound.turn(true);
        seen.push(sound.on, localStorage.length + sessionStorage.length);
        memory.keep();
        seen.push(localStorage.length, new Sound(memory).on);
        return seen;
        """,
    )
    assert seen == [False, True, 0, 1, True]


@pytest.mark.parametrize(
    ("style", "meta", "system", "dark"),
    [
        ("", "", "dark", False),
        ("light dark", "", "dark", True),
        ("light dark", "", "light", False),
        ("dark", "", "light", True),
        ("", "light dark", "dark", True),
        ("light", "dark", "dark", False),
    ],
)
async def test_the_chat_is_dark_only_where_the_page_says_so(
    page: Page, style: str, meta: str, system: str, dark: bool
) -> None:
    await page.emulate_media(color_scheme="dark" if system == "dark" else "light")
    found = await run(
        page,
        """
        document.documentElement.style.colorScheme = given[0];
        if (given[1]) document.head.insertAdjacentHTML(
          "beforeend", `<meta name="color-scheme" content="${given[1]}">`);
        return isDark();
        """,
        [style, meta],
    )
    assert found is dark


async def test_files_are_measured_before_they_travel(page: Page) -> None:
    seen = await run(
        page,
        """
        const file = (size, type) => ({ size, type });
        const sizes = [1, 2_400_000, 10_400_000].map((size) => sized(size, { language: "en" }));
        return [
          unfit(file(5, "image/png"), 0), unfit(file(5, ""), 0), unfit(file(0, "text/plain"), 0),
          unfit(file(5, "application/zip"), 0), unfit(file(5, "image/svg+xml"), 0),
          unfit(file(10 * 1024 * 1024 + 1, "image/png"), 0), unfit(file(5, "image/png"), 10),
          ...sizes,
        ];
        """,
    )
    assert seen[:7] == [
        *(None, None, "wrong_type", "wrong_type", "wrong_type"),
        *("too_large", "too_many"),
    ]
    assert seen[7:] == ["0.1 kB", "2.4 MB", "10 MB"]
