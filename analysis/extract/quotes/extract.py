"""Parsed article -> its attributions, in text order."""

from __future__ import annotations

from dataclasses import replace

from analysis.extract.quotes.drafts import finished
from analysis.extract.quotes.echoes import with_echoes
from analysis.extract.quotes.model import models
from analysis.extract.quotes.reader import Reader
from analysis.extract.quotes.rules import rules
from analysis.nlp import ParsedArticle
from analysis.types import CueClass, Quote

NOMINAL_RULES = frozenset({"dobj", "pobj", "nsubjpass"})
"""Patterns whose content is a noun phrase, not a clause."""

SURE = 0.8
"""Confidence from which an unlisted verb is believed to report a noun phrase; on PolNeAR
articles that neither trained nor chose anything, no found quote lies below it."""


def extract_quotes(parsed: ParsedArticle, *, learned: bool = True) -> tuple[Quote, ...]:
    """Return the attributions of one article in text order.

    ``content`` leaves out the marks around a quotation; ``quoted`` holds the parts
    of it inside marks. ``source`` is the mention that names the speaker, to be
    resolved by ``resolve_speakers``. ``confidence`` is the estimated probability,
    in [0, 1], that a trained annotator marks the same content; higher = surer.
    ``rule`` names the linguistic pattern, after ``:`` how its content was cut.

    ``learned=False`` scores the same candidates by fixed rules instead of the trained
    weights: fewer indirect quotes are found, and ``confidence`` is only a rank.

    References
    ----------
    Pareti (2016), PARC 3.0, section 2 (cue, content, source); Newell, Margolin
    and Ruths (2018), PolNeAR (attributions of news, beliefs and intentions included).
    """
    reader = Reader(models() if learned else rules())
    for number, paragraph in enumerate(parsed.paragraphs):
        reader.take(number, paragraph)
    drafts = sorted(reader.drafts, key=lambda draft: draft.order)
    found = (finished(parsed, draft, 0) for draft in drafts)
    kept = [quote for quote in found if not _is_doubtful(quote)]
    quotes = [replace(quote, id=f"q{n}") for n, quote in enumerate(kept, start=1)]
    return with_echoes(parsed, quotes)


def _is_doubtful(quote: Quote) -> bool:
    """Return whether a verb in no list of reporting words merely takes a noun for its object.

    "She attended a session" reports nothing; only what the models are sure of is kept.
    """
    is_nominal = quote.rule.split(":", 1)[0] in NOMINAL_RULES
    is_listed = quote.cue is None or quote.cue_class is not CueClass.NONE
    return is_nominal and not is_listed and quote.confidence < SURE
