"""A parsed article and its quotes in, an annotated article out."""

from analysis.extract.agency import find_agency
from analysis.extract.figures import find_figures
from analysis.extract.lemmas import find_lemmas
from analysis.extract.sentences import find_names, find_sentences
from analysis.extract.statements import find_statements
from analysis.extract.terms import find_terms
from analysis.extract.voices import voice_spans
from analysis.extract.wordings import find_wordings, searched_wordings
from analysis.lexicons import Contrast
from analysis.nlp import ParsedArticle
from analysis.types import AnnotatedArticle, Quote, Searched


def annotate(
    parsed: ParsedArticle, quotes: tuple[Quote, ...], contrasts: tuple[Contrast, ...]
) -> AnnotatedArticle:
    """Return the article with its sentences, voices, quotes, terms and names."""
    voices = voice_spans(quotes)
    sentences = find_sentences(parsed)
    return AnnotatedArticle(
        article=parsed.article,
        blocks=parsed.blocks,
        sentences=sentences,
        voices=voices,
        quotes=quotes,
        terms=find_terms(parsed, voices, quotes, contrasts),
        names=find_names(parsed),
        searched=searched(contrasts),
        figures=find_figures(parsed, voices, quotes),
        agency=find_agency(parsed, voices),
        statements=find_statements(parsed, sentences),
        wordings=find_wordings(parsed, voices, quotes),
        lemmas=find_lemmas(parsed),
    )


def searched(contrasts: tuple[Contrast, ...]) -> tuple[Searched, ...]:
    """Return what was looked for, so that finding nothing is a finding."""
    sides = tuple(
        Searched(contrast.lexicon, contrast.version, contrast.id, side.id)
        for contrast in contrasts
        for side in contrast.sides
    )
    return sides + searched_wordings()
