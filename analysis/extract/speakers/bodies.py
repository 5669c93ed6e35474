"""Institutions of a story, each under one name: country, kind of body, abbreviations."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from analysis.extract.speakers.mentions import Mention
from analysis.extract.speakers.places import places
from analysis.nlp import ParsedArticle

_WORD = r"(?:[A-Z][\w'’\-]*|of|the|for|and|on|in|to|de|des)"
_ABBREVIATED = re.compile(rf"({_WORD}(?: {_WORD}){{1,8}}) \(([A-Z][A-Z.]{{1,8}})\)")
_BODY = re.compile(
    r"(?:Ministry|Department|Office|Bureau|Agency|Committee|Commission|Council|Service)\b"
)
_OF = re.compile(
    r"^(ministry|department|office|bureau|committee|council|secretary) (?:of|for) (?:the )?(.+)$"
)
_SPELLINGS = (
    ("defense", "defence"),
    ("organization", "organisation"),
    ("program", "programme"),
    ("labor", "labour"),
    ("center", "centre"),
)
_POSSESSIVE = re.compile(r"['’]s?(?= |$)")


@dataclass(frozen=True, slots=True)
class BodyName:
    """The name a body goes by in a story."""

    name: str
    named: bool
    country: str | None


class Bodies:
    """The institutions of a story: the first mention with its country stands for the later ones."""

    def __init__(self, home: str | None) -> None:
        self.home = home
        self._long: dict[str, str] = {}
        self._names: dict[tuple[str | None, str], Counter[str]] = {}
        self._country: dict[tuple[str, str], str | None] = {}
        self._last: dict[tuple[str, str], Mention] = {}
        self._named: dict[tuple[str, str], set[str]] = {}

    def learn(self, article: ParsedArticle) -> None:
        """Record abbreviations and full names with a country in one article."""
        text = article.article.text
        for match in _ABBREVIATED.finditer(text):
            words, short = match.group(1), match.group(2).replace(".", "")
            long = _matching(words.split(), short)
            if long:
                self._long.setdefault(short, long)
        for paragraph in article.paragraphs:
            if not _BODY.search(paragraph.doc.text):
                continue
            for chunk in paragraph.doc.noun_chunks:
                if _BODY.search(chunk.text):
                    self._note(article.article.id, _words(chunk.text))

    def _note(self, article: str, words: str) -> None:
        if words[:1].isupper():
            self._named.setdefault((article, _last_word(words)), set()).add(words)
        codes = places().countries(words)
        if codes:
            self._country.setdefault((article, core(words)), codes[0])
            self._names.setdefault((codes[0], core(words)), Counter())[words] += 1

    def canonical(self, article: str, mention: Mention) -> BodyName:
        """Return the name of the body that a mention stands for, which later ones take up."""
        words = self._words(mention)
        if not words[:1].islower():
            self._last[article, _last_word(words)] = mention
        return self.look_up(article, mention)

    def look_up(self, article: str, mention: Mention) -> BodyName:
        """Return the name of the body that a mention stands for in this article."""
        words = self._words(mention)
        if words[:1].islower():
            return self._short(article, words, mention)
        key = core(words)
        codes = places().countries(words)
        country = codes[0] if codes else self._country.get((article, key))
        if country is None and _BODY.search(words):
            country = self.home
        known = self._names.get((country, key))
        if known:
            best = max(known, key=lambda w: (known[w], len(w), w))
            return BodyName(best, True, country)
        return BodyName(words, True, country)

    def _short(self, article: str, words: str, mention: Mention) -> BodyName:
        """Return the body that "the ministry" takes up, else the words themselves.

        That is the one heard last in this article, or the only one named in it.
        """
        earlier = self._last.get((article, words.lower()))
        if earlier is not None and earlier is not mention:
            return self.look_up(article, earlier)
        named = self._named.get((article, words.lower()), ())
        if len(named) == 1:
            return self.look_up(article, Mention("body", next(iter(named))))
        codes = places().countries(words)
        return BodyName(words, False, codes[0] if codes else None)

    def _words(self, mention: Mention) -> str:
        """Return the words of a mention, an abbreviation of the story spelt out."""
        words = _words(mention.words)
        return self._long.get(words.replace(".", ""), words)


def core(words: str) -> str:
    """Return a body without its country: "Russia's Defense Ministry" -> "defence ministry"."""
    text = places().pattern.sub("", words)
    text = _POSSESSIVE.sub("", text).lower().strip()
    text = re.sub(r"^the ", "", re.sub(r"\s+", " ", text)).strip()
    for old, new in _SPELLINGS:
        text = text.replace(old, new)
    match = _OF.match(text)
    return f"{match.group(2)} {match.group(1)}".strip() if match else text


def _words(text: str) -> str:
    text = re.sub(r"\s*\([^)]*\)", "", text)
    return re.sub(r"^(?:[Tt]he|[Aa]n?) ", "", text).strip()


def _last_word(words: str) -> str:
    return core(words).rsplit(" ", 1)[-1]


def _matching(words: list[str], short: str) -> str | None:
    """Return the shortest run of words before the bracket whose capitals spell the abbreviation."""
    for start in range(len(words) - 1, -1, -1):
        run = words[start:]
        initials = "".join(c for w in run for c in w if c.isupper())
        if initials == short and run[0][:1].isupper():
            return " ".join(run)
    return None
