"""Rows of evidence -> sentences with their marked words, as far as rights allow."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby

from analysis.render import Mark, segments
from analysis.report.parts import Item, Piece
from analysis.report.source import Source
from analysis.types import AnnotatedArticle, Sentence, Span

AROUND = 4
"""Words printed on either side where a sentence may not stand in full."""

MOST_MARKED = 12
"""Marked words printed where a sentence may not stand in full: a quotation can be all of it."""


_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")

Row = Mapping[str, object]


def items(
    source: Source,
    rows: Iterable[Row],
    *,
    note: Callable[[Row], str] | None = None,
    brief: bool = False,
) -> tuple[Item, ...]:
    """Return one item per sentence, the words of all its rows marked.

    ``rows`` have ``article_id``, ``sentence_id``, ``start`` and ``end``; ``brief`` gives only
    a few words around the first mark.
    """
    found = []
    for (article_id, sentence_id), part in groupby(sorted(rows, key=_order), key=_sentence):
        in_sentence = list(part)
        notes = dict.fromkeys(note(row) for row in in_sentence) if note else {}
        spans = [_at(row) for row in in_sentence]
        said = "; ".join(filter(None, notes))
        found.append(item(source, article_id, sentence_id, spans, note=said, brief=brief))
    return tuple(found)


def item(
    source: Source,
    article_id: str,
    sentence_id: str,
    spans: Iterable[Span] = (),
    *,
    note: str = "",
    brief: bool = False,
) -> Item:
    """Return one sentence with the stretches in ``spans`` marked."""
    annotated = source.articles[article_id]
    sentence = next((s for s in annotated.sentences if s.id == sentence_id), None)
    marks = sorted(spans)
    around = _around(annotated, sentence, marks)
    if source.is_link_only(article_id):
        pieces: tuple[Piece, ...] = ()
    elif not brief and sentence and sentence.id in source.printed[article_id]:
        pieces = _pieces(annotated.text, marks, around)
    else:
        pieces = _short(annotated.text, marks, around)
    return Item(
        place=_place(source, annotated, sentence),
        pieces=pieces,
        note=note,
        language=language(annotated.article.language),
    )


def language(code: str | None) -> str | None:
    """Return a language code that a page may state: letters, digits and hyphens only."""
    return code if code and _LANGUAGE.fullmatch(code) else None


def _order(row: Row) -> tuple[str, int]:
    return str(row["article_id"]), _at(row).start


def _sentence(row: Row) -> tuple[str, str]:
    return str(row["article_id"]), str(row["sentence_id"])


def _at(row: Row) -> Span:
    return Span(int(str(row["start"])), int(str(row["end"])))


def _around(annotated: AnnotatedArticle, sentence: Sentence | None, marks: Sequence[Span]) -> Span:
    """Return the sentence, made longer where a marked stretch goes on behind it."""
    if sentence is None:
        return Span(marks[0].start, max(mark.end for mark in marks))
    return Span(sentence.start, max([sentence.end, *(mark.end for mark in marks)]))


def _pieces(text: str, marks: Sequence[Span], within: Span) -> tuple[Piece, ...]:
    cut = segments(text, [Mark(*span, "", "") for span in marks], within)
    return tuple(Piece(each.text, bool(each.marks)) for each in cut)


def _short(text: str, marks: Sequence[Span], within: Span) -> tuple[Piece, ...]:
    """Return the first marked words with a few words on either side."""
    mark = marks[0] if marks else Span(within.start, within.start)
    words = list(re.finditer(r"\S+", text[mark.start : mark.end]))
    cut = len(words) > MOST_MARKED
    end = mark.start + words[MOST_MARKED - 1].end() if cut else mark.end
    before = re.findall(r"\S+\s*", text[within.start : mark.start])
    after = [] if cut else re.findall(r"\s*\S+", text[mark.end : within.end])
    n_after = AROUND if marks else 2 * AROUND
    left, right = "".join(before[-AROUND:]), "".join(after[:n_after])
    return (
        Piece(("\u2026 " if len(before) > AROUND else "") + left, is_marked=False),
        Piece(text[mark.start : end], is_marked=True),
        Piece(right + (" \u2026" if cut or len(after) > n_after else ""), is_marked=False),
    )


def _place(source: Source, annotated: AnnotatedArticle, sentence: Sentence | None) -> str:
    """Return "sentence 3", with the headline where the outlet has several articles."""
    place = f"sentence {_number(annotated, sentence)}" if sentence else "not in a sentence"
    same = [
        each for each in source.articles.values() if each.article.label == annotated.article.label
    ]
    return f"{annotated.article.title or annotated.article.id}, {place}" if len(same) > 1 else place


def _number(annotated: AnnotatedArticle, sentence: Sentence) -> int:
    return annotated.sentences.index(sentence) + 1
