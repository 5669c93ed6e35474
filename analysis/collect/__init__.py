"""Untrusted input becomes article candidates here and nowhere else."""

from analysis.collect.candidate import (
    Candidate,
    Item,
    Origin,
    Paste,
    Refused,
    ToFetch,
    Upload,
    Way,
)
from analysis.collect.gather import Collected, candidates, collect
from analysis.collect.source import SUFFIXES

__all__ = [
    "SUFFIXES",
    "Candidate",
    "Collected",
    "Item",
    "Origin",
    "Paste",
    "Refused",
    "ToFetch",
    "Upload",
    "Way",
    "candidates",
    "collect",
]
