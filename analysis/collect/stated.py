"""A candidate -> the same with what its own text says of it: title, byline, date, language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.clean import clean
from analysis.collect.candidate import Candidate
from analysis.collect.language import detected_language
from analysis.collect.names import shown
from analysis.metadata import read_metadata
from analysis.stories import Known
from analysis.types import ARTICLE_KINDS, Article, Basis, Block, BlockKind

_SHOWN_BY = {
    "title": BlockKind.HEADLINE,
    "byline": BlockKind.BYLINE,
    "published": BlockKind.DATELINE,
}


def with_stated(found: Candidate) -> Candidate:
    """Return the candidate with its missing fields filled as analysis would fill them."""
    blocks = clean(found.article)
    article = read_metadata(found.article, blocks)
    known = [
        Known(article.id, field, _basis(article, field), _why(article, field, blocks))
        for field in (*_SHOWN_BY, "outlet")
        if getattr(article, field) and not getattr(found.article, field)
    ]
    body = "\n".join(b.span.of(article.text) for b in blocks if b.kind in ARTICLE_KINDS)
    found = replace(found, article=article, known=(*found.known, *known))
    return with_language(found, body or article.text)


def with_language(found: Candidate, text: str | None = None) -> Candidate:
    """Return the candidate with its language, by detection where nothing states it.

    Where the text plainly is in another language than stated, the text is believed.
    """
    article = found.article
    detected = detected_language(text or article.text)
    if article.language is None:
        known = Known(article.id, "language", Basis.INFERRED, "detected from the words of the text")
        return replace(
            found, article=replace(article, language=detected), known=(*found.known, known)
        )
    stated = article.language.lower().replace("_", "-").split("-")[0]
    # The detector says English where it is not sure, so its English is no evidence.
    if detected in {"en", stated}:
        return found
    notice = (
        f"The language is stated as '{article.language}', but the text looks like '{detected}': "
        f"'{detected}' is used"
    )
    known = tuple(
        replace(k, basis=Basis.INFERRED, why=notice) if k.field == "language" else k
        for k in found.known
    )
    article = replace(article, language=detected)
    return replace(found, article=article, known=known, notices=(*found.notices, notice))


def _basis(article: Article, field: str) -> Basis:
    return article.outlet_basis if field == "outlet" else Basis.STATED


def _why(article: Article, field: str, blocks: Sequence[Block]) -> str:
    kind = _SHOWN_BY.get(field)
    for block in blocks:
        if block.kind is kind:
            return f"the text: {shown(' '.join(block.span.of(article.text).split()))}"
    return f"the text names it: {shown(str(getattr(article, field)))}"
