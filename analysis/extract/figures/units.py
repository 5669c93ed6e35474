"""What a number counts: the noun, its lemma, and the words that say which of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.extract.figures.words import number_words

if TYPE_CHECKING:
    from analysis.parsing import Doc, DocSpan, Token

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_BEFORE_NOUN = frozenset(
    {"JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "CD", "RB", "RBR", "RBS", "AFX"}
)
_JOINING = frozenset({"HYPH", "POS"})
_PLURALS = frozenset({"NNS", "NNPS"})

MAX_RUN = 8
"""Words read from a number to the noun it counts; longer runs are lists or tables."""

_PERSONS = frozenset({"person", "persons", "people", "other", "dead", "wounded", "injured"})
"""Words for people that say nothing more."""

_EACH = frozenset({"a", "an", "each", "every"})

_NOW = frozenset({"today", "yesterday", "tomorrow", "tonight"})


def right_noun(token: Token) -> Token | None:
    """Return the noun that a number counts by the parser, if it stands to the right."""
    head = token.head
    is_counted = token.dep_ == "nummod" and head.i > token.i and head.pos_ in {"NOUN", "PROPN"}
    return head if is_counted else None


def is_measured(tokens: DocSpan) -> bool:
    """Return whether a measure follows: "Acme's 550 megawatt plant" is no model number."""
    doc, end = tokens.doc, tokens.end
    if end >= len(doc) or doc[end].tag_ not in _NOUNS:
        return False
    return doc[end].lemma_.lower() in number_words().unit_sets["measure"]


def counted(tokens: DocSpan) -> Token | None:
    """Return the noun that the number counts, or ``None`` if it stands alone.

    "Dozens of people" counts people, and so does "12 of the people". The words to the
    right decide first: after numbers they are more often right than the parse.
    """
    doc, place = tokens.doc, tokens.end
    if place < len(doc) and doc[place].lower_ == "of":
        return _of_noun(doc, place + 1)
    if place + 1 < len(doc) and doc[place].tag_ == "HYPH" and not doc[place].whitespace_:
        return doc[place + 1] if doc[place + 1].tag_ in _NOUNS else None  # "a 13-year path"
    if is_measured(tokens):
        return doc[place]  # "a 40 megawatt plant"
    if tokens.start and doc[tokens.start - 1].lower_ == "from":
        place = _past_second(doc, place)
    found = _run_head(doc, place)
    if found is not None:
        return found
    head = tokens.root.head
    is_right = tokens.root.dep_ in {"nummod", "quantmod"} and place <= head.i < place + MAX_RUN
    return head if is_right and head.tag_ in _NOUNS else None


def _past_second(doc: Doc, place: int) -> int:
    """Return where the second number of a change ends: "from 10 to 20 deaths"."""
    if place + 1 >= len(doc) or doc[place].lower_ != "to" or doc[place + 1].pos_ != "NUM":
        return place
    place += 1
    while place < len(doc) and (doc[place].pos_ in {"NUM", "SYM"} or doc[place].tag_ == "HYPH"):
        place += 1
    return place


def _of_noun(doc: Doc, place: int) -> Token | None:
    """Return the noun after "of", past articles and pronouns that only point to it."""
    while place < len(doc) and doc[place].pos_ in {"DET", "PRON", "PUNCT"}:
        if doc[place].lower_ in {"them", "whom", "those", "these", "which"}:
            return doc[place]
        place += 1
    return _run_head(doc, place)


def _run_head(doc: Doc, place: int) -> Token | None:
    """Return the last noun of the unbroken run of adjectives and nouns that begins here."""
    noun: Token | None = None
    for token in doc[place : place + MAX_RUN]:
        if token.tag_ in _NOUNS:
            if token.lower_ in _NOW or (noun is not None and not _continues(noun, token)):
                break
            noun = token
        elif noun is None:
            if token.tag_ not in _BEFORE_NOUN and not _is_list_comma(token):
                break
        elif not _joins(noun, token):
            break
    return noun


def _joins(noun: Token, token: Token) -> bool:
    """Return whether a word after a noun goes on: "men's", but not "two days' time"."""
    if token.tag_ == "POS":
        return noun.lemma_ not in number_words().unit_sets["time"]
    return token.tag_ in _JOINING or token.doc[token.i - 1].tag_ == "HYPH"


def _continues(noun: Token, token: Token) -> bool:
    """Return whether a noun after a noun belongs to it: "forces personnel", not "people Monday"."""
    if token.tag_ in {"NNP", "NNPS"}:
        return noun.tag_ == "NNP" and noun.head.i >= token.i
    return noun.tag_ != "NNS" or (noun.head.i == token.i and noun.dep_ == "compound")


def _is_list_comma(token: Token) -> bool:
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return token.text == "," and following is not None and following.tag_ in {"JJ", "JJR", "JJS"}


def unit_of(noun: Token | None) -> str | None:
    """Return the lemma of what is counted; a person is ``people``, money names its country."""
    if noun is None or noun.pos_ == "PRON":
        return None
    lemma = noun.lemma_.lower()
    if lemma in _PERSONS or noun.lower_ in _PERSONS:
        return "people"
    rate = rate_of(noun)
    if rate is not None and lemma not in number_words().unit_sets["people"]:
        return f"{lemma} per {rate[-1].lemma_.lower()}"  # a rate is no count: "40 tests a day"
    if noun.tag_ == "NNPS":
        return lemma.removesuffix("s")
    if lemma in set(number_words().currency_signs.values()) and noun.i:
        before = noun.doc[noun.i - 1]
        full = f"{before.lower_} {lemma}"
        return full if full in set(number_words().currency_signs.values()) else lemma
    return lemma


def rate_of(noun: Token) -> DocSpan | None:
    """Return what a rate is taken over: "per hour" in "80 miles per hour", "a day"."""
    after = noun.doc[noun.i + 1 : noun.i + 3]
    if len(after) < 2 or after[1].tag_ not in _NOUNS or _is_apart(after[1]):
        return None
    is_time = after[1].lemma_.lower() in number_words().unit_sets["time"]
    return after if after[0].lower_ == "per" or (is_time and after[0].lower_ in _EACH) else None


def _is_apart(noun: Token) -> bool:
    """Return whether it says when, not how often: "12 people a year ago"."""
    following = noun.doc[noun.i + 1].lower_ if noun.i + 1 < len(noun.doc) else ""
    return following in {"ago", "earlier", "later", "before", "after"}


def modified(tokens: DocSpan, noun: Token | None) -> str | None:
    """Return the words that say which of them: "Russian troops"; a bare noun says nothing."""
    if noun is None or noun.i < tokens.end or noun.pos_ == "PRON":
        return None
    first = min(_past_second(noun.doc, tokens.end), noun.i)
    words = [t for t in noun.doc[first : noun.i + 1] if t.lower_ not in {"of", "the", "more"}]
    while words and (words[0].is_punct or words[0].pos_ in {"DET", "PRON", "CCONJ", "NUM"}):
        words = words[1:]
    if len(words) < 2:
        return None
    return noun.doc[words[0].i : noun.i + 1].text
