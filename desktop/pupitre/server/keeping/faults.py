"""What is wrong with what a server keeps, and whether the events can mend it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that is wrong."""

    sentence: str
    """For people; it names things by their ids."""
    can_be_mended: bool = False
    """It is a projection: the events tell what it should be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What was looked at, and what is wrong with it."""

    conversations: int
    events: int
    files: int
    faults: tuple[Fault, ...] = ()

    @property
    def lasting(self) -> tuple[Fault, ...]:
        """Those that nothing here can mend."""
        return tuple(fault for fault in self.faults if not fault.can_be_mended)
