"""What a number takes from the one before it: an age in a list, the unit of a change."""

from __future__ import annotations

import re

from analysis.extract.figures.amounts import Amount
from analysis.extract.figures.numerals import Form

_LISTED = re.compile(r",\s+|,?\s+and\s+")
_CARRIED = re.compile(r"\s+(?:[a-z]+\s+){0,3}(?:in\s+\d{4}\s+)?(?:up\s+|down\s+)?to\s+")
_FROM = re.compile(r"\bfrom\s+$", re.IGNORECASE)
_COUNTED = frozenset({Form.DIGITS, Form.WORDS})


def is_listed(text: str, before: Amount, amount: Amount) -> bool:
    """Return whether only a list mark stands between: "aged 4, 7 and 9"."""
    return _LISTED.fullmatch(text, before.end, amount.start) is not None


def is_carried(text: str, before: Amount, amount: Amount) -> bool:
    """Return whether a change ends without its unit: "from 208 pounds to 193"."""
    if amount.form not in _COUNTED or amount.unit is not None:
        return False
    is_led = _FROM.search(text, 0, before.start) is not None
    return is_led and _CARRIED.fullmatch(text, before.end, amount.start) is not None
