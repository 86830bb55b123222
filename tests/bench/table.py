"""The rows that a benchmark gives, and how they are shown."""

from collections.abc import Sequence
from dataclasses import dataclass

HEADINGS = ("figure", "here", "peer or limit", "ratio", "target", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One figure beside its peer, measured in the same run."""

    figure: str
    value: str
    peer: str
    target: str
    ratio: float | None = None
    met: bool | None = None
    """None: there is no target, the figure is for information."""


def ratio_row(
    figure: str, value: float, peer: float, *, unit: str, name: str, most: float | None
) -> Row:
    """Return a row whose figure may be `most` times its peer's; None: it is for information."""
    ratio = value / peer
    return Row(
        figure=figure,
        value=f"{value:.4g} {unit}",
        peer=f"{peer:.4g} {unit}, {name}",
        ratio=ratio,
        target="" if most is None else f"≤ {most:g} ×",
        met=None if most is None else ratio <= most,
    )


def limit_row(figure: str, value: float, limit: float, *, unit: str) -> Row:
    """Return a row whose figure may be `limit` at most."""
    return Row(
        figure=figure,
        value=f"{value:.4g} {unit}",
        peer="",
        target=f"≤ {limit:g} {unit}",
        met=value <= limit,
    )


def shown(rows: Sequence[Row]) -> str:
    """Return the rows as a table of plain text."""
    cells = [HEADINGS, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(HEADINGS))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in cells
    ]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join(lines)


def _cells(row: Row) -> tuple[str, ...]:
    verdict = {None: "", True: "met", False: "MISSED"}[row.met]
    ratio = "" if row.ratio is None else f"{row.ratio:.2f} ×"
    return row.figure, row.value, row.peer, ratio, row.target, verdict
