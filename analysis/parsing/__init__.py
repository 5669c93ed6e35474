"""Texts -> parsed tokens: spaCy's trained pipeline, the same annotations at less cost."""

from analysis.parsing.doc import Doc, DocSpan
from analysis.parsing.tokens import Token

__all__ = ["Doc", "DocSpan", "Token"]
