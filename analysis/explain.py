"""A key -> what it counts, why and who says so: measures, contrasts and cleaning rules."""

from __future__ import annotations

from difflib import get_close_matches

from analysis.clean import RULES
from analysis.errors import InputError
from analysis.lexicons import Contrast, contrasts
from analysis.measures import MEASURES
from analysis.measures.base import Measure


def keys() -> tuple[str, ...]:
    """Return every key that can be explained."""
    return (
        *(measure.key for measure in MEASURES),
        *(contrast.id for contrast in contrasts()),
        *sorted(RULES),
    )


def explanation(key: str) -> str:
    """Return what ``key`` stands for, in plain words.

    Raises
    ------
    InputError
        If nothing has this key; the message names the nearest ones.
    """
    for measure in MEASURES:
        if measure.key == key:
            return _measure(measure)
    for contrast in contrasts():
        if contrast.id == key:
            return _contrast(contrast)
    if key in RULES:
        return f"{key}: {RULES[key]}"
    near = ", ".join(get_close_matches(key, keys(), n=3)) or "see: python -m analysis explain"
    message = f"nothing is called '{key}'; did you mean: {near}"
    raise InputError(message)


def _measure(measure: Measure) -> str:
    return "\n".join(
        (
            f"{measure.key}: {measure.label}",
            f"  unit: {measure.unit}",
            f"  reading: {measure.reading}",
            f"  limits: {measure.caveat}",
            f"  source: {measure.citation}",
        )
    )


def _contrast(contrast: Contrast) -> str:
    lines = [f"{contrast.id} {contrast.version}: {contrast.question}"]
    for side in contrast.sides:
        lines.append(f"  {side.label}")
        lines += [
            f"    {term.lemma} ({'/'.join(term.pos)}): {term.reason} [{term.source}]"
            for term in contrast.terms
            if term.side == side.id
        ]
    return "\n".join(lines)
