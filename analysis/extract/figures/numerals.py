"""Text -> numerals: digits, written numbers and vague amounts, each as an interval."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from analysis.extract.figures.lexemes import Lexeme, lexemes
from analysis.types import Bound


class Form(Enum):
    """How a number is written."""

    DIGITS = "digits"
    WORDS = "words"
    GROUP = "group"
    """A plural that names an order of size: dozens, tens of thousands."""
    LOOSE = "loose"
    """A small amount that is not counted: several, a handful."""
    PART = "part"
    """A share of a whole: half, two-thirds, one in five."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written, without bound words: its place, both ends, form and bound."""

    start: int
    end: int
    low: float
    high: float
    form: Form
    bound: Bound = Bound.EXACT
    scale: float = 1.0
    """The last word of scale in it: in "4 to 5 thousand" the first number takes it too."""
    short: bool = False
    """Whether it ends in a letter that is a scale or a unit: "100m"."""


_SPACE = re.compile(r"\s+|\s?[-\u2010\u2011]\s?")
_SPACE_AND = re.compile(r"(?:\s+|-)(?:and(?:\s+|-))?")
_AND_A = re.compile(r"(?:\s+|-)and(?:\s+|-)")
_OF = re.compile(r"\s+of\s+")
_IN = re.compile(r"\s+in(?:\s+every)?\s+")
_OUT_OF = re.compile(r"\s+out\s+of(?:\s+every)?\s+")

_OPENING = re.compile(
    r"(?:^|[.!?\u201c\"]\s*|\b(?:nearly|almost|about|around|roughly|over|than|only|just|some)\s+)$",
    re.IGNORECASE,
)

MAX_SHARE_OF = 1_000
"""Largest whole read in "one in five": beyond it the words are more often a place or a year."""

_DOZEN, _BELOW_A_HUNDRED = 12, 99
"""One dozen, and the most that "several dozen" says."""

_ROUND_WHOLES = frozenset({10.0, 100.0, 1_000.0})
"""Wholes that "nine in 10" counts by; "nine in three towns" is no share."""


def numerals(text: str) -> Iterator[Numeral]:
    """Yield the numbers written in the text, in order, none overlapping."""
    reader = _Reader(text, tuple(lexemes(text)))
    at = 0
    while at < len(reader.found):
        numeral, used = reader.read(at)
        if numeral and numeral.form is Form.PART:
            numeral, used = reader.of_scale(numeral, at, used)
        at += used
        if numeral:
            yield numeral


@dataclass(frozen=True, slots=True)
class _Reader:
    """The number words of one text, and the grammar that joins them."""

    text: str
    found: Sequence[Lexeme]

    def read(self, at: int) -> tuple[Numeral | None, int]:
        """Return the numeral that begins at a word, if any, and how many words it uses."""
        first = self.found[at]
        is_led = first.kind == "a" and self._joined(at + 1, _SPACE)
        kind = self.found[at + 1].kind if is_led else first.kind
        if kind == "group":
            return self._group(at)
        if kind == "loose" or (kind == "part" and (is_led or first.low == 0.5)):
            return self._loose_or_part(at, led=is_led)
        if kind == "vulgar":
            return _numeral([first], first.low, first.high, Form.PART), 1
        is_alone = kind in {"scale", "short", "dozen"} and not is_led
        if is_alone or kind in {"part", "parts", "a"}:
            return None, 1
        return self._cardinal(at)

    def of_scale(self, part: Numeral, at: int, used: int) -> tuple[Numeral, int]:
        """Return "a quarter of a million" as a count; any other share as it is."""
        place = at + used
        is_joined = self._joined(place, _OF) and self._joined(place + 1, _SPACE)
        if not is_joined or [w.kind for w in self.found[place : place + 2]] != ["a", "scale"]:
            return part, used
        unit, words = self.found[place + 1].low, self.found[at : place + 2]
        value = part.low * unit
        return _numeral(words, value, value, Form.WORDS, Bound.ABOUT, unit), used + 2

    def _joined(self, at: int, gap: re.Pattern[str]) -> bool:
        """Return whether the word at ``at`` follows the one before it across this gap."""
        if at >= len(self.found):
            return False
        return bool(gap.fullmatch(self.text, self.found[at - 1].end, self.found[at].start))

    def _group(self, at: int) -> tuple[Numeral, int]:
        """Return "thousands" or "tens of thousands"."""
        low, high, used = self.found[at].low, self.found[at].high, 1
        while self._joined(at + used, _OF) and self.found[at + used].kind == "group":
            unit = self.found[at + used].low
            low, high, used = low * unit, (high + 1) * unit - 1, used + 1
        words = self.found[at : at + used]
        return _numeral(words, low, high, Form.GROUP, Bound.VAGUE), used

    def _loose_or_part(self, at: int, *, led: bool) -> tuple[Numeral, int]:
        """Return "a handful", "several hundred", "half a million", "a third"."""
        used = 2 if led else 1
        amount = self.found[at + used - 1]
        is_part = amount.kind == "part"
        place = at + used
        if self._joined(place, _SPACE) and self.found[place].kind == "a":
            place += 1
        is_next = self._joined(place, _SPACE) or (not is_part and self._joined(place, _OF))
        if is_next and self.found[place].kind in {"scale", "dozen"}:
            unit = self.found[place].low
            while self._joined(place + 1, _SPACE) and self.found[place + 1].kind == "scale":
                place += 1
                unit *= self.found[place].low  # "several hundred million"
            words = self.found[at : place + 1]
            if is_part:
                value = amount.low * unit
                numeral = _numeral(words, value, value, Form.WORDS, Bound.ABOUT, unit)
            else:
                ends = _several(amount, unit)
                numeral = _numeral(words, *ends, Form.GROUP, Bound.VAGUE, unit)
            return numeral, place + 1 - at
        words = self.found[at : at + used]
        form = Form.PART if is_part else Form.LOOSE
        bound = Bound.VAGUE if amount.low < amount.high else Bound.EXACT
        return _numeral(words, amount.low, amount.high, form, bound), used

    def _cardinal(self, at: int) -> tuple[Numeral | None, int]:
        """Return a counted number: digits, "two hundred and five", "a million and a half"."""
        total, current, scale, used = 0.0, self.found[at].low, 1.0, 1
        while at + used < len(self.found):
            grown = self._grown(at + used, current)
            if grown is None:
                break
            current, closes, unit, words = grown
            scale = unit or scale
            if closes:
                total, current = total + current, 0.0
            used += words
        words = self.found[at : at + used]
        if words[-1].kind == "a":
            return None, 1
        value = total + current
        part = self._share(at, used, value)
        if part:
            return part
        form = Form.DIGITS if words[0].kind == "digits" else Form.WORDS
        bound = Bound.ABOUT if words[-1].kind == "dozen" else Bound.EXACT
        return _numeral(words, value, value, form, bound, scale), used

    def _grown(self, at: int, current: float) -> tuple[float, bool, float, int] | None:
        """Return what the word at ``at`` makes of the number before it.

        The new value of the open group, whether the group is closed by it, the scale, and
        the number of words used.
        """
        before, word = self.found[at - 1], self.found[at]
        touches = self._joined(at, _SPACE) or before.end == word.start
        if word.kind in {"scale", "short", "dozen"} and touches and before.kind != "short":
            base = current if current or before.kind != "scale" else 1.0
            return base * word.low, word.low > 100, word.low, 1
        is_mixed = before.kind == "digits" and word.low < 1 and self._joined(at, _SPACE)
        if word.kind == "vulgar" and (is_mixed or before.end == word.start):
            return current + word.low, False, 0.0, 1
        if word.kind == "small" and self._adds(before, word, at):
            return current + word.low, False, 0.0, 1
        if word.kind == "a" and self._joined(at, _AND_A) and self._is_half(at + 1):
            unit = before.low if before.kind == "scale" else 1.0
            return current + unit / 2, False, 0.0, 2
        return None

    def _is_half(self, at: int) -> bool:
        return (
            self._joined(at, _SPACE) and self.found[at].kind == "part" and self.found[at].low == 0.5
        )

    def _adds(self, before: Lexeme, word: Lexeme, at: int) -> bool:
        if before.kind == "small":
            is_tens = before.low >= 20 and before.low % 10 == 0
            return is_tens and 0 < word.low < 10 and self._joined(at, _SPACE)
        return before.kind == "scale" and self._joined(at, _SPACE_AND)

    def _opens(self, at: int) -> bool:
        """Return whether only a bound stands before: "Nearly two in three", not "hit two in"."""
        return bool(_OPENING.search(self.text, 0, self.found[at].start))

    def _share(self, at: int, used: int, value: float) -> tuple[Numeral, int] | None:
        """Return "two-thirds" or "one in five" if the number begins one."""
        place = at + used
        if place >= len(self.found):
            return None
        following = self.found[place]
        if following.kind in {"parts", "part"} and used == 1 and self._joined(place, _SPACE):
            is_plural = following.kind == "parts"
            if is_plural != (value == 1) and value < 10:
                words, share = self.found[at : place + 1], value * following.low
                return _numeral(words, share, share, Form.PART), used + 1
        is_whole = following.kind in {"small", "digits"} and value < following.low <= MAX_SHARE_OF
        is_share = self._joined(place, _OUT_OF) or (
            self._joined(place, _IN)
            and (value == 1 or following.low in _ROUND_WHOLES or self._opens(at))
        )
        if is_whole and is_share and value > 0 and value % 1 == 0:
            words, share = self.found[at : place + 1], value / following.low
            return _numeral(words, share, share, Form.PART), used + 1
        return None


def _several(amount: Lexeme, unit: float) -> tuple[float, float]:
    """Return "several hundred" as 200 to 999, but "a couple of hundred" as 200 to 300."""
    low, high = amount.low * unit, amount.high * unit
    top = _BELOW_A_HUNDRED if unit == _DOZEN else 10 * unit - 1
    return (low, high) if amount.low == 2 else (2 * unit, top)


def _numeral(
    words: Sequence[Lexeme],
    low: float,
    high: float,
    form: Form,
    bound: Bound = Bound.EXACT,
    scale: float = 1.0,
) -> Numeral:
    is_short = words[-1].kind == "short"
    return Numeral(words[0].start, words[-1].end, low, high, form, bound, scale, is_short)
