"""What was said and done during the demo, line by line, by the server's clock."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path


class Transcript:
    """Lines of a story, each with its time; written as they come."""

    def __init__(
        self, path: Path | None, now: Callable[[], datetime], *, echo: bool = False
    ) -> None:
        self._path = path
        self._now = now
        self._echo = echo
        self.lines: list[str] = []
        if path is not None:
            path.write_text("", encoding="utf-8")

    def tell(self, who: str, what: str) -> None:
        """Write down what somebody said or did."""
        moment = self._now().astimezone()
        line = f"{moment:%a %H:%M}  {who:<14} {what}"
        self.lines.append(line)
        if self._echo:
            print(line, flush=True)  # noqa: T201 - somebody watches
        if self._path is not None:
            with self._path.open("a", encoding="utf-8") as out:
                out.write(line + "\n")
