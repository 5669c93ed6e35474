"""Invented articles for tests, annotated by plain text search instead of a language model."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from analysis.spans import trimmed, word_spans
from analysis.types import (
    ANALYSED_KINDS,
    AnnotatedArticle,
    Article,
    Block,
    BlockKind,
    Quote,
    QuoteKind,
    Role,
    Searched,
    Sentence,
    Span,
    TermHit,
    Use,
    Voice,
    VoiceSpan,
)

FIRST = Span(0, 1)
"""The first character, a place in any article that has one."""

_SENTENCE = re.compile(r"[^.!?]+[.!?]*[”\"]?")


def annotated(
    *blocks: str | tuple[BlockKind, str],
    quoted: Iterable[str] = (),
    paraphrased: Iterable[str] = (),
    names: Iterable[str] = (),
    hits: Mapping[tuple[str, str], Iterable[str]] | None = None,
    wordings: Mapping[tuple[str, str], Iterable[str]] | None = None,
    searched: Iterable[tuple[str, str]] | None = None,
    quotes: tuple[Quote, ...] = (),
    outlet: str = "The Example",
    language: str | None = "en",
) -> AnnotatedArticle:
    """Return an article whose sentences end at full stops; a plain string is a body block.

    ``quoted``, ``paraphrased``, ``names`` and the values of ``hits`` are words of the text:
    every place where they stand is marked. ``hits`` maps (contrast, side) to words, ``wordings``
    (list, kind), and ``searched`` is the keys of both unless given.
    """
    text, listed = _page(blocks)
    voices = _voices(text, quoted, paraphrased)
    hits, wordings = hits or {}, wordings or {}
    sides = tuple((*hits, *wordings) if searched is None else searched)
    return AnnotatedArticle(
        article=Article(id="a1", text=text, outlet=outlet, language=language),
        blocks=listed,
        sentences=_sentences(text, listed),
        voices=voices,
        quotes=quotes,
        terms=_hits(text, hits, voices),
        wordings=_hits(text, wordings, voices),
        names=tuple(sorted(span for name in names for span in _places(text, name))),
        searched=tuple(Searched("test", "1", contrast, side) for contrast, side in sides),
    )


def quote(
    number: int,
    at: Span = FIRST,
    *,
    kind: QuoteKind = QuoteKind.DIRECT,
    speaker: str | None = "Ann Lee",
    named: bool = True,
    role: Role = Role.GOVERNMENT,
) -> Quote:
    """Return one quote standing at ``at``."""
    return Quote(id=f"q{number}", kind=kind, content=(at,), speaker=speaker, named=named, role=role)


def prose(n_sentences: int, words: int = 10) -> str:
    """Return that many sentences of ``words`` plain words, none of them scored or listed."""
    sentence = " ".join(["The", *["table"] * (words - 2), "stood"]) + "."
    return " ".join([sentence] * n_sentences)


def _page(blocks: Iterable[str | tuple[BlockKind, str]]) -> tuple[str, tuple[Block, ...]]:
    text, listed = "", []
    for item in blocks:
        kind, words = (BlockKind.BODY, item) if isinstance(item, str) else item
        listed.append(Block(len(text), len(text) + len(words), kind, "test"))
        text += words + "\n\n"
    return text, tuple(listed)


def _places(text: str, words: str) -> list[Span]:
    return [Span(m.start(), m.end()) for m in re.finditer(re.escape(words), text)]


def _voices(text: str, quoted: Iterable[str], paraphrased: Iterable[str]) -> tuple[VoiceSpan, ...]:
    layers = [(Voice.QUOTE, words) for words in quoted]
    layers += [(Voice.PARAPHRASE, words) for words in paraphrased]
    found = [
        VoiceSpan(*span, voice, f"q{i}")
        for i, (voice, words) in enumerate(layers)
        for span in _places(text, words)
    ]
    return tuple(sorted(found, key=lambda v: v.start))


def _sentences(text: str, blocks: Iterable[Block]) -> tuple[Sentence, ...]:
    found: list[Sentence] = []
    for block in blocks:
        if block.kind not in ANALYSED_KINDS:
            continue
        for match in _SENTENCE.finditer(text, block.start, block.end):
            span = trimmed(text, Span(*match.span()))
            n_words = sum(1 for _ in word_spans(text, *span))
            if n_words:
                found.append(Sentence(f"s{len(found) + 1}", *span, n_words, block.kind))
    return tuple(found)


def _hits(
    text: str, listed: Mapping[tuple[str, str], Iterable[str]], voices: tuple[VoiceSpan, ...]
) -> tuple[TermHit, ...]:
    return tuple(
        _hit(text, span, side, voices)
        for side, words in listed.items()
        for word in words
        for span in _places(text, word)
    )


def _hit(text: str, span: Span, side: tuple[str, str], voices: Iterable[VoiceSpan]) -> TermHit:
    voice = next((v.voice for v in voices if v.span.contains(span)), Voice.OUTLET)
    word = span.of(text)
    return TermHit(*span, word, word.lower(), "test", *side, voice, Use.PLAIN)
