"""A draft beside the story's other articles and a house's rules: what to check, and why."""

from analysis.review.engine import exit_severity, findings_of, review
from analysis.review.finding import Elsewhere, Finding, Severity
from analysis.review.material import Material
from analysis.review.profile import (
    NO_PROFILE,
    Allowed,
    HouseProfile,
    HouseRule,
    load_profile,
    parse_profile,
    shipped,
)
from analysis.review.rules import RULES

__all__ = [
    "NO_PROFILE",
    "RULES",
    "Allowed",
    "Elsewhere",
    "Finding",
    "HouseProfile",
    "HouseRule",
    "Material",
    "Severity",
    "exit_severity",
    "findings_of",
    "load_profile",
    "parse_profile",
    "review",
    "shipped",
]
