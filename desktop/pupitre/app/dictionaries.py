"""The system's dictionaries, by Enchant: Hunspell's on Linux, the system's own on macOS."""

import logging

from pupitre.ui.spelling import Dictionary

log = logging.getLogger(__name__)

_HOME = {"fr": "fr_FR", "en": "en_GB"}
"""Which of a language's dictionaries comes first."""


def open_dictionary(language: str) -> Dictionary | None:
    """Return the dictionary of a visitor's language; None: none here, and nothing is said of it.

    It takes a moment, and belongs to the thread that asks.
    """
    try:
        import enchant
    except ImportError:  # the library is not on this computer
        log.info("words are not looked up: Enchant is not installed")
        return None
    try:
        broker = enchant.Broker()
        name = _best(language, broker.list_languages())
        return None if name is None else broker.request_dict(name)
    except enchant.errors.Error as error:
        log.info("no dictionary of %s: %s", language, error)
        return None


def _best(language: str, offered: list[str]) -> str | None:
    """Return the dictionary that suits a language tag such as "fr" or "en-US"."""
    wanted = language.replace("-", "_")
    root = wanted.split("_")[0].lower()
    region = [wanted] if "_" in wanted else []
    for name in (*region, _HOME.get(root, root), root):
        if name in offered:
            return name
    return next((name for name in sorted(offered) if name.split("_")[0] == root), None)
