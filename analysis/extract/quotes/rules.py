"""The rules alone, for when the learned weights are switched off: listed cues and clear patterns.

The same candidates are scored by hand-set log-odds instead of trained ones: a listed
reporting word with a clause, an infinitive or "according to" is accepted, everything
else is not.
"""

from __future__ import annotations

from functools import lru_cache

from analysis.extract.quotes.model import Models, Rivals, Weights
from analysis.types import CueClass

YES, NO = 6.0, -6.0
"""Log-odds of a pattern that is accepted, and the start from which one must climb."""

_CLAUSE_CUES = tuple(c for c in CueClass if c is not CueClass.NONE)
_CUE_POS = ("VERB", "NOUN")


@lru_cache(maxsize=1)
def rules() -> Models:
    """Return hand-set weights that accept listed cues in their clearest patterns."""
    listed = [f"cc={c}:{pos}:False" for c in _CLAUSE_CUES for pos in _CUE_POS]
    patterns = {f"{cue}|ccomp~{side}": YES for cue in listed for side in ("after", "before")}
    patterns |= {
        f"{cue}|ccomp~{side}~{mark}": 0.5
        for cue in listed
        for side in ("after",)
        for mark in ("that", "whether")
    }
    patterns |= {f"{cue}|around-parataxis~around": YES for cue in listed}
    patterns |= {f"{cue}|acl~after": YES for cue in listed if ":NOUN:" in cue}
    patterns |= {
        f"cc={c}:VERB:False|xcomp~after": YES for c in (CueClass.ORDERING, CueClass.CLAIMING)
    }
    patterns |= {f"cl=accord|around-prep~{side}": 2 * YES for side in ("around", "before", "after")}
    patterns |= {"v=joined|ccomp": 0.2, "m=whole|ccomp": YES / 2}
    cue = Weights(NO, dict.fromkeys([*listed, "cl=accord"], YES))
    candidate = Weights(NO + 1.0, patterns)
    region = Weights(
        NO,
        {f"best={n}": 2 * YES for n in (3, 4, 5)}
        | {f"verb=True|{n}": YES / 2 for n in range(2, 10)}
        | {f"stop={mark}|{n}": YES / 2 + 1.0 for mark in ",.?!" for n in range(3, 10)}
        | {f"cap=False|{n}": -YES / 2 for n in range(2, 10)}
        | {"whole=True": 1.0},
    )
    return Models(cue, candidate, region, Rivals(0.0, 1.0, 0.0, 0.0))
