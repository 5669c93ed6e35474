"""Quantities in the text: how many, of what, what happened to them, who says so, as of when."""

from analysis.extract.figures.find import find_figures

__all__ = ["find_figures"]
