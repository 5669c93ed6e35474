"""Same statement in different words: which outlets report it, how, and which do not."""

from analysis.compare.facts.alignment import Alignment, align, from_record, to_record
from analysis.compare.facts.groups import APART, LINKED, Fact, Place, facts, places
from analysis.compare.facts.matrix import CellStatus, fact_statements, fact_table

__all__ = [
    "APART",
    "LINKED",
    "Alignment",
    "CellStatus",
    "Fact",
    "Place",
    "align",
    "fact_statements",
    "fact_table",
    "facts",
    "from_record",
    "places",
    "to_record",
]
