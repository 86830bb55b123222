"""What the desk remembers of its owner's choices: a small JSON file, written in one go."""

import logging
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

from pupitre.app.formats import FORMAT, brought_up_to_date, format_of
from pupitre.ui.preferences import Arrangement, Preferences

log = logging.getLogger(__name__)
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Somebody's desk on a server."""

    server: str = ""
    """Its address; empty: the one embedded in this desk ("Try it on this computer")."""
    email: str = ""

    @property
    def is_trial(self) -> bool:
        """Served by the embedded server."""
        return bool(self.email) and not self.server

    @property
    def key(self) -> str:
        """What tells it from the others: its token and its desk's file are kept under it."""
        return f"{self.server or 'this computer'}|{self.email}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The choices of the person at this desk. No secret is ever among them."""

    preferences: Preferences = field(default_factory=Preferences)
    account: Account = field(default_factory=Account)
    """Who signed in last."""
    window: Arrangement = field(default_factory=Arrangement)
    others: Mapping[str, Any] = field(default_factory=dict)
    """What another version of Pupitre wrote: kept as it is."""


class SettingsFile:
    """The file that holds the settings."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "settings.json"

    def load(self) -> Settings:
        """Return what the file says; the defaults where it is missing or broken."""
        try:
            told = _written(self.path.read_bytes())
        except FileNotFoundError:
            return Settings()
        except (OSError, ValueError):
            return self._set_aside()
        if not isinstance(told, dict):
            return self._set_aside()
        if format_of(told) > FORMAT:
            self._keep_newer()
        return _parsed(brought_up_to_date(told))

    def save(self, settings: Settings) -> None:
        """Replace the file by these settings, or leave it as it was."""
        import msgspec

        self.path.parent.mkdir(parents=True, exist_ok=True)
        new = self.path.with_suffix(".new")
        told: dict[str, Any] = msgspec.to_builtins(settings)
        told = {"format": FORMAT} | told.pop("others") | told
        with new.open("wb") as out:
            out.write(msgspec.json.format(msgspec.json.encode(told), indent=2) + b"\n")
            out.flush()
            os.fsync(out.fileno())
        new.replace(self.path)

    def _keep_newer(self) -> None:
        """Keep a copy of what a newer version wrote: this one does not know all that it says."""
        copy = self.path.with_suffix(".newer")
        try:
            copy.write_bytes(self.path.read_bytes())
        except OSError as error:
            log.warning("settings of a newer version are not kept: %s", error.strerror)
        else:
            log.info("settings of a newer version are kept as %s", copy.name)

    def _set_aside(self) -> Settings:
        """Keep a file that cannot be read under another name: its owner may mend it."""
        aside = self.path.with_suffix(".broken")
        log.warning("the settings cannot be read; they are kept as %s", aside.name)
        try:
            self.path.replace(aside)
        except OSError:
            log.warning("nor can they be renamed")
        return Settings()


def _written(text: bytes) -> object:
    import msgspec  # who starts for the first time has no file, and no time to lose

    return msgspec.json.decode(text)


def _parsed(told: dict[str, Any]) -> Settings:
    known = {"format", *get_type_hints(Settings)}
    others = {name: value for name, value in told.items() if name not in known}
    return Settings(
        preferences=_read(Preferences, told.get("preferences")),
        account=_read(Account, told.get("account")),
        window=_read(Arrangement, told.get("window")),
        others=others,
    )


def _read(kind: type[T], told: object) -> T:
    """Return the value that was written, with the default where a field is of a wrong kind."""
    import msgspec

    if not isinstance(told, dict):
        return kind()
    good = {}
    for name, hint in get_type_hints(kind).items():
        if name in told:
            try:
                good[name] = msgspec.convert(told[name], hint)
            except msgspec.ValidationError:
                log.warning("a setting is not understood: %s", name)
    return kind(**good)
