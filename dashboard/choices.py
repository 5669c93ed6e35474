"""What a reader can choose for all pages: closed sets, and the choice as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """How a frequency is counted."""

    SHARE = "share of sentences"
    COUNT = "count"
    RATE = "per 1,000 words"


class Words(StrEnum):
    """Whose words are counted."""

    ALL = "all words"
    OUTLET = "outlet's own"
    PARAPHRASE = "paraphrase"
    QUOTE = "quotes"

    @property
    def voice(self) -> str:
        """Return the name of this choice in the tables."""
        return self.name.lower()


class Order(StrEnum):
    """The order of the rows; never by value, because a sorted list reads as a ranking."""

    NAME = "by name"
    DATE = "by date"


@dataclass(frozen=True, slots=True)
class Selection:
    """What the reader chose for all pages."""

    story: str
    outlets: tuple[str, ...]
    unit: Unit
    words: Words
    order: Order
    shared_copy: bool = False
    """Whether passages that several texts print are counted in each of them."""


class Display(StrEnum):
    """How the pages are shown."""

    SCREEN = "screen"
    PROJECTOR = "projector"
    PRINT = "print"
