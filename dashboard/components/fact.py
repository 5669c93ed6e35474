"""One fact as several texts tell it: whose words, which figure, and the words only one uses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from analysis.markup import Html, element, joined
from analysis.render import Mark, marked
from analysis.types import AnnotatedArticle, Span
from dashboard import words, words_facts


def shape_key() -> Html:
    """Return what the shapes of the figure stand for."""
    items = [
        element(
            "li",
            element("span", shape, class_=f"px-shape px-c{place}"),
            element("span", f" {words_facts.MEANINGS[status]}"),
        )
        for place, (status, shape) in enumerate(words_facts.SHAPES.items(), start=1)
    ]
    return element("ul", *items, class_="px-key")


def telling(row: Mapping[str, object], text: AnnotatedArticle, unique: Sequence[Span]) -> Html:
    """Return how one text tells a fact: what it is, its sentence, what is told around it."""
    told = Span(int(str(row["start"]).split(".")[0]), int(str(row["end"]).split(".")[0]))
    marks = [Mark(span.start, span.end, "frame", "side-1") for span in unique]
    around = _sentence(text, told)
    body = joined(
        element("span", text.text[around.start : told.start], class_="px-around"),
        marked(text.text, marks, told),
        element("span", text.text[told.end : around.end], class_="px-around"),
    )
    return element(
        "div",
        _head(row, str(row["status"])),
        element("blockquote", body, class_="px-kwic", dir="auto", lang=text.article.language),
        class_="px-telling",
    )


def missing(row: Mapping[str, object]) -> Html:
    """Return that a text does not tell a fact, with its nearest sentence and its date."""
    notes = [_near(row)]
    if row["status"] == "absent_but_earlier":
        notes.append(words_facts.APPEARED_EARLIER)
    elif isinstance(row["date_note"], str):
        notes.append(words.capital(row["date_note"]) + ".")
    return element(
        "div",
        _head(row, str(row["status"])),
        *(element("p", note, class_="px-hint") for note in notes if note),
        class_="px-telling",
    )


def _near(row: Mapping[str, object]) -> str:
    if not isinstance(row["nearest_text"], str):
        return "No sentence of this text comes near."
    likeness = float(str(row["nearest_similarity"]))
    return f"Nearest sentence (likeness {likeness:.2f} of 1): \u201c{row['nearest_text']}\u201d"


def _head(row: Mapping[str, object], status: str) -> Html:
    parts = [f"{words_facts.SHAPES[status]} {words_facts.STATUSES[status]}"]
    if isinstance(row["attributed_to"], str):
        cue = f" ({row['cue_lemma']})" if isinstance(row["cue_lemma"], str) else ""
        parts.append(f"{row['attributed_to']}{cue}")
    if row["denied"] is True:
        parts.append("told as not so")
    if row["flagged"] is True:
        parts.append("in a picture caption or gallery")
    return element(
        "p",
        element("strong", str(row["outlet"])),
        *(element("span", f" \u00b7 {part}") for part in parts),
        class_="px-where",
    )


def _sentence(text: AnnotatedArticle, span: Span) -> Span:
    """Return the sentence around a statement."""
    return next((each.span for each in text.sentences if each.span.contains(span)), span)
