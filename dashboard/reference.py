"""What every story is read with: word lists, measures, cleaning rules, this project's documents."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from functools import lru_cache

from analysis import library, own_lists, paths
from analysis.clean import RULES
from analysis.extract.wordings import EXEMPT, wordings
from analysis.harm import Harm, harm
from analysis.lexicons import Contrast, contrasts
from analysis.measures import MEASURES, Measure
from dashboard.prepare.lists import marked


def contrast_lists() -> tuple[Contrast, ...]:
    """Return the word lists of all contrasts, readers' own last and marked as theirs."""
    return _contrast_lists(library.mark())


@lru_cache(maxsize=1)
def _contrast_lists(mark: str) -> tuple[Contrast, ...]:
    """Return the same; ``mark`` is another one whenever anybody changed the library."""
    return tuple(marked(each) for each in own_lists.merged(contrasts(), own_lists.kept()))


def wording_lists() -> tuple[Contrast, ...]:
    """Return the lists of certainty and loaded words with the kinds that are counted."""
    return tuple(
        replace(
            each,
            sides=tuple(side for side in each.sides if side.id != EXEMPT),
            terms=tuple(term for term in each.terms if term.side != EXEMPT),
        )
        for each in wordings()
    )


def harm_list() -> Harm:
    """Return the words that tell of harm."""
    return harm()


def measures() -> tuple[Measure, ...]:
    """Return the definition of every measure, in display order."""
    return MEASURES


def measure_labels() -> dict[str, str]:
    """Return key -> label shown to readers, of every measure."""
    return {measure.key: measure.label for measure in MEASURES}


def cleaning_rules() -> dict[str, str]:
    """Return each cleaning rule with what it does in plain words."""
    return dict(RULES)


def sides(contrast: str | None, found: Collection[str]) -> list[tuple[str, list[str]]]:
    """Return one contrast or all, each with its sides as the tags in the text name them.

    Left out are those of which no word was ``found``.
    """
    return [
        (each.label, [side.id.replace("_", " ") for side in each.sides])
        for each in contrast_lists()
        if each.id in found and contrast in (None, each.id)
    ]


def document(name: str) -> str | None:
    """Return one of this project's own documents without its title, or nothing if absent."""
    path = paths.DOCS / name
    if not path.is_file():
        return None
    lines = path.read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("# "))
