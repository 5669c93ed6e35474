"""How a quotation is told to be somebody's: how late, and with which verb."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.review.finding import Found
from analysis.review.material import Material, begin
from analysis.review.rule import Rule
from analysis.spans import n_words
from analysis.types import Quote, QuoteKind, Span
from analysis.vocabulary import ROLES, plural

FAR_WORDS = 40
"""Words of a quotation before its speaker is named from which a reader has to wait: about two
news sentences."""

DOUBT = frozenset("allege assert claim contend insist maintain profess purport".split())
"""Verbs that keep the writer at a distance; Reuters Handbook, entry "claim"."""

GIVING_IN = frozenset("acknowledge admit concede confess own".split())
"""Verbs that show a speaker as owning up; Guardian style guide, entry "admit"."""

_MARKED = frozenset({QuoteKind.DIRECT, QuoteKind.MIXED})


def far_attribution(material: Material) -> Iterator[Found]:
    """Yield quotations whose speaker comes late, and quotations without any speaker found."""
    for quote in material.quotes:
        if quote.kind not in _MARKED:
            continue
        if quote.source is None and quote.speaker is None:
            yield Found(
                begin(quote),
                "",
                "No speaker was found for these quoted words. Check that a reader can tell whose "
                "they are.",
                1,
            )
        elif (waited := _words_before(material, quote)) > FAR_WORDS:
            yield Found(
                begin(quote),
                "",
                f"{waited} quoted words pass before the reader learns whose they are (more than "
                f"{FAR_WORDS}). Check whether the speaker can come earlier.",
                waited,
            )


def _words_before(material: Material, quote: Quote) -> int:
    """Return how many words of the quotation stand before its speaker."""
    told = [span.start for span in (quote.source, quote.cue) if span]
    if not told:
        return 0
    before = [Span(p.start, min(p.end, min(told))) for p in quote.content if p.start < min(told)]
    return n_words(material.draft.text, before)


def verbs_of_doubt(material: Material) -> Iterator[Found]:
    """Yield verbs such as "claim" and "admit", with how each kind of speaker is treated."""
    marked = [q for q in material.quotes if q.cue_lemma in DOUBT | GIVING_IN and q.cue]
    for quote in marked:
        same = [q for q in material.quotes if q.role is quote.role]
        others = [q for q in material.quotes if q.role is not quote.role]
        k_same, k_others = (sum(q in marked for q in group) for group in (same, others))
        does = "puts words in doubt" if quote.cue_lemma in DOUBT else "shows a speaker giving in"
        yield Found(
            quote.cue,
            quote.cue_lemma or "",
            f"\u201c{quote.cue_lemma}\u201d {does}. In this draft such verbs stand with "
            f"{k_same} of {plural(len(same), 'quote')} of the kind \u201c{ROLES[quote.role]}\u201d "
            f"and with {k_others} of {plural(len(others), 'quote')} of all other kinds. Check "
            "whether \u201csaid\u201d would do.",
            len(material.quotes),
        )


ATTRIBUTION = (
    Rule(
        id="attribution.far",
        title="Quotations whose speaker comes late",
        about=f"Quotations of which more than {FAR_WORDS} words stand before their speaker, or "
        "whose speaker our rules do not find.",
        find=far_attribution,
        guidance="attribution",
    ),
    Rule(
        id="verbs.doubt",
        title="Verbs of doubt",
        about="Verbs that keep a distance (claim, allege, insist) or show somebody giving in "
        "(admit, concede), with how often they stand with which kind of speaker.",
        find=verbs_of_doubt,
        guidance="language",
    ),
)
