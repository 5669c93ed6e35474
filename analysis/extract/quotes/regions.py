"""A quotation in marks -> is it speech, a fragment, a scare quote or a title; features and shape."""

from __future__ import annotations

import re
from dataclasses import dataclass

from analysis.extract.quotes.features import bucket
from analysis.extract.quotes.sheet import Sheet
from analysis.types import Span

SCARE_TOKENS = 3
"""Longest scare quote, in words (design/methods 4.6)."""

CLAUSE_TOKENS = 6
"""A quotation of this many words counts as a clause even where the parser saw no verb."""

_WORD = re.compile(r"\w+(?:[’'\-]\w+)*")
_MINOR = frozenset("a an and as at but by for from in into of on or the to with vs is".split())
WORK_NOUNS = frozenset(
    "album article ballad blog book broadcast chapter cartoon clip column comedy documentary drama "
    "editorial episode essay exhibition feature film game headline hit magazine memoir movie musical "
    "newscast newspaper novel opera op-ed paper play podcast poem program programme record report "
    "segment series show single sitcom song speech story symphony tale talk-show track tune video "
    "volume host anchor co-host star moderator".split()
)


@dataclass(frozen=True, slots=True)
class Shape:
    """What can be seen of a quotation without knowing who speaks."""

    n_words: int
    has_verb: bool
    capital: bool
    stop: str
    """The punctuation inside the closing mark, or empty."""
    before: str
    after: str
    title: bool

    @property
    def is_clause(self) -> bool:
        """Return whether the quotation holds a clause or more."""
        return (self.has_verb and self.n_words > 2) or self.n_words >= CLAUSE_TOKENS


def shape(page: Sheet, number: int) -> Shape:
    """Return the shape of the quotation ``page.outer[number]``."""
    mark = page.outer[number]
    text = page.doc.text
    inner = mark.inner.of(text)
    words = _WORD.findall(inner)
    tokens = [t for t in page.doc if mark.inner.start <= t.idx < mark.inner.end]
    return Shape(
        n_words=len(words),
        has_verb=any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in tokens),
        capital=bool(words) and words[0][:1].isupper(),
        stop=inner[-1:] if inner[-1:] in ".,!?;:…-—" else "",
        before=text[: mark.outer.start].rstrip()[-1:],
        after=text[mark.outer.end :].lstrip()[:1],
        title=_is_title(page, mark.outer, words, inner),
    )


def _is_title(page: Sheet, outer: Span, words: list[str], inner: str) -> bool:
    """Return whether the words look like the title of a work: capitals on every main word."""
    main = [w for w in words if w.lower() not in _MINOR]
    if (
        not main
        or len(words) > 12
        or inner[-1:] in ".!"
        or not all(w[:1].isupper() or w[:1].isdigit() for w in main)
    ):
        return False
    near = {t.lemma_.lower() for t in page.doc if outer.start - 60 <= t.idx < outer.end + 40}
    return len(main) >= 2 or bool(near & WORK_NOUNS)


def region_features(page: Sheet, number: int, look: Shape, context: dict[str, str]) -> list[str]:
    """Return the features of a quotation as someone's words."""
    mark = page.outer[number]
    doc = page.doc
    left = next(
        (t for t in reversed(doc) if t.idx + len(t) <= mark.outer.start and not t.is_space), None
    )
    right = next((t for t in doc if t.idx >= mark.outer.end and not t.is_space), None)
    size = bucket(look.n_words)
    lw = (
        "START"
        if left is None
        else left.lower_
        if left.pos_ in {"PUNCT", "ADP", "DET", "SCONJ", "PRON", "AUX"}
        else left.pos_
    )
    rw = "END" if right is None else right.text if right.is_punct else right.pos_
    result = [
        f"n={size}",
        f"verb={look.has_verb}|{size}",
        f"cap={look.capital}|{size}",
        f"stop={look.stop}|{size}",
        f"lw={lw}",
        f"rw={rw}",
        f"lw={lw}|{look.capital}",
        f"rw={rw}|{look.stop}",
        f"title={look.title}|{size}",
        f"ll={left.lemma_.lower() if left is not None else ''}",
        f"rl={right.lemma_.lower() if right is not None else ''}",
        f"closed={mark.closed}",
        f"para={left is None}|{right is None}",
        f"mark={doc.text[mark.outer.start]}",
    ]
    for key, value in context.items():
        result += [f"{key}={value}", f"{key}={value}|{look.is_clause}", f"{key}={value}|{size}"]
    return result
