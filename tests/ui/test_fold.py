"""Text as it is searched."""

import pytest

from pupitre.ui.fold import folded, holds


def test_accents_and_capitals_are_left_out() -> None:
    assert folded("Élève À L’Œuvre") == "eleve a l’œuvre"


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("Choix du modèle", "mod", True),
        ("Choix du modèle", "modele choix", True),
        ("Choix du modèle", "", True),
        ("Choix du modèle", "livraison", False),
    ],
)
def test_each_wanted_word_has_to_be_there(text: str, wanted: str, found: bool) -> None:
    assert holds(text, wanted) is found
