"""Words about the ways of showing a page: screen, projector, paper."""

from __future__ import annotations

HELP = (
    "Projector: larger type, thicker lines, fewer controls. Print: every part of the page open, "
    "light, with its legend and address; the browser's own print gives nearly the same."
)

PRINT = "Print or save as PDF"

BACK = "Back to the screen"

COPY_VIEW = "Copy link to this view"

COPY_SENTENCE = "Copy link to this sentence"

PAPER = "Outlets: {outlets}. Counted as: {unit}. Whose words: {words}. Word lists: {lists}."

PUT_BACK = "Put back into the article"

SET_ASIDE = "Set aside again"

AROUND = (
    "{n} places of this text are reported by at least one of {others} other texts, as shown "
    "beside them. They are found from words and meaning: some are missed, and some only look "
    "alike. Captions and galleries are left out here."
)
