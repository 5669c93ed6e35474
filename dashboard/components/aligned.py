"""Two articles with their shared statements side by side, as HTML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.markup import Html, element, joined
from analysis.render import Mark, anchor, marked
from analysis.types import AnnotatedArticle, Sentence
from dashboard.components.reader import Place
from dashboard.prepare.aligned import AlignedRow

SHARED, ALONE = "both report this", "only here"


@dataclass(frozen=True, slots=True)
class Text:
    """One of the two articles: what is marked in it and which sentence was asked for."""

    annotated: AnnotatedArticle
    marks: Sequence[Mark]
    asked: Place | None

    def sentence(self, sentence: Sentence) -> Html:
        """Return one sentence with its marks, to be reached by its address."""
        article_id = self.annotated.article.id
        is_asked = self.asked == Place(article_id, sentence.id)
        return element(
            "span",
            marked(self.annotated.text, self.marks, sentence.span),
            id=anchor(article_id, sentence.id),
            class_="px-s px-asked" if is_asked else "px-s",
            tabindex="-1",
            aria_current="location" if is_asked else None,
        )


def aligned_columns(left: Text, right: Text, rows: Sequence[AlignedRow]) -> Html:
    """Return the rows one under the other, left and right of each side by side."""
    heads = [
        element("p", element("strong", text.annotated.article.label), class_="px-where")
        for text in (left, right)
    ]
    parts = [_row(left, right, row) for row in rows]
    head = element("div", *heads, class_="px-pair")
    return element("div", head, *parts, class_="px-article px-aligned")


def _row(left: Text, right: Text, row: AlignedRow) -> Html:
    shared = bool(row.left and row.right)
    cells = [_cell(text, ids, shared) for text, ids in ((left, row.left), (right, row.right))]
    return element("div", *cells, class_="px-pair px-shared" if shared else "px-pair")


def _cell(text: Text, ids: Sequence[str], shared: bool) -> Html:
    if not ids:
        return element("div", class_="px-none")
    article = text.annotated.article
    tag = element("span", f" {SHARED if shared else ALONE} ", class_="px-tag")
    chosen = [each for each in text.annotated.sentences if each.id in set(ids)]
    body = [joined(text.sentence(each), " ") for each in chosen]
    who = element("span", f"{article.label}: ", class_="px-cell-name")
    return element("div", who, *body, tag, lang=article.language, dir="auto")
