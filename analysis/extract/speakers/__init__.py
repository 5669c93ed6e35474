"""Quotes of all articles of a story in, the same quotes with canonical speakers and roles out."""

from analysis.extract.speakers.resolve import resolve_speakers

__all__ = ["resolve_speakers"]
