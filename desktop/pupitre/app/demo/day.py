"""A day at the desk, from the first word to the end of the shift."""

from dataclasses import replace

from PySide6.QtWidgets import QApplication

from pupitre.app import screen
from pupitre.app.demo.stage import Stage
from pupitre.app.demo.visitors import Person
from pupitre.ui.preferences import Language, Preferences
from pupitre.ui.theme import Scheme
from pupitre.wire import visitor_events

KARIM = Person(name="Karim B.", mission="velo")
INES = Person(name="Inès", mission="cave")
STRANGER = Person(name="A stranger", mission="velo", is_stranger=True)
CAMILLE = Person(name="Camille D.", mission="velo")
SOPHIE = Person(name="Sophie Lambert", mission="cave")
THOMAS = Person(name="Thomas", mission="velo")
LEA = Person(name="Léa", mission="velo")


async def play(stage: Stage) -> None:
    """Play it all; what time decides comes late enough for a slow machine."""
    await _opens_the_desk(stage)
    await _two_long_pauses(stage)
    await _visitors_come(stage)
    await _a_short_pause(stage)
    await _in_every_light(stage)
    await _a_transfer(stage)
    await _three_ways_back(stage)
    await _a_closure(stage)
    await _the_end_of_the_shift(stage)


async def _opens_the_desk(stage: Stage) -> None:
    await stage.picture("welcome")
    await stage.hand.press("Try it on this computer")
    await stage.until(lambda: stage.desk.place, "the trial starts")
    await stage.until(lambda: not stage.session.connection.stale, "the desk is connected")
    await stage.until(lambda: stage.session.you and stage.session.you.available, "she is there")
    stage.transcript.tell("Alice", "opens her desk and is available")
    await stage.picture("empty-desk")


async def _two_long_pauses(stage: Stage) -> None:
    await stage.comes(INES, "/rouges", "Vins rouges", "Ce Bandol se garde combien d’années ?")
    await stage.opens("Inès")
    await stage.picture("first-word")
    await stage.answers("Inès", "Je demande au vigneron, il me répond demain matin.")
    await stage.pauses("Inès", "24 hours")
    await stage.comes(
        STRANGER, "/freins", "Freins à disque", "Vos plaquettes vont-elles sur 2018 ?"
    )
    await stage.answers("A stranger", "Quelle est la marque des freins, s’il vous plaît ?")
    await stage.leaves("A stranger")
    await stage.pauses("A stranger", "Custom", "tomorrow 9am", keep=False)


async def _visitors_come(stage: Stage) -> None:
    await stage.comes(SOPHIE, "/blancs", "Vins blancs", "Quel blanc avec une raclette pour huit ?")
    await stage.answers("Sophie Lambert", "Un Apremont bien frais : comptez trois bouteilles.")
    await stage.comes(
        CAMILLE,
        "/vtt/29-pouces",
        "VTT 29 pouces Expl 500",
        "Bonjour, j’hésite entre un 27,5 et un 29 pouces pour débuter.",
    )
    await stage.answers(
        "Camille D.",
        "Bonjour Camille ! Le 29 pouces pardonne plus : il franchit mieux les obstacles et "
        "reste stable. Vous mesurez combien ?",
    )
    await stage.writes("Camille D.", "1m68")
    await stage.answers("Camille D.", "Alors un cadre M conviendra, il est en stock.")


async def _a_short_pause(stage: Stage) -> None:
    await stage.comes(
        KARIM,
        "/suivi",
        "Suivi de commande",
        "Bonjour, mon colis est annoncé livré mais je n’ai rien reçu.",
    )
    await stage.answers("Karim B.", "Bonjour Karim, j’appelle le transporteur, je reviens.")
    await stage.pauses("Karim B.", "3 hours")
    await stage.comes(THOMAS, "/ville", "Vélos de ville", "Le panier avant va sur quel modèle ?")
    await stage.comes(LEA, "/atelier", "Atelier", "Combien de temps pour une révision complète ?")
    await stage.visitor("Camille D.").drafts("je fais aussi 5 km pour aller au tra")
    await stage.until(lambda: _has_four_and_three(stage), "four are open and three paused")


def _has_four_and_three(stage: Stage) -> bool:
    return all(map(stage.is_open, ("Sophie Lambert", "Camille D.", "Thomas", "Léa"))) and all(
        map(stage.is_paused, ("Karim B.", "Inès", "A stranger"))
    )


async def _a_transfer(stage: Stage) -> None:
    address = await stage.desk.trial.address()
    await stage.bruno.come(address, "bruno@demo.test", "demo")
    await stage.opens("Léa")
    await stage.hand.press("Transfer…")
    await stage.hand.dialog("Transfer the conversation")
    await stage.hand.write("To", "Bruno")
    await stage.hand.write("Note for the recipient", "Elle demande un devis de révision.")
    await stage.picture("transfer")
    await stage.hand.press("Transfer")
    await stage.hand.no_dialog()
    stage.transcript.tell("Alice", "transfers Léa to Bruno with a note")
    await stage.until(lambda: stage.card("Léa") is None, "Léa has left the desk")


async def _three_ways_back(stage: Stage) -> None:
    await stage.answers(
        "Thomas", "Bonjour ! Il va sur tous nos vélos de ville, porte-bagages avant."
    )
    await stage.writes("Inès", "Finalement c’est pour ce soir, que me conseillez-vous ?")
    await stage.until(lambda: stage.is_open("Inès"), "Inès is back: she replied")
    stage.transcript.tell("Alice", "is told: Inès replied, back on the desk")
    await stage.opens("Inès")
    await stage.picture("back-visitor-replied")
    await stage.changes_the_pause("A stranger", "in 40 min")
    await stage.until(lambda: stage.card("A stranger") is None, "the stranger was released")
    stage.transcript.tell("Alice", "no longer has the stranger: the pause ended, released")
    await stage.until(lambda: stage.is_open("Karim B."), "Karim is back: his pause expired")
    stage.transcript.tell("Alice", "is told: the pause with Karim B. is over, kept")
    await stage.opens("Karim B.")
    await stage.picture("back-pause-over")


async def _in_every_light(stage: Stage) -> None:
    """The same desk in the dark and in French, for who looks at the pictures."""
    before = stage.desk.settings.preferences
    for language in (Language.ENGLISH, Language.FRENCH):
        for scheme in (Scheme.LIGHT, Scheme.DARK):
            wear(stage, replace(before, language=language, scheme=scheme))
            await stage.opens("Camille D.")
            await stage.picture(f"four-open-three-paused-{language.value}-{scheme.value}")
    await _dialogs(stage, "fr-dark")
    wear(stage, before)
    await stage.beat()


async def _dialogs(stage: Stage, look: str) -> None:
    card, dialogs = stage.card("Camille D."), stage.desk.window.dialogs
    if card is None or dialogs is None:
        raise LookupError("Camille D. is not on the desk")
    about = {"pause": dialogs.pause, "transfer": dialogs.transfer, "close": dialogs.close}
    for name, ask in about.items():
        ask(card.id)
        await stage.picture(f"{name}-{look}")
        stage.hand.dismiss()
    for name, show in {"wake-ups": dialogs.paused_list, "settings": dialogs.settings}.items():
        show()
        await stage.picture(f"{name}-{look}")
        stage.hand.dismiss()
    await stage.hand.no_dialog()


def wear(stage: Stage, preferences: Preferences) -> None:
    """Show the desk in another light and another language."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        screen.dress(app, preferences)
    stage.desk.window.prefer(preferences)
    stage.desk.speak(preferences)


async def _a_closure(stage: Stage) -> None:
    await stage.opens("Camille D.")
    await stage.hand.press("Close…")
    await stage.hand.dialog("Close the conversation")
    await stage.hand.press("Choix du vélo")
    await stage.hand.write("Note", "Débute en VTT, 1m68, cadre M.")
    await stage.picture("close")
    await stage.hand.press("Close the conversation")
    await stage.hand.no_dialog()
    stage.transcript.tell("Alice", "closes Camille D.: Choix du vélo")
    await stage.visitor("Camille D.").hears(visitor_events.Closed)
    await stage.visitor("Camille D.").answer_survey(5, 9, "Rapide et clair, merci !")
    stage.transcript.tell("Camille D.", "answers: 5 of 5, 9 of 10, “Rapide et clair, merci !”")


async def _the_end_of_the_shift(stage: Stage) -> None:
    stage.desk.window.close()
    await stage.hand.dialog("End of shift")
    await stage.picture("end-of-shift")
    await stage.hand.press("Settle all and sign out")
    stage.transcript.tell("Alice", "settles everything and signs out: the shift is over")
