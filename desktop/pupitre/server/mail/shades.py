"""Which text can be read on a mission's colour."""

_WHITE, _DARK = "#ffffff", "#1c1b1a"


def text_on(colour: str) -> str:
    """Return white or a near black, whichever contrasts more with `#rrggbb`."""
    light = _luminance(colour)
    on_white = 1.05 / (light + 0.05)
    on_dark = (light + 0.05) / (_luminance(_DARK) + 0.05)
    return _WHITE if on_white >= on_dark else _DARK


def _luminance(colour: str) -> float:
    """Return the relative luminance as WCAG 2 has it."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (red, green, blue)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
