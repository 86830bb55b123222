"""Prepared sentences for visitors, in the visitor's language whatever the desk's."""

_ANYTHING_ELSE = {
    "fr": "Avez-vous d’autres questions\u00a0?",
    "en": "Do you have any other questions?",
}
_SET_ASIDE = {
    "fr": "Je mets notre échange de côté, écrivez-moi quand vous voulez.",
    "en": "I’m setting our conversation aside: write to me whenever you like.",
}
_GOODBYE = {
    "fr": "Sans nouvelles de vous, je clôture notre échange. "
    "Merci de votre visite\u00a0: écrivez-nous de nouveau quand vous voulez.",
    "en": "I haven’t heard from you, so I’m closing our conversation. "
    "Thank you for your visit: write to us again whenever you like.",
}


def anything_else(language: str) -> str:
    """Return the last question before closing (C1)."""
    return _ANYTHING_ELSE.get(language[:2].lower(), _ANYTHING_ELSE["en"])


def set_aside(language: str) -> str:
    """Return what tells the visitor of a pause."""
    return _SET_ASIDE.get(language[:2].lower(), _SET_ASIDE["en"])


def goodbye(language: str) -> str:
    """Return what is said to a visitor who stayed silent through two pauses (P8)."""
    return _GOODBYE.get(language[:2].lower(), _GOODBYE["en"])
