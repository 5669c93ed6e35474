"""Parsed article -> its attributions, in text order."""

from __future__ import annotations

from analysis.extract.quotes.drafts import finished
from analysis.extract.quotes.echoes import with_echoes
from analysis.extract.quotes.model import models
from analysis.extract.quotes.reader import Reader
from analysis.extract.quotes.rules import rules
from analysis.nlp import ParsedArticle
from analysis.types import Quote


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
    Pareti (2016), PARC 3.0, section 2 (cue, content, source); Newell, Cowlishaw and
    Man (2018), PolNeAR (attributions of news, beliefs and intentions included).
    """
    reader = Reader(models() if learned else rules())
    for number, paragraph in enumerate(parsed.paragraphs):
        reader.take(number, paragraph)
    drafts = sorted(reader.drafts, key=lambda draft: draft.order)
    quotes = [finished(parsed, draft, n) for n, draft in enumerate(drafts, start=1)]
    return with_echoes(parsed, quotes)
