"""Terms that the draft uses in its own words and the other articles only as somebody's words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from analysis.review.finding import Elsewhere, Found
from analysis.review.material import Material, elsewhere, own_first, spread
from analysis.review.rule import Rule
from analysis.tables import sentence_at
from analysis.types import ARTICLE_KINDS, AnnotatedArticle, BlockKind, Span, TermHit, Use, Voice
from analysis.vocabulary import listed, plural

MIN_USES = 2
"""Uses elsewhere below which "always" says nothing."""

LOADED = "loaded"
"""The list of wordings that is looked at here; words of certainty are not terms."""


def listed_terms(annotated: AnnotatedArticle) -> Iterator[TermHit]:
    """Yield the listed terms and loaded words in the article itself."""
    for hit in (*annotated.terms, *(w for w in annotated.wordings if w.contrast == LOADED)):
        sentence = sentence_at(annotated, hit.start)
        if sentence is not None and sentence.block in ARTICLE_KINDS:
            yield hit


def is_own(hit: TermHit) -> bool:
    """Return whether a term stands in the outlet's own words, without distance."""
    return hit.voice is Voice.OUTLET and hit.use is Use.PLAIN


def quoted_elsewhere(material: Material) -> Iterator[Found]:
    """Yield terms in the draft's own voice that the others use, but only as somebody's words."""
    own = {hit.term for each in material.others for hit in listed_terms(each) if is_own(hit)}
    places = [(hit.span, hit.term) for hit in listed_terms(material.draft) if is_own(hit)]
    told = _as_words_of_others(material, {term for _, term in places} - own)
    for span, term in own_first(places, material):
        evidence = told.get(term, [])
        if len(evidence) >= MIN_USES:
            outlets = list(dict.fromkeys(each.outlet for each in evidence))
            yield Found(
                span,
                term,
                f"\u201c{span.of(material.draft.text)}\u201d stands in the draft's own words. Used "
                f"by {material.of_outlets(len(outlets))} ({listed(outlets)}, "
                f"{plural(len(evidence), 'time')}), always as somebody's words. Check whose "
                "word it is here.",
                len(evidence),
                spread(evidence),
                is_weak=material.is_few(len(outlets)),
            )


def _as_words_of_others(material: Material, terms: Iterable[str]) -> dict[str, list[Elsewhere]]:
    wanted = set(terms)
    found: dict[str, list[Elsewhere]] = {}
    for each in material.others:
        speakers = {quote.id: quote.speaker for quote in each.quotes}
        for hit in listed_terms(each):
            if hit.term in wanted:
                who = speakers.get(hit.quote_id or "") or ""
                found.setdefault(hit.term, []).append(elsewhere(each, hit.span, who))
    return found


def _headline_words(material: Material) -> Iterator[tuple[Span, str]]:
    """Yield the content words of the headline in its own voice, names left out."""
    draft = material.draft
    for lemma in draft.lemmas:
        span = Span(lemma.start, lemma.end)
        sentence = sentence_at(draft, lemma.start)
        is_headline = sentence is not None and sentence.block is BlockKind.HEADLINE
        is_name = any(name.overlaps(span) for name in draft.names)
        is_part = "-" in draft.text[max(0, span.start - 1) : span.end + 1]  # "Russian-led"
        if is_headline and not is_name and not is_part and not _in_others_words(draft, span):
            yield span, lemma.lemma


def headline_words(material: Material) -> Iterator[Found]:
    """Yield headline words that the body only has as somebody's words, or not at all.

    Absence is told of listed terms alone: a headline may well say the same in other words.
    """
    draft = material.draft
    body = _body_lemmas(material)
    absent = _sides_of_headline_alone(draft)
    for span, lemma in _headline_words(material):
        places = body.get(lemma, [])
        word = span.of(draft.text)
        if not places and span.start in absent:
            reason = (
                f"\u201c{word}\u201d stands in the headline and nowhere in the text below it. "
                "Check that the text supports it."
            )
            yield Found(span, lemma, reason, 0)
        elif places and all(_in_others_words(draft, place) for place in places):
            reason = (
                f"The headline says \u201c{word}\u201d in its own words; the text has it only as "
                f"somebody's words ({plural(len(places), 'time')}). Check whether the headline "
                "should say whose it is."
            )
            yield Found(span, lemma, reason, len(places))


def _sides_of_headline_alone(draft: AnnotatedArticle) -> set[int]:
    """Return where listed terms of the headline begin that the text has in no other words."""
    hits = [(hit, sentence_at(draft, hit.start)) for hit in listed_terms(draft)]
    told = {(hit.contrast, hit.side) for hit, s in hits if s and s.block is not BlockKind.HEADLINE}
    return {
        hit.start
        for hit, s in hits
        if s
        and s.block is BlockKind.HEADLINE
        and is_own(hit)
        and (hit.contrast, hit.side) not in told
    }


def _body_lemmas(material: Material) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = {}
    for lemma in material.draft.lemmas:
        sentence = sentence_at(material.draft, lemma.start)
        if (
            sentence
            and sentence.block in ARTICLE_KINDS
            and sentence.block is not BlockKind.HEADLINE
        ):
            found.setdefault(lemma.lemma, []).append(Span(lemma.start, lemma.end))
    return found


def _in_others_words(annotated: AnnotatedArticle, span: Span) -> bool:
    return any(voice.span.overlaps(span) for voice in annotated.voices)


WORDS = (
    Rule(
        id="words.quoted_elsewhere",
        title="Words that the others only quote",
        about="Terms of the word lists that stand in the draft's own words, while every use in "
        "the other articles is somebody's words. Words on no list are not looked at.",
        find=quoted_elsewhere,
        guidance="language",
    ),
    Rule(
        id="headline.words",
        title="Headline and text",
        about="Words of the headline in its own voice that the text only has as somebody's words, "
        "and listed terms that the text does not have. The same thing in other words is not seen.",
        find=headline_words,
        guidance="accuracy",
    ),
)
