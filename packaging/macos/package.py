"""Makes the disk image of `Pupitre.app`: signed and notarised where the secrets are there.

    python packaging/macos/package.py BUNDLE VERSION WORK DIST

PUPITRE_SIGN_IDENTITY       "Developer ID Application: …", in the keychain; PyInstaller reads it too
PUPITRE_NOTARY_KEY          the file of an App Store Connect key, with
PUPITRE_NOTARY_KEY_ID       its name and
PUPITRE_NOTARY_ISSUER       the team that it belongs to
"""

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

ENTITLEMENTS = Path(__file__).parent / "entitlements.plist"
SECRETS = ("PUPITRE_NOTARY_KEY", "PUPITRE_NOTARY_KEY_ID", "PUPITRE_NOTARY_ISSUER")
UNSIGNED = "-"
"""Apple's word for a signature that names nobody: it runs where it was made."""


def steps(app: Path, stage: Path, image: Path, env: Mapping[str, str]) -> Iterator[list[str]]:
    """List the commands that turn the app, laid out in `stage`, into an image."""
    identity = env.get("PUPITRE_SIGN_IDENTITY") or UNSIGNED
    sign = ["codesign", "--force", "--timestamp", "--options", "runtime", "--sign", identity]
    if identity == UNSIGNED:
        sign.remove("--timestamp")
    yield [*sign, "--deep", "--entitlements", str(ENTITLEMENTS), str(app)]
    yield ["codesign", "--verify", "--deep", "--strict", str(app)]
    create = ["hdiutil", "create", "-volname", "Pupitre", "-fs", "HFS+", "-format", "UDZO"]
    yield [*create, "-ov", "-srcfolder", str(stage), str(image)]
    if identity == UNSIGNED:
        return
    yield ["codesign", "--timestamp", "--sign", identity, str(image)]
    if all(env.get(name) for name in SECRETS):
        key, name, issuer = (env[secret] for secret in SECRETS)
        account = ["--key", key, "--key-id", name, "--issuer", issuer]
        yield ["xcrun", "notarytool", "submit", str(image), *account, "--wait"]
        yield ["xcrun", "stapler", "staple", str(image)]


def main(frozen: Path, version: str, work: Path, dist: Path) -> int:
    """Lay the app out beside a link to Applications, and make the image."""
    stage = work / "dmg"
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(parents=True)
    app = stage / "Pupitre.app"
    shutil.copytree(frozen.with_name("Pupitre.app"), app, symlinks=True)
    (stage / "Applications").symlink_to("/Applications")
    image = dist / f"pupitre-{version}-macos-{platform.machine()}.dmg"
    for missing in ("PUPITRE_SIGN_IDENTITY", *SECRETS):
        if not os.environ.get(missing):
            print(f"not signed or not notarised: {missing} is not set", flush=True)
    for step in steps(app, stage, image, os.environ):
        subprocess.run(step, check=True)
    print(f"wrote {image.name}", flush=True)
    return 0


if __name__ == "__main__":
    bundle, version, work, dist = sys.argv[1:]
    sys.exit(main(Path(bundle), version, Path(work), Path(dist)))
