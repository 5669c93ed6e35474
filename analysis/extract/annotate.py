"""A parsed article and its quotes in, an annotated article out."""

from analysis.extract.sentences import find_names, find_sentences
from analysis.extract.terms import find_terms
from analysis.extract.voices import voice_spans
from analysis.lexicons import Contrast
from analysis.nlp import ParsedArticle
from analysis.types import AnnotatedArticle, Quote, Searched


def annotate(
    parsed: ParsedArticle, quotes: tuple[Quote, ...], contrasts: tuple[Contrast, ...]
) -> AnnotatedArticle:
    """Return the article with its sentences, voices, quotes, terms and names."""
    voices = voice_spans(quotes)
    return AnnotatedArticle(
        article=parsed.article,
        blocks=parsed.blocks,
        sentences=find_sentences(parsed),
        voices=voices,
        quotes=quotes,
        terms=find_terms(parsed, voices, quotes, contrasts),
        names=find_names(parsed),
        searched=searched(contrasts),
    )


def searched(contrasts: tuple[Contrast, ...]) -> tuple[Searched, ...]:
    """Return what was looked for, so that finding nothing is a finding."""
    return tuple(
        Searched(contrast.lexicon, contrast.version, contrast.id, side.id)
        for contrast in contrasts
        for side in contrast.sides
    )
