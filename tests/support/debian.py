"""A bare Debian 12 in a folder, where a package is installed, used and purged: needs root."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

ENTER = """
set -e
mount -t proc proc "$0/proc"
mount --rbind /dev "$0/dev"
exec chroot "$@"
"""
TOOLS = ("debootstrap", "unshare", "chroot", "dpkg-deb")
Word = str | Path


def is_possible() -> bool:
    """Whether this machine may have one."""
    return os.geteuid() == 0 and all(shutil.which(tool) for tool in TOOLS)


class Debian:
    """A system of its own, with this machine's network."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @classmethod
    def copied(cls, base: Path, root: Path) -> "Debian":
        """Copy a clean system, made once in `base`."""
        if not (base / "etc" / "debian_version").exists():
            subprocess.run(["debootstrap", "--variant=minbase", "bookworm", base], check=True)
        subprocess.run(["cp", "--archive", "--reflink=auto", base, root], check=True)
        for name in ("resolv.conf", "hosts"):
            shutil.copyfile(Path("/etc") / name, root / "etc" / name)
        return cls(root)

    def run(self, *words: Word, user: int = 0, env: Mapping[str, str] | None = None) -> str:
        """Run a program inside to its end; return what it printed, or fail with it."""
        done = subprocess.run(
            self.command(*words, user=user),
            env=self.environment(env),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{words}: {done.stdout}{done.stderr}"
        return done.stdout

    def command(self, *words: Word, user: int = 0) -> list[str]:
        """Return the words that run a program inside."""
        enter = ["unshare", "--mount", "--propagation", "private", "sh", "-c", ENTER]
        who = ["--userspec", f"{user}:{user}"] if user else []
        if not who:
            return [*enter, str(self.root), str(self.root), *map(str, words)]
        return [*enter, str(self.root), *who, str(self.root), *map(str, words)]

    def environment(self, more: Mapping[str, str] | None = None) -> dict[str, str]:
        """Return a plain person's environment, and this machine's way out."""
        proxies = {name: value for name, value in os.environ.items() if "proxy" in name.lower()}
        plain = {
            "HOME": "/root",
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
            "LANG": "C.UTF-8",
            "DEBIAN_FRONTEND": "noninteractive",
        }
        return proxies | plain | dict(more or {})

    def files(self) -> set[str]:
        """List what is in the system, without what apt and the kernel keep for themselves."""
        found = subprocess.run(
            ["find", self.root, "-xdev", "-path", "*/pupitre*", "-o", "-name", "*pupitre*"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        return {"/" + str(Path(line).relative_to(self.root)) for line in found.splitlines()}
