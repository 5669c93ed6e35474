"""The one door to the web: addresses become pages here, by the rules of this package."""

from analysis.collect.web.fetch import CONTENT_TYPES, Fetched, Limits, fetch
from analysis.collect.web.pages import fetch_candidates
from analysis.collect.web.rules import FetchError, Rule

__all__ = [
    "CONTENT_TYPES",
    "FetchError",
    "Fetched",
    "Limits",
    "Rule",
    "fetch",
    "fetch_candidates",
]
