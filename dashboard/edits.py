"""What readers decide about facts, names and blocks, in words and as buttons need it."""

from __future__ import annotations

import json
from collections.abc import Mapping

from analysis.compare.facts import edits as facts
from analysis.compare.facts.groups import APART, Key
from analysis.compare.labels import label_edits, move_label, rename_referent
from analysis.corrections import put_back, read_corrections, take_back
from analysis.library import Edit, EditKind, undo
from analysis.result import StoryAnalysis
from analysis.types import AnnotatedArticle, Span, Statement
from dashboard import words

__all__ = [
    "Key",
    "label_edits",
    "link_to_fact",
    "move_label",
    "name_fact",
    "put_back",
    "rename_referent",
    "take_out_of_fact",
    "undo",
]

link_to_fact, name_fact, take_out_of_fact = facts.link, facts.name_fact, facts.take_out

MAX_STATEMENT = 110
"""Characters of a statement in a list."""


def fact_lines(analysis: StoryAnalysis) -> list[tuple[int, str]]:
    """Return the decisions in force about facts in words, each with its number."""
    texts = {
        (each.article.id, str(statement.start)): (each, statement)
        for each in analysis.articles
        for statement in each.statements
    }
    return [(edit.id, _line(edit, texts)) for edit in facts.fact_edits(analysis.story.id)]


def _line(edit: Edit, texts: dict[Key, tuple[AnnotatedArticle, Statement]]) -> str:
    parts = json.loads(edit.key)
    told = [
        _told(*texts[key]) if key in texts else "a sentence that is gone (not applied)"
        for key in zip(parts[::2], parts[1::2], strict=True)
    ]
    if edit.kind is EditKind.FACT:
        return f"{told[0]}: called \u201c{edit.value}\u201d"
    verb = "do not report the same" if edit.value == APART else "report the same"
    return f"{' and '.join(told)} {verb}"


def _told(text: AnnotatedArticle, statement: Statement) -> str:
    shown = words.shortened(" ".join(statement.span.of(text.text).split()), MAX_STATEMENT)
    return f"{text.article.label}: \u201c{shown}\u201d"


def statements_of(analysis: StoryAnalysis, outlet: str, nearest: object) -> dict[Key, str]:
    """Return the statements of an outlet by the key of edits, the nearest one first."""
    found = {
        (each.article.id, str(statement.start)): words.shortened(
            " ".join(statement.span.of(each.text).split()), MAX_STATEMENT
        )
        for each in analysis.articles
        if each.article.label == outlet
        for statement in each.statements
    }
    first = str(nearest).removesuffix(".0")
    return dict(sorted(found.items(), key=lambda pair: pair[0][1] != first))


def put_backs(story_id: str) -> Mapping[str, tuple[Span, ...]]:
    """Return the blocks that readers put back, by article id."""
    return read_corrections(story_id).put_backs


def undo_put_back(story_id: str, article_id: str, span: Span, *, author: str | None = None) -> str:
    """Set a block aside again; return the deed."""
    return take_back(story_id, EditKind.PUT_BACK, article_id, *span, author=author)
