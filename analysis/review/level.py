"""Reading level of the draft beside that of the other articles, for information."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.review.finding import Elsewhere, Found, Severity
from analysis.review.material import Material
from analysis.review.rule import Rule
from analysis.types import AnnotatedArticle, Measurement, Status
from analysis.vocabulary import plural

KEY = "flesch_kincaid_grade"


def reading_level(material: Material) -> Iterator[Found]:
    """Yield the reading level of the draft, once."""
    own = _level(material.draft)
    if own is None:
        return
    found = [
        Elsewhere(each.article.label, each.article.id, "", _words(level))
        for each in material.others
        if (level := _level(each)) and level.status is Status.OK
    ]
    if own.status is Status.TOO_FEW:
        reason = (
            f"The draft has {plural(own.n, 'sentence')} of body text: too few to tell a reading "
            "level."
        )
    else:
        reason = (
            f"Reading level (Flesch-Kincaid): {_words(own)}. Two texts of 30 sentences must "
            "differ by about two grades before it means anything."
        )
    yield Found(None, KEY, reason, own.n, tuple(found), is_weak=True)


def _level(annotated: AnnotatedArticle) -> Measurement | None:
    rows = (m for m in annotated.measures if m.measure == KEY and m.value is not None)
    return next(rows, None)


def _words(level: Measurement) -> str:
    text = f"grade {level.value:.1f}"
    if level.low is not None and level.high is not None:
        text += f" ({level.low:.1f} to {level.high:.1f})"
    return f"{text}, n = {plural(level.n, 'sentence')}"


LEVEL = (
    Rule(
        id="reading.level",
        title="Reading level",
        about="How hard the body text is by one classic formula. It counts words and syllables, "
        "not sense; long names raise it.",
        find=reading_level,
        severity=Severity.NOTE,
    ),
)
