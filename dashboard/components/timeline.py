"""The line of time as HTML: a dot for a known hour, a bar over the day for an unknown one."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.markup import Html, element, joined
from dashboard import words
from dashboard.components import html
from dashboard.prepare.timeline import Line, Moment

NOTE = (
    "A dot is a known hour; a bar covers the day when only the date is known. Hollow: "
    "inferred from the text, not stated."
)


def timeline(line: Line | None, undated: Sequence[str]) -> Html:
    """Return the line of time, and who is not on it because no date is known."""
    note = f" Date not known: {words.listed(list(undated))}." if undated else ""
    if line is None:
        return html.caveat(note.strip()) if note else joined("")
    rows = [_row(line, moment) for moment in line.moments]
    days = [
        element(
            "span",
            f"{day.day} {day:%b}",
            class_="px-tick",
            style=f"--at: {(place + 0.5) / len(line.days):.4f}",
        )
        for place, day in enumerate(line.days)
        if place % _step(len(line.days)) == 0
    ]
    scale = element("div", *days, class_="px-ticks", aria_hidden="true")
    return joined(
        element("ol", *rows, class_="px-when", aria_label="When each text appeared"),
        scale,
        html.caveat(NOTE + note),
    )


def _step(n_days: int) -> int:
    """Return how many days lie between two labels, so that at most eight stand side by side."""
    return -(-n_days // 8)


def _row(line: Line, moment: Moment) -> Html:
    is_point = moment.start == moment.end
    kind = "px-point" if is_point else "px-bar"
    hollow = " px-hollow" if moment.is_inferred else ""
    start, width = line.share(moment.start), line.share(moment.end) - line.share(moment.start)
    mark = element(
        "span",
        class_=f"{kind}{hollow}",
        style=f"--at: {start:.4f}; --wide: {width:.4f}",
        aria_hidden="true",
    )
    return element(
        "li",
        element("span", moment.name, class_="px-who"),
        element("span", moment.words, class_="px-day"),
        element("span", mark, class_="px-track", aria_hidden="true"),
    )
