"""Parsed paragraphs in, figures out: number, bound, unit, event, scope, voice and date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from analysis.extract.figures.amounts import Amount, amounts
from analysis.extract.figures.bounds import bounded, ends
from analysis.extract.figures.dates import as_of
from analysis.extract.figures.event_words import counting_event, counts_people, names_event
from analysis.extract.figures.events import event_of
from analysis.extract.figures.following import is_carried, is_listed
from analysis.extract.figures.levels import level_noun
from analysis.extract.figures.numerals import Form
from analysis.extract.figures.ones import is_one_of, is_uncounted_one
from analysis.extract.figures.places import place_of
from analysis.extract.figures.ranges import with_ranges
from analysis.extract.figures.rejects import is_address, is_empty_zero, is_no_quantity
from analysis.extract.figures.units import counted, modified, rate_of, unit_of
from analysis.extract.figures.words import number_words
from analysis.nlp import Paragraph, ParsedArticle
from analysis.types import Article, Figure, Quote, Span, Voice, VoiceSpan

if TYPE_CHECKING:
    from analysis.parsing import Doc, DocSpan, Token

AGED = "aged"
"""What an age says of a person or thing."""

SHARE = "share"
"""Unit of "half" and "one in five": 1 = the whole."""

MAX_AGE = 120
"""Years; nobody is known to have lived longer by more than a few."""

_COUNTED = frozenset({Form.DIGITS, Form.WORDS})
_OLD = re.compile(r"[-\s](year|month|week|day)s?[-\s]olds?\b", re.IGNORECASE)


def find_figures(
    parsed: ParsedArticle, voices: Sequence[VoiceSpan], quotes: Sequence[Quote]
) -> tuple[Figure, ...]:
    """Return the quantities of the analysed blocks in text order.

    Dates, times, years, ordinals, scores, names and the pronoun "one" are no quantities;
    "several" and "a few" are only where persons are counted or something happened to them.
    """
    known = {quote.id for quote in quotes}
    return tuple(
        _voiced(figure, voices, known)
        for paragraph in parsed.paragraphs
        for figure in _in_paragraph(paragraph, parsed.article)
    )


def _in_paragraph(paragraph: Paragraph, article: Article) -> Iterator[Figure]:
    doc = paragraph.doc
    # The parsed text may have its capitals lowered; signs and codes need them as printed.
    text = article.text[paragraph.start : paragraph.start + len(doc.text)]
    last: tuple[Amount, Figure] | None = None
    for plain in with_ranges(text, amounts(text), lambda at: _is_change(doc, at)):
        amount, words = bounded(text, plain)
        tokens = doc.char_span(amount.core[0], amount.end, alignment_mode="expand")
        if tokens is None or _is_none(text, amount, tokens):
            continue
        if age := _age_unit(text, amount, tokens, last):
            figure: Figure | None = _built(
                paragraph, amount, tokens, (age, AGED), article.published
            )
        else:
            figure = _figure(paragraph, amount, tokens, article.published)
        if figure is None:
            continue
        if figure.unit is None and last and is_carried(text, last[0], plain):
            figure = replace(figure, unit=last[1].unit)
        if words == "over" and figure.unit in number_words().unit_sets["time"]:
            # "Over three days" is during them, not longer than they are.
            start = paragraph.start + plain.start
            figure = replace(figure, start=start, high=plain.high, bound=plain.bound)
        last = plain, figure
        yield figure


def _is_none(text: str, amount: Amount, tokens: DocSpan) -> bool:
    is_empty = is_address(text, amount) or is_empty_zero(text, amount, tokens)
    return is_empty or is_no_quantity(text, amount, tokens)


def _is_change(doc: Doc, at: int) -> bool:
    """Return whether the "from" that ends at ``at`` goes with a verb of change."""
    span = doc.char_span(at - 1, at, alignment_mode="expand")
    if span is None:
        return False
    change = number_words().words["change"]
    near = doc[max(0, span.start - 6) : span.start]
    return any(token.lemma_.lower() in change for token in (span[0].head, *near))


def _figure(
    paragraph: Paragraph, amount: Amount, tokens: DocSpan, published: str | None
) -> Figure | None:
    if is_one_of(amount, tokens):
        # One of a class is no count of it: without unit and event nothing is compared with it.
        return _built(paragraph, amount, tokens, (None, None), published)
    number, noun = tokens.root, _noun(amount, tokens)
    level = level_noun(number) if noun is None and _is_count(amount) else None
    unit = amount.unit or unit_of(noun or level)
    event = event_of(number, noun, unit)
    if level is not None and names_event(level):
        event = counting_event(level, None)
    if counts_people(event) and (unit is None or names_event(noun or level)):
        unit = "people"
    if _is_left_out(amount, tokens, unit, event):
        return None
    return _built(paragraph, amount, tokens, (unit, event), published)


def _built(
    paragraph: Paragraph,
    amount: Amount,
    tokens: DocSpan,
    told: tuple[str | None, str | None],
    published: str | None,
) -> Figure:
    """Return the figure of a unit and an event, with its scope and date."""
    low, high = ends(amount)
    unit, event = told
    is_age = event == AGED
    return Figure(
        start=paragraph.start + amount.start,
        end=paragraph.start + amount.end,
        low=low,
        high=high,
        bound=amount.bound,
        unit=SHARE if amount.form is Form.PART else unit,
        event=event,
        population=None if is_age else _population(amount, tokens, _noun(amount, tokens)),
        voice=Voice.OUTLET,
        as_of=as_of(tokens.root.sent, tokens.root, published),
    )


def _is_count(amount: Amount) -> bool:
    is_plain = amount.form in _COUNTED or amount.form is Form.GROUP
    return is_plain and amount.unit is None


def _noun(amount: Amount, tokens: DocSpan) -> Token | None:
    """Return what is counted; a percentage or a sum of money counts only what "of" names."""
    doc, end = tokens.doc, tokens.end
    if amount.unit and (end >= len(doc) or doc[end].lower_ != "of"):
        return None
    return counted(tokens)


def _age_unit(
    text: str, amount: Amount, tokens: DocSpan, last: tuple[Amount, Figure] | None
) -> str | None:
    """Return what an age is counted in: "Ann Lee, 66,", "18-month-old"; ``None`` if it is none."""
    if amount.unit is not None or amount.form not in _COUNTED:
        return None
    if last and last[1].event == AGED and is_listed(text, last[0], amount) and not counted(tokens):
        return last[1].unit
    told = _OLD.match(text, amount.end)
    if told:
        return told[1].casefold()
    return "year" if amount.high <= MAX_AGE and _is_age(text, amount, tokens) else None


def _is_age(text: str, amount: Amount, tokens: DocSpan) -> bool:
    """Return whether it is a person's age by the words around it: "Ann Lee, 66,", "aged 12"."""
    doc, start = tokens.doc, tokens.start
    before = doc[start - 1] if start else None
    if before is None:
        return False
    if before.lower_ in {"aged", "age"} or text[: amount.start].endswith("the age of "):
        return True
    is_apart = before.text == "," and start > 1 and doc[start - 2].pos_ == "PROPN"
    following = doc[tokens.end].text if tokens.end < len(doc) else "."
    return is_apart and following in {",", ".", ";", ")"} and tokens[-1].pos_ == "NUM"


def _is_left_out(amount: Amount, tokens: DocSpan, unit: str | None, event: str | None) -> bool:
    """Return whether it counts nothing worth a row: "one day", "several ways", "3-2"."""
    if is_uncounted_one(amount, tokens, event):
        return True
    if amount.is_hyphenated and unit is None:
        return True
    is_person = unit is not None and unit in number_words().unit_sets["people"]
    return amount.form is Form.LOOSE and not (is_person or counts_people(event))


def _population(amount: Amount, tokens: DocSpan, noun: Token | None) -> str | None:
    """Return the words that say which of them, and where, joined by a comma."""
    is_of_whole = amount.unit or amount.form is Form.PART or is_one_of(amount, tokens)
    if noun is not None and is_of_whole:
        first = max(noun.left_edge.i, tokens.end)
        whom: str | None = noun.doc[first : noun.i + 1].text
    else:
        whom = modified(tokens, noun)
        if noun is not None and noun.i >= tokens.end and (rate := rate_of(noun)):
            is_in_unit = " per " in (unit_of(noun) or "")
            whom = whom if is_in_unit else " ".join(part for part in (whom, rate.text) if part)
    heads = [tokens.root.head, *([noun.head] if noun is not None else [])]
    verbs = [head for head in heads if head.pos_ == "VERB"]
    if not verbs:
        verbs = [verb for verb in heads[-1].children if verb.tag_ == "VBN"]
    where = place_of(tokens.root, noun, *verbs)
    return ", ".join(part for part in (whom, where) if part) or None


def _voiced(figure: Figure, voices: Sequence[VoiceSpan], known: set[str]) -> Figure:
    """Return the figure in the voice of the quote that holds its first character."""
    place = Span(figure.start, figure.start + 1)
    for voice in voices:
        if voice.span.contains(place):
            quote = voice.quote_id if voice.quote_id in known else None
            return replace(figure, voice=voice.voice, quote_id=quote)
    return figure
