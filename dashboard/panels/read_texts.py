"""The texts of the reading page: as printed, statement by statement, or one with all others."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from analysis.markup import Html, element
from analysis.render import Mark
from analysis.types import ARTICLE_KINDS, AnnotatedArticle
from dashboard import data, words_display, words_facts
from dashboard.components import aligned, reader
from dashboard.components.pieces import Piece, pieces_of
from dashboard.components.reader import Place
from dashboard.prepare import aligned as prepare
from dashboard.prepare.around import around

PRINTED, ALIGNED, AROUND = "as printed", "by shared statement", "one and all others"


@dataclass(frozen=True, slots=True)
class Texts:
    """The two chosen texts, which may be one, and all texts of the story."""

    left: AnnotatedArticle
    right: AnnotatedArticle
    every: tuple[AnnotatedArticle, ...]

    @property
    def contrasts(self) -> set[str]:
        """Return the word lists of which a word stands in a chosen text."""
        return {term.contrast for each in self.both for term in each.terms}

    @property
    def both(self) -> list[AnnotatedArticle]:
        """Return the chosen texts, one only once."""
        return [self.left] if self.left is self.right else [self.left, self.right]


@dataclass(frozen=True, slots=True)
class Drawn:
    """The texts as markup, and what can be stepped to in them."""

    markup: Html
    matches: Sequence[Place]
    order: Sequence[Place]
    """Every sentence on the page, in the order in which it is read."""
    note: str = ""
    right_id: str = ""
    pieces: Mapping[str, Piece] = field(default_factory=dict)


def _printed(view: data.View, texts: Texts, layers: Sequence[str], contrast: str | None) -> Drawn:
    cleaning = reader.Cleaning(data.reasons(view.whole), view.whole.corrections.put_backs)
    shown = [(each, reader.marks_of(each, layers, contrast)) for each in texts.both]
    columns = [
        reader.column(each, marks, cleaning, side=side)
        for (each, marks), side in zip(shown, ("left", "right"), strict=False)
    ]
    return Drawn(
        element("div", *columns, class_="px-columns"),
        reader.matches(shown),
        reader.places(texts.both),
        right_id="" if texts.left is texts.right else texts.right.article.id,
        pieces={p.key: p for each in texts.both for p in pieces_of(each, cleaning.returned)},
    )


def _aligned(view: data.View, texts: Texts, layers: Sequence[str], contrast: str | None) -> Drawn:
    left, right = (_text(each, layers, contrast) for each in (texts.left, texts.right))
    ids = [_own_sentences(each) for each in (texts.left, texts.right)]
    pairs = data.same_statements(view.whole, texts.left.article.id)
    kept = {
        pair
        for pair in pairs.get(texts.right.article.id, ())
        if pair[0] in ids[0] and pair[1] in ids[1]
    }
    rows = prepare.aligned(list(ids[0]), list(ids[1]), kept)
    shared = [row for row in rows if row.left and row.right]
    return Drawn(
        aligned.aligned_columns(left, right, rows),
        [Place(texts.left.article.id, row.left[0]) for row in shared],
        reader.places(texts.both),
        note=words_facts.ALIGNED.format(n=len(shared)),
    )


def _around(view: data.View, texts: Texts, layers: Sequence[str], contrast: str | None) -> Drawn:
    focus = texts.left
    others = {each.article.id: each for each in texts.every if each is not focus}
    rows = around(
        list(_own_sentences(focus)),
        {key: list(_own_sentences(each)) for key, each in others.items()},
        data.same_statements(view.whole, focus.article.id),
    )
    shared = [row for row in rows if row.others]
    return Drawn(
        aligned.around_column(
            _text(focus, layers, contrast),
            {key: _text(each, layers, contrast) for key, each in others.items()},
            rows,
        ),
        [Place(focus.article.id, row.sentences[0]) for row in shared],
        reader.places([focus]),
        note=words_display.AROUND.format(n=len(shared), others=len(others)),
    )


def _text(annotated: AnnotatedArticle, layers: Sequence[str], contrast: str | None) -> aligned.Text:
    marks: Sequence[Mark] = reader.marks_of(annotated, layers, contrast)
    return aligned.Text(annotated, marks)


def _own_sentences(annotated: AnnotatedArticle) -> dict[str, None]:
    """Return the sentences of the article proper in order, captions and galleries left out."""
    return dict.fromkeys(s.id for s in annotated.sentences if s.block in ARTICLE_KINDS)


Draw = Callable[[data.View, Texts, Sequence[str], "str | None"], Drawn]

LAYOUTS: dict[str, Draw] = {PRINTED: _printed, ALIGNED: _aligned, AROUND: _around}
"""Name of each way of laying the texts out, and what draws it."""
