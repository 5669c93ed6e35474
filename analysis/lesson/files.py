"""A lesson -> files without a server: worksheet and key for paper, class pack for any browser."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from analysis.lesson.agreement import CROWD, TRAINED
from analysis.lesson.plans import plan
from analysis.lesson.reading import as_printed, paragraphs, pieces
from analysis.lesson.tool import tone_sign
from analysis.lesson.types import Lesson, Passage, Task
from analysis.report.environment import visible
from analysis.vocabulary import plural

HERE = Path(__file__).parent

VOICES = {
    "outlet": "outlet's own",
    "paraphrase": "somebody's, retold",
    "quote": "somebody's, quoted",
    "mixed": "several",
}
TONES = {
    "-2": "very negative",
    "-1": "rather negative",
    "0": "neither",
    "1": "rather positive",
    "2": "very positive",
}
SIGNS = {-1: "more negative words", 0: "as many of both, or none", 1: "more positive words"}

QUESTIONS = (
    (Task.VOICE.value, "Whose words is this sentence?", tuple(VOICES.items())),
    (
        Task.OWN.value,
        "Does the outlet claim something in it on its own account?",
        (("yes", "yes"), ("no", "no")),
    ),
    (Task.TONE.value, "How does it sound?", tuple(TONES.items())),
)
"""Question, its words, and (value, words) of each answer."""

BENCHMARKS = (
    f"On a question of this kind trained people reached an alpha of {TRAINED}, crowd workers of "
    f"{CROWD} (arXiv 2112.07421): low agreement is the usual result."
)


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of a printed text, or how many in a row are left out."""

    passage: Passage | None
    left_out: str = ""


@dataclass(frozen=True, slots=True)
class ToolRow:
    """What the tool says of one sentence, in words."""

    id: str
    words: str
    voice: str
    own: str
    tone: str
    listed: str

    @property
    def answers(self) -> tuple[tuple[str, str, str], ...]:
        """Return (question, its short words, the answer)."""
        return (
            (Task.VOICE.value, "Whose words", self.voice),
            (Task.OWN.value, "Own claim", self.own),
            (Task.TONE.value, "Tone", self.tone),
            (Task.WORDS.value, "Loaded words", self.listed),
        )


def worksheet_html(lesson: Lesson) -> str:
    """Return the worksheet: texts with numbered sentences, blind, and room to answer."""
    return _rendered("worksheet", lesson)


def key_html(lesson: Lesson) -> str:
    """Return the key to a worksheet or pack: names, what the tool found, notes."""
    return _rendered("key", lesson)


def pack_html(lesson: Lesson) -> str:
    """Return the class pack: the whole lesson in one file that loads nothing.

    Its one script keeps answers in the tab and saves them as a file; the names stand in the
    file too, so it hides them only from whoever does not look for them.
    """
    return _rendered("pack", lesson)


def lines(group: Iterable[Passage]) -> Iterator[Line]:
    """Yield the sentences of a paragraph that may be printed, and how many are left out."""
    for printed, passages in groupby(group, key=lambda each: each.printed):
        found = list(passages)
        if printed:
            yield from (Line(each) for each in found)
        else:
            yield Line(None, plural(len(found), "sentence"))


def _rendered(name: str, lesson: Lesson) -> str:
    style = (HERE / "lesson.css").read_text(encoding="utf-8")
    script = (HERE / "pack.js").read_text(encoding="utf-8") if name == "pack" else ""
    page = _environment().get_template(f"{name}.html.jinja")
    return visible(
        page.render(
            lesson=lesson,
            plan=plan(lesson.minutes),
            rows=tuple(_tool_row(each) for each in lesson.asked),
            voices=VOICES,
            tones=tuple(value.replace("-", "\u2212") for value in TONES),
            questions=QUESTIONS,
            benchmarks=BENCHMARKS,
            articles=json.dumps(sorted(text.article_id for text in lesson.texts)),
            style=Markup(style),  # noqa: S704 -- our own style sheet
            script=Markup(script),  # noqa: S704 -- our own script
            policy=_policy(style, script),
        )
    )


def _tool_row(passage: Passage) -> ToolRow:
    tool = passage.tool
    if tool is None:
        return ToolRow(passage.id, as_printed(passage), "\u2013", "\u2013", "\u2013", "\u2013")
    tone = "\u2013" if tool.tone is None else f"{SIGNS[tone_sign(tool.tone)]} ({tool.tone:+.2f})"
    listed = ", ".join(passage.of(word) for word in tool.words) or "none"
    voice = VOICES[tool.voice]
    return ToolRow(passage.id, as_printed(passage), voice, tool.own or "\u2013", tone, listed)


def _policy(style: str, script: str) -> str:
    """Return what the page may do: its own style and script, and nothing else."""
    scripts = f"; script-src 'sha256-{_digest(script)}'" if script else ""
    return (
        f"default-src 'none'; style-src 'sha256-{_digest(style)}'{scripts}; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@lru_cache(maxsize=1)
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(paragraphs=paragraphs, pieces=pieces, lines=lines)
    return made
