"""Where a person's settings, data and logs lie on this computer."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pupitre.app.settings import Account

NAME = "pupitre"


class Unwritable(Exception):
    """A folder that is needed cannot be written; the message is one sentence for people."""

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(f"The folder {folder} cannot be written: {reason}.")
        self.folder, self.reason = folder, reason


def make(folder: Path) -> None:
    """Create a folder and see that it can be written; raises `Unwritable`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        try_to_write(folder)
    except OSError as error:
        raise Unwritable(folder, error.strerror or str(error)) from error


def try_to_write(folder: Path) -> None:
    """See that a folder can be written; raises OSError. Others may try at the same instant."""
    probe = folder / ".writable"
    probe.write_bytes(b"")
    probe.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Folders:
    """The folders that one desk reads and writes, and nothing outside them."""

    settings: Path
    data: Path
    logs: Path

    @classmethod
    def usual(cls) -> "Folders":
        """Return the folders that this system gives to programs."""
        import platformdirs  # not where a folder was chosen

        return cls(
            settings=platformdirs.user_config_path(NAME, appauthor=False),
            data=platformdirs.user_data_path(NAME, appauthor=False),
            logs=platformdirs.user_log_path(NAME, appauthor=False),
        )

    @classmethod
    def inside(cls, folder: Path) -> "Folders":
        """Return folders that keep everything inside one (`--data`)."""
        return cls(settings=folder, data=folder / "desk", logs=folder / "logs")

    @classmethod
    def chosen(cls, folder: Path | None) -> "Folders":
        """Return those inside `folder`, or the usual ones."""
        return cls.usual() if folder is None else cls.inside(folder)

    def prepare(self) -> None:
        """Create what must be writable: settings and data, not logs; raises `Unwritable`."""
        make(self.settings)
        make(self.data)

    @property
    def server(self) -> Path:
        """Where the embedded server keeps its database."""
        return self.data / "server"


def desk_file(folder: Path, account: "Account") -> Path:
    """Return the file of an account's desk: one name for one server and one address."""
    from pupitre.app.digest import digest  # servers have folders too, and no Qt

    name = digest(account.key.casefold())
    return folder / f"desk-{name}.sqlite"
