"""How the run before ended: a mark that a run leaves, and the trace of what Python cannot catch."""

import faulthandler
import logging
from pathlib import Path
from typing import IO

log = logging.getLogger(__name__)

MARK = "running"
TRACE = "crash.txt"
BEFORE = "crash-before.txt"


class LastRun:
    """Tells whether the run before was cut short, and has this one's crash written down."""

    def __init__(self, folder: Path) -> None:
        self._mark = folder / MARK
        self._trace = folder / TRACE
        self._before = folder / BEFORE
        self._written: IO[str] | None = None
        self.ended_badly = False

    def begin(self) -> None:
        """Look at what the run before left, and leave a mark of this one."""
        try:
            self.ended_badly = self._mark.exists()
            self._keep_trace()
            self._mark.write_text("", encoding="utf-8")
            self._written = self._trace.open("w", encoding="utf-8")
        except OSError as error:
            log.warning("a crash would leave no trace: %s", error.strerror)
            return
        faulthandler.enable(self._written)

    def end(self) -> None:
        """Take the mark away: this run ended well."""
        if self._written is not None:
            faulthandler.disable()
            self._written.close()
            self._written = None
            self._trace.unlink(missing_ok=True)
        self._mark.unlink(missing_ok=True)

    def _keep_trace(self) -> None:
        if self._trace.exists() and self._trace.stat().st_size:
            self._trace.replace(self._before)
