"""Where in the text: each use of a list's words as a mark from the start to the end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from analysis.compare.places import first_uses, placed
from analysis.lexicons import Contrast, Side
from analysis.notes import WHERE_NOTE
from analysis.report import charts
from analysis.report.charts.strip import Axis, Tick, Track
from analysis.report.evidence import Row
from analysis.report.parts import Block, Chart, Charts, Paragraph
from analysis.report.source import Source
from analysis.schema import records
from analysis.vocabulary import capital, plural

AXIS = Axis(((0, "start"), (0.5, "middle"), (1, "end")), middle=True)

TITLE = "Where in the text"


def blocks(
    source: Source,
    contrast: Contrast,
    used: Sequence[Side],
    hits: Mapping[tuple[str, str, str], Sequence[Row]],
) -> Iterator[Block]:
    """Yield a strip with one row per outlet and one mark per use, with its key and its note.

    ``hits`` are the uses that count, in any voice, by list, side and outlet.
    """
    rows = [row for (each, _, _), found in hits.items() if each == contrast.id for row in found]
    if not rows:
        return
    found = placed(pd.DataFrame(rows), source.table("sentences"))
    sides = [side.id for side in contrast.sides]
    tracks = [_track(outlet, found[found["outlet"] == outlet], sides) for outlet in source.outlets]
    title = f"{TITLE}: {contrast.label}"
    number = source.lists.index(contrast) + 1
    drawn = charts.strip(tracks, AXIS, name=f"c-p{number}", title=title, shapes=charts.SHAPES)
    key = tuple((charts.sample(sides.index(each.id)), capital(each.label)) for each in used)
    yield Charts((Chart(TITLE, drawn),), wide=True, key=key)
    yield Paragraph((f"{first_uses(found)} {WHERE_NOTE}",), "note")


def _track(outlet: str, found: pd.DataFrame, sides: Sequence[str]) -> Track:
    ticks = tuple(
        Tick(
            float(str(row["place"])),
            hollow=row["voice"] != "outlet",
            index=sides.index(str(row["side"])),
        )
        for row in records(found)
    )
    return Track(outlet, plural(len(ticks), "use"), ticks)
