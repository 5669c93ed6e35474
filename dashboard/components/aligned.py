"""Two articles with their shared statements side by side, as HTML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from analysis.markup import Html, element, joined
from analysis.render import Mark, Marks, marked, sentence_html
from analysis.types import AnnotatedArticle, BlockKind, Sentence
from dashboard.prepare.aligned import AlignedRow
from dashboard.prepare.around import FocusRow

SHARED, ALONE = "both report this", "only here"
OTHERS = "What the others report of it"

_LINES = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.SUBHEAD})
"""Sentences that end without a full stop: each stands on a line of its own."""


class Text:
    """One of the articles, its sentences and marks found by place."""

    def __init__(self, annotated: AnnotatedArticle, marks: Sequence[Mark]) -> None:
        self.annotated = annotated
        self._marks = Marks(marks)
        self._sentences = {each.id: each for each in annotated.sentences}

    @property
    def name(self) -> str:
        """Return the name of the outlet."""
        return self.annotated.article.label

    def sentences(self, ids: Sequence[str]) -> Html:
        """Return sentences with their marks, each to be reached by its address."""
        found = [self._sentences[each] for each in ids]
        return joined(*(part for each in found for part in (self._one(each), " ")))

    def _one(self, sentence: Sentence) -> Html:
        body = marked(self.annotated.text, self._marks, sentence.span)
        shown = sentence_html(self.annotated, sentence, body)
        return element("span", shown, class_="px-own-line") if sentence.block in _LINES else shown


def aligned_columns(left: Text, right: Text, rows: Sequence[AlignedRow]) -> Html:
    """Return the rows one under the other, left and right of each side by side."""
    parts = []
    for row in rows:
        is_shared = bool(row.left and row.right)
        told = SHARED if is_shared else ALONE
        cells = _cell(left, row.left, told), _cell(right, row.right, told)
        parts.append(element("div", *cells, class_=_KIND[is_shared]))
    return _page(left.name, right.name, parts)


def around_column(focus: Text, others: Mapping[str, Text], rows: Sequence[FocusRow]) -> Html:
    """Return the article in focus on the left, and what others report of the same beside it."""
    parts = []
    for row in rows:
        told = [_cell(others[article], ids, "") for article, ids in row.others]
        beside = element("div", *told, class_="px-others" if told else "px-none")
        own = _cell(focus, row.sentences, _reported_by(len(told)))
        parts.append(element("div", own, beside, class_=_KIND[bool(told)]))
    return _page(focus.name, OTHERS, parts)


def _reported_by(number: int) -> str:
    if not number:
        return ALONE
    return "1 other reports this" if number == 1 else f"{number} others report this"


_KIND = {True: "px-pair px-shared", False: "px-pair"}


def _page(left: str, right: str, parts: Sequence[Html]) -> Html:
    heads = [element("p", element("strong", name), class_="px-where") for name in (left, right)]
    return element(
        "div", element("div", *heads, class_="px-pair"), *parts, class_="px-article px-aligned"
    )


def _cell(text: Text, ids: Sequence[str], told: str) -> Html:
    if not ids:
        return element("div", class_="px-none")
    article = text.annotated.article
    tag = element("span", f" {told} ", class_="px-tag") if told else ""
    who = element("span", f"{text.name}: ", class_="px-cell-name")
    body = text.sentences(ids)
    return element("div", who, body, tag, lang=article.language, dir="auto")
