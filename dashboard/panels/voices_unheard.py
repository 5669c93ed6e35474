"""Who is heard in another outlet of the story and not in this one."""

from __future__ import annotations

from dashboard import accuracy, data, words_voices
from dashboard.components import frame
from dashboard.components.figure import FigureBlock, show_figure
from dashboard.prepare import voices_kinds


def draw(view: data.View) -> None:
    """Draw the panel."""
    missing = voices_kinds.unheard(view.table("unheard"), view.outlets)
    if not len(missing):
        frame.message("Every speaker of the chosen outlets is heard in each of them.")
        return
    show_figure(
        FigureBlock(
            name="unheard",
            takeaway=voices_kinds.unheard_takeaway(missing, view.outlets),
            caveat=f"{words_voices.ABSENT_NOTE} {accuracy.quotes_note()}",
            panels=[],
            points=voices_kinds.unheard_points(missing),
            lists=("Not heard in", "Speaker or kind", "Heard in"),
            table=voices_kinds.shown_unheard(missing),
            open_table=True,
        )
    )
