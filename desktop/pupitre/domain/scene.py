"""What a decision may look at besides the conversation itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from pupitre.domain.ids import ExpertId
from pupitre.domain.mission import Mission
from pupitre.domain.people import Actor, Block, Expert


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The moment, who acts, and who is on the floor."""

    now: datetime
    actor: Actor
    mission: Mission
    experts: Mapping[ExpertId, Expert] = field(default_factory=dict)
    """The mission's experts as they stand."""
    waiting: int = 0
    """How many conversations wait in the group in question (R3)."""
    block: Block | None = None
    """The visitor's block, if any (R11)."""
    favourite: ExpertId | None = None
    """The expert of the conversation that a new one follows (C6)."""
