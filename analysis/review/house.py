"""The house's own terms in a draft: where they stand, and in whose words."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.patterns import Form, WordIndex, forms, spelling
from analysis.review.finding import Found
from analysis.review.material import Material
from analysis.review.profile import Allowed, HouseProfile, HouseRule
from analysis.spans import word_spans
from analysis.types import AnnotatedArticle, QuoteKind, Span, Voice
from analysis.vocabulary import listed, plural

_WORDS_OF = {
    Voice.OUTLET: "in the draft's own words",
    Voice.PARAPHRASE: "in reported speech",
    Voice.QUOTE: "inside a quotation",
}

_ALLOWED = {
    Allowed.NEVER: "the house does not use it",
    Allowed.QUOTED: "the house has it inside quotations only",
    Allowed.ATTRIBUTED: "the house has it as somebody's words only",
    Allowed.OWN: "the house writes it plainly, without quotation marks",
}

_FITS = {
    Allowed.NEVER: frozenset[Voice](),
    Allowed.QUOTED: frozenset({Voice.QUOTE}),
    Allowed.ATTRIBUTED: frozenset({Voice.QUOTE, Voice.PARAPHRASE}),
    Allowed.OWN: frozenset({Voice.OUTLET, Voice.PARAPHRASE}),
}


def house_terms(material: Material, profile: HouseProfile) -> Iterator[tuple[HouseRule, Found]]:
    """Yield every use of a house's term in a voice in which the house does not have it."""
    draft = material.draft
    uses: dict[str, list[Span]] = {}
    for span, rule in _matches(draft, profile):
        if material.counts(span):
            uses.setdefault(rule.id, []).append(span)
    for rule in profile.rules:
        for span in uses.get(rule.id, []):
            voice = _voice(draft, span, rule.allowed)
            if voice in _FITS[rule.allowed]:
                continue
            yield rule, Found(span, rule.id, _reason(draft, rule, span, voice), len(uses[rule.id]))


def _reason(draft: AnnotatedArticle, rule: HouseRule, span: Span, voice: Voice) -> str:
    prefer = f" The house suggests: {listed(list(rule.prefer))}." if rule.prefer else ""
    return (
        f"\u201c{span.of(draft.text)}\u201d stands {_WORDS_OF[voice]}; {_ALLOWED[rule.allowed]}. "
        f"{rule.reason}{prefer}"
    )


def _matches(draft: AnnotatedArticle, profile: HouseProfile) -> Iterator[tuple[Span, HouseRule]]:
    """Yield each longest match of each rule, in text order."""
    spans = list(word_spans(draft.text))
    lemmas = {lemma.start: spelling(lemma.lemma) for lemma in draft.lemmas}
    row = [_spellings(draft.text, span, lemmas) for span in spans]
    entries = [
        (form, rule) for rule in profile.rules for term in rule.terms for form in _forms(term)
    ]
    index = WordIndex(entries)
    ends: dict[str, int] = {}
    found = sorted(index.find(row), key=lambda match: (match[0], -match[1]))
    for first, after, _, rule in found:
        if ends.get(rule.id, 0) <= first:
            ends[rule.id] = after
            yield Span(spans[first].start, spans[after - 1].end), rule


def _forms(term: str) -> tuple[Form, ...]:
    return forms(
        term, lambda word: [word[a:b] for a, b in word_spans(word)] if "*" not in word else []
    )


def _spellings(text: str, span: Span, lemmas: dict[int, str]) -> tuple[str, ...]:
    written = spelling(span.of(text))
    bare = written.removesuffix("'s")
    return tuple(dict.fromkeys((written, bare, lemmas.get(span.start, bare))))


def _voice(draft: AnnotatedArticle, span: Span, allowed: Allowed) -> Voice:
    """Return in whose words a term stands; marks around a word alone are not a quotation.

    Only where a house asks for plain words do such marks count.
    """
    found = next((v.voice for v in draft.voices if v.span.overlaps(span)), Voice.OUTLET)
    is_scare = any(
        quote.kind is QuoteKind.SCARE and any(part.contains(span) for part in quote.content)
        for quote in draft.quotes
    )
    if is_scare:
        return Voice.QUOTE if allowed is Allowed.OWN else Voice.OUTLET
    return found


def counted(profile: HouseProfile) -> str:
    """Return how many rules a profile has, in words."""
    return f"{plural(len(profile.rules), 'rule')}, {plural(len(profile.checks), 'check')} set"
