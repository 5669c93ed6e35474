"""Lesson <-> JSON text: what a class keeps and a class pack carries; read back with every check."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from analysis.errors import InputError
from analysis.lesson.types import (
    Card,
    CardItem,
    CardKind,
    Lesson,
    LessonText,
    Mask,
    Passage,
    ToolAnswers,
)
from analysis.types import Span

VERSION = 1
"""Of the form in which lessons are kept."""


def to_json(lesson: Lesson) -> str:
    """Return the lesson as JSON on one line."""
    return json.dumps({"version": VERSION, **asdict(lesson)}, ensure_ascii=False)


def from_json(text: str) -> Lesson:
    """Return the lesson that ``to_json`` wrote.

    Raises
    ------
    InputError
        If it is of another version.
    """
    kept = json.loads(text)
    version = kept.pop("version", None)
    if version != VERSION:
        message = (
            f"this class was opened by another version of Parallax (its lesson has form {version}, "
            f"this one reads {VERSION}); export or delete it there"
        )
        raise InputError(message)
    return Lesson(
        **{
            **kept,
            "texts": tuple(_text(each) for each in kept["texts"]),
            "cards": tuple(_card(each) for each in kept["cards"]),
            "versions": tuple((name, version) for name, version in kept["versions"]),
        }
    )


def _text(kept: dict[str, Any]) -> LessonText:
    return LessonText(**{**kept, "passages": tuple(_passage(each) for each in kept["passages"])})


def _passage(kept: dict[str, Any]) -> Passage:
    tool = kept["tool"]
    return Passage(
        **{
            **kept,
            "masks": tuple(Mask(**each) for each in kept["masks"]),
            "words": _spans(kept["words"]),
            "tool": ToolAnswers(**{**tool, "words": _spans(tool["words"])}) if tool else None,
        }
    )


def _card(kept: dict[str, Any]) -> Card:
    items = tuple(CardItem(**each) for each in kept["items"])
    return Card(CardKind(kept["kind"]), kept["title"], kept["question"], items)


def _spans(kept: list[list[int]]) -> tuple[Span, ...]:
    return tuple(Span(*each) for each in kept)
