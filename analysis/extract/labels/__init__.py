"""Parsed articles of a story in, how each names the same persons and things out."""

from analysis.extract.labels.label import find_labels

__all__ = ["find_labels"]
