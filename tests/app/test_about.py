"""One line names what runs here."""

from importlib.metadata import version

from pupitre.app.about import about


def test_the_versions_are_those_that_run() -> None:
    line = about()
    assert line.startswith(f"Pupitre {version('pupitre')} · Qt 6.")
    assert "\n" not in line
