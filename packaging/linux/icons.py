"""The program's icon in the sizes that menus and docks ask for."""

from pathlib import Path

import drawings

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)


def into_hicolor(svg: Path, share: Path) -> None:
    """Fill the `hicolor` theme under a `share` folder, the drawing itself included."""
    theme = share / "icons" / "hicolor"
    images = {f"{size}x{size}": drawings.png(svg, size) for size in SIZES}
    for folder, image in images.items():
        _write(theme / folder / "apps" / f"{svg.stem}.png", image)
    _write(theme / "scalable" / "apps" / svg.name, svg.read_bytes())


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
