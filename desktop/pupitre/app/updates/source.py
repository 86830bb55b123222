"""A repository of releases as The Update Framework reads it: signed, fresh, never older."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from tuf.api import exceptions as tuf
from tuf.ngclient.updater import Updater

from pupitre.app.folders import Folders
from pupitre.app.updates.channel import Channel
from pupitre.app.updates.faults import Distrusted, Fault, Unanswered
from pupitre.app.updates.fetcher import Fetcher
from pupitre.app.updates.releases import Release, newer

log = logging.getLogger(__name__)

LIST = "releases.json"


class Source:
    """Asks one channel; blocking, so for a thread. What was seen is kept with the desk's data."""

    def __init__(self, channel: Channel, folders: Folders) -> None:
        self._channel = channel
        self._seen = folders.data / "updates" / channel.name
        self._files = self._seen / "files"

    def look(self, mine: str, system: str) -> Release | None:
        """Return a newer release; raises `Distrusted` and `Unanswered`."""
        with _plainly():
            updater = self._updater(Fetcher())
            listed = updater.get_targetinfo(LIST)
            if listed is None:
                return None
            path = updater.find_cached_target(listed) or updater.download_target(listed)
            return newer(Path(path).read_bytes(), mine, system)

    def fetch(self, release: Release, system: str, progress: Callable[[float], None]) -> Path:
        """Bring the release's file, verified; `progress` hears the share that has come."""
        with _plainly():
            fetcher = Fetcher()
            updater = self._updater(fetcher)
            file = updater.get_targetinfo(release.files[system])
            if file is None:
                raise Distrusted(Fault.DAMAGED)
            fetcher.progress = lambda come: progress(min(1.0, come / max(1, file.length)))
            path = self._files / Path(file.path).name
            known = updater.find_cached_target(file, str(path))
            return Path(known or updater.download_target(file, str(path)))

    def _updater(self, fetcher: Fetcher) -> Updater:
        """Bring what is known up to date: roots, time, snapshot, list."""
        self._files.mkdir(parents=True, exist_ok=True)
        address = self._channel.address
        updater = Updater(
            metadata_dir=str(self._seen),
            metadata_base_url=f"{address}metadata/",
            target_dir=str(self._files),
            target_base_url=f"{address}targets/",
            fetcher=fetcher,
            bootstrap=self._channel.root,
        )
        updater.refresh()
        return updater


@contextmanager
def _plainly() -> Iterator[None]:
    """Say each failure in our own words."""
    try:
        yield
    except tuf.ExpiredMetadataError as error:
        raise _distrusted(Fault.EXPIRED, error) from error
    except tuf.BadVersionNumberError as error:
        raise _distrusted(Fault.OLDER, error) from error
    except (tuf.LengthOrHashMismatchError, tuf.DownloadLengthMismatchError) as error:
        raise _distrusted(Fault.DAMAGED, error) from error
    except (tuf.RepositoryError, msgspec.DecodeError) as error:
        raise _distrusted(Fault.FORGED, error) from error
    except tuf.DownloadError as error:
        raise Unanswered(str(error)) from error


def _distrusted(fault: Fault, error: Exception) -> Distrusted:
    log.error("updates: %s: %s", fault.value, error)
    return Distrusted(fault)
