"""Article text -> blocks with an audit trail: what each stretch is, and which rule says so."""

from analysis.clean.blocks import clean, uncleaned
from analysis.clean.rules import RULES

__all__ = ["RULES", "clean", "uncleaned"]
