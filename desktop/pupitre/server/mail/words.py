"""The sentences of mails, in the visitor's language."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

_OTHERWISE = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One language's sentences."""

    language: str
    sentences: Mapping[str, str]

    def say(self, name: str, **values: object) -> str:
        """Return a sentence; values are put in as they are."""
        return self.sentences[name].format_map(values)

    def day(self, moment: datetime) -> str:
        """Return "22 November 2026"."""
        month = self.sentences["months"].split()[moment.month - 1]
        return f"{moment.day}\u00a0{month}\u00a0{moment.year}"


Languages = Mapping[str, Words]


def read_words(catalogues: Path) -> Languages:
    """Read what `visitor_<language>.json` says for mails."""
    found = {}
    for path in sorted(catalogues.glob("visitor_*.json")):
        language = path.stem.removeprefix("visitor_")
        sentences = json.loads(path.read_text(encoding="utf-8"))["mail"]
        found[language] = Words(language=language, sentences=sentences)
    return found


def words_for(languages: Languages, asked: str) -> Words:
    """Return the words of a language such as `fr-CA`, or English."""
    spoken = asked.replace("_", "-").split("-")[0].casefold()
    return languages.get(spoken) or languages[_OTHERWISE]
