"""Text -> the single words of numbers: digits, number words, scales, vague amounts, parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from analysis.extract.figures.words import NumberWords, number_words
from analysis.extract.word_patterns import any_of


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One word of a number: its kind, both ends of its value, its place."""

    kind: str
    """digits, scaled (10k), small, scale, dozen, group, loose, part, parts, vulgar, a."""
    low: float
    high: float
    start: int
    end: int


_VULGAR = {"\u00bc": 0.25, "\u00bd": 0.5, "\u00be": 0.75}

_GAPS = re.compile(r"[,\s]")

_RAISED = str.maketrans(
    "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079\u207b", "0123456789-"
)
"""Raised digits and the raised minus: "3 \u00d7 10\u2078"."""

_LONE_LETTERS = frozenset({"m", "b"})
"""Short scales that are also units or names: read as scales only where glued to the digits."""


def lexemes(text: str) -> Iterator[Lexeme]:
    """Yield the number words of the text in order."""
    known = number_words()
    for match in _pattern().finditer(text):
        kind = str(match.lastgroup)
        if kind == "power":
            value = _power(match["power"])
            yield Lexeme("digits", value, value, *match.span())
        elif kind == "digits":
            yield from _digits(match, known)
        elif kind == "fraction":
            over, under = re.split(r"[/\u2044]", match["fraction"])
            yield Lexeme("vulgar", int(over) / int(under), int(over) / int(under), *match.span())
        elif kind == "vulgar":
            value = _VULGAR[match["vulgar"]]
            yield Lexeme("vulgar", value, value, *match.span())
        else:
            yield Lexeme(*_value(match["word"].casefold(), known), *match.span())


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    known = number_words()
    parts = [*known.parts, *(f"{part}s" for part in known.parts if part != "half"), "halves"]
    words = {*known.cardinals, *known.scales, *known.groups, *known.loose, *parts, "dozen"}
    plain = any_of(words)
    return re.compile(
        r"(?P<fraction>(?<![\d/.])\d{1,2}[/\u2044][1-9]\d{0,2}(?=\s+of\b)"
        r"|(?<=\d[\s-])[1-9][/\u2044][2-9](?![\d/\u2044]))"
        r"|(?P<power>\d+(?:\.\d+)?\s?[\u00d7xX]\s?10(?:\^?[-\u2212]\d{1,2}|\^\d{1,2}"
        rf"|[{''.join(map(chr, _RAISED))}]{{1,3}})(?![^\W_]|\.\d))"
        r"|(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d{1,3}(?:[\u00a0\u202f]\d{3}| 000)+(?!\d)"
        r"|\d{1,3}(?:\.\d{3}){2,}(?!\d)"
        r"|\d+(?:\.\d+)?|(?<![\w.])\.\d+)"
        r"|(?P<vulgar>[\u00bc\u00bd\u00be])"
        rf"|(?<![^\W_])(?P<word>{plain}|an?(?=[\s-]+(?:{plain})\b))(?=fold\b|[\W_]|$)",
        re.IGNORECASE,
    )


def _power(written: str) -> float:
    """Return the value of "3.2 x 10^8", also where the mark of the power is lost: "10-8"."""
    digits, power = re.split(r"\s?[\u00d7xX]\s?10\^?", written)
    plain = power.translate(_RAISED).replace("\u2212", "-")
    return float(f"{digits}e{plain}")


@lru_cache(maxsize=1)
def _short() -> re.Pattern[str]:
    scales = "|".join(sorted(number_words().short_scales, key=len, reverse=True))
    return re.compile(rf"(\s?)({scales})(?![^\W_])", re.IGNORECASE)


def _digits(match: re.Match[str], known: NumberWords) -> Iterator[Lexeme]:
    """Yield the digits, and a short scale after them as a word of its own."""
    digits = match["digits"]
    plain = digits.replace(".", "") if digits.count(".") > 1 else digits
    value = float(_GAPS.sub("", plain))
    yield Lexeme("digits", value, value, *match.span())
    short = _short().match(match.string, match.end())
    if short is None:
        return
    letters = short[2].casefold()
    if short[1] and (letters in _LONE_LETTERS or letters == "k"):
        return  # "5 m" is five metres
    scale = known.short_scales[letters]
    yield Lexeme("short" if letters in _LONE_LETTERS else "scale", scale, scale, *short.span(2))


def _value(word: str, known: NumberWords) -> tuple[str, float, float]:
    """Return the kind of a number word and both ends of what it says."""
    fixed: tuple[tuple[str, Mapping[str, float]], ...] = (
        ("small", known.cardinals),
        ("scale", known.scales),
        ("part", known.parts),
    )
    for kind, table in fixed:
        if word in table:
            return kind, table[word], table[word]
    for kind, ranges in (("group", known.groups), ("loose", known.loose)):
        if word in ranges:
            return kind, *ranges[word]
    if word == "dozen":
        return "dozen", 12.0, 12.0
    if word in {"a", "an"}:
        return "a", 1.0, 1.0
    value = known.parts["half" if word == "halves" else word.removesuffix("s")]
    return "parts", value, value
