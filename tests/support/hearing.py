"""A server in memory that hears only some of what it is sent."""

from abc import abstractmethod

from typing_extensions import override

from pupitre.backends.memory import MemoryBackend
from pupitre.backends.memory_link import MemoryLink
from pupitre.wire.expert_frames import ToServer


class HardOfHearing(MemoryBackend):
    """Loses frames on their way in; the links stay open."""

    @abstractmethod
    def hears(self, frame: ToServer) -> bool:
        """Tell whether this frame arrives."""

    @override
    async def open(self) -> MemoryLink:
        return _Link(self)


class _Link(MemoryLink):
    @override
    async def send(self, frame: ToServer) -> None:
        assert isinstance(self.host, HardOfHearing)
        if self.host.hears(frame):
            await super().send(frame)
