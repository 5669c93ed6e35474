"""Voices that the story's other articles quote and the draft does not."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from analysis.measures.sourcing import counted_quotes
from analysis.review.finding import Elsewhere, Found
from analysis.review.material import Material, begin, elsewhere, spread
from analysis.review.rule import Rule
from analysis.types import Quote, Role
from analysis.vocabulary import ROLES, listed, plural

_NO_KIND = frozenset({Role.UNKNOWN, Role.OTHER, Role.ANONYMOUS})
"""Roles that name no kind of speaker to look for."""


def missing_speakers(material: Material) -> Iterator[Found]:
    """Yield the named speakers whom several other outlets quote and the draft does not."""
    quoted = _by_speaker(material, lambda q: q.speaker_id if q.named else None)
    heard = {q.speaker_id for q in material.quotes}
    for speaker_id, found in _asked(material, quoted):
        if speaker_id in heard:
            continue
        quotes, evidence = found
        outlets = list(dict.fromkeys(each.outlet for each in evidence))
        name = next(q.speaker for q in quotes if q.speaker)
        yield Found(
            None,
            speaker_id,
            f"{name} is quoted in {material.of_outlets(len(outlets))} ({listed(outlets)}; "
            f"{plural(len(quotes), 'quote')}) and not in this draft. Check whether that voice "
            "belongs in it.",
            len(quotes),
            spread(evidence),
        )


def missing_roles(material: Material) -> Iterator[Found]:
    """Yield the kinds of speakers whom several other outlets quote and the draft does not."""
    quoted = _by_speaker(material, lambda q: None if q.role in _NO_KIND else q.role.value)
    heard = {q.role.value for q in material.quotes}
    for role, (quotes, evidence) in _asked(material, quoted):
        if role in heard:
            continue
        outlets = list(dict.fromkeys(each.outlet for each in evidence))
        yield Found(
            None,
            role,
            f"Nobody of the kind \u201c{ROLES[role]}\u201d is quoted in this draft "
            f"({plural(len(material.quotes), 'quote')}). {plural(len(quotes), 'such quote')} in "
            f"{material.of_outlets(len(outlets))} ({listed(outlets)}). Check whether somebody of "
            "that kind should be asked.",
            len(quotes),
            spread(evidence),
        )


_Quoted = dict[str, tuple[list[Quote], list[Elsewhere]]]


def _by_speaker(material: Material, name: Callable[[Quote], str | None]) -> _Quoted:
    """Return the counted quotes of the others by what ``name`` says of them, with evidence."""
    found: _Quoted = {}
    for each in material.others:
        for quote in counted_quotes(each):
            if key := name(quote):
                quotes, evidence = found.setdefault(key, ([], []))
                quotes.append(quote)
                evidence.append(elsewhere(each, begin(quote), quote.speaker or ""))
    return found


def _asked(
    material: Material, quoted: _Quoted
) -> Iterator[tuple[str, tuple[list[Quote], list[Elsewhere]]]]:
    """Yield what enough outlets have, that of most outlets first."""
    sizes = {key: len({each.outlet for each in evidence}) for key, (_, evidence) in quoted.items()}
    for key in sorted(quoted, key=lambda key: -sizes[key]):
        if not material.is_few(sizes[key]):
            yield key, quoted[key]


VOICES = (
    Rule(
        id="voices.speaker",
        title="Speakers whom the others quote",
        about="Named speakers whom at least two other outlets quote and the draft does not. "
        "Absent here means from these texts only: they may have been asked.",
        find=missing_speakers,
        guidance="fairness",
    ),
    Rule(
        id="voices.role",
        title="Kinds of speakers whom the others quote",
        about="Kinds of speakers, such as residents or experts, whom at least two other outlets "
        "quote and the draft does not. A kind is read from the words around the name and is "
        "sometimes wrong.",
        find=missing_roles,
        guidance="fairness",
    ),
)
