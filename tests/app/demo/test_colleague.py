"""A colleague without a screen answers who comes, and gives everything back at the end."""

from pathlib import Path

from pupitre.app.demo.colleague import Colleague
from pupitre.app.demo.visitors import Person, SoftVisitor
from pupitre.app.trial import Trial
from pupitre.wire import visitor_events
from tests.support.loop import until


async def test_who_comes_is_answered(tmp_path: Path) -> None:
    trial, told = Trial(tmp_path, port=0), []
    address = await trial.address()
    bruno = Colleague("Bruno", "Bonjour !", lambda who, what: told.append((who, what)))
    await bruno.come(address, "bruno@demo.test", "demo")
    camille = SoftVisitor(address, Person(name="Camille", mission="velo"), lambda *_: None)
    await camille.arrive("/demo/velo", "Vélos")
    await camille.write("Bonjour ?")
    await camille.hears(visitor_events.Assigned)
    await camille.hears(visitor_events.Message)
    await until(lambda: told[-1] == ("Bruno", "is given Camille: arrived"))
    await bruno.leave()
    await camille.leave()
    await trial.stop()
