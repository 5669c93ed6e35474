"""Parsed articles in, tellings of harm out: what was done, by whom, to whom, in which form."""

from analysis.extract.agency.find import find_agency

__all__ = ["find_agency"]
