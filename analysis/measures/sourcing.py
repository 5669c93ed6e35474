"""Who is quoted: how many quotes, whether the speakers are named, and what kinds they are."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from analysis.measures.base import MIN_QUOTES, Measure, measurement
from analysis.measures.statistics import wilson
from analysis.types import ARTICLE_KINDS, AnnotatedArticle, Measurement, Quote, QuoteKind, Role

OFFICIAL = frozenset(
    {Role.GOVERNMENT, Role.SECURITY, Role.FOREIGN_GOVERNMENT, Role.INTERGOVERNMENTAL}
)
"""Roles that speak for a state or a body of states."""

_WILSON = "Wilson (1927) interval."
_AT_LEAST = f"{MIN_QUOTES} quotes"


def counted_quotes(annotated: AnnotatedArticle) -> tuple[Quote, ...]:
    """Return the attributions in the article itself: no scare quotes, no picture captions."""
    places = [block.span for block in annotated.blocks if block.kind in ARTICLE_KINDS]
    return tuple(
        quote
        for quote in annotated.quotes
        if quote.kind is not QuoteKind.SCARE
        and any(place.overlaps(part) for place in places for part in quote.content[:1])
    )


def quotes(annotated: AnnotatedArticle) -> Iterator[Measurement]:
    """Yield the number of quotes, direct or indirect, scare quotes left out.

    Higher = other people are given the word more often. A count; ``n`` = words of the
    article's sentences.
    """
    n = sum(s.n_words for s in annotated.sentences if s.block in ARTICLE_KINDS)
    yield measurement("quotes", float(len(counted_quotes(annotated))), n)


def named_share(annotated: AnnotatedArticle) -> Iterator[Measurement]:
    """Yield the share of quotes whose speaker is given by name.

    Higher = more of the quotes can be traced to a named speaker. In ``[0, 1]``; ``n`` = quotes.
    """
    yield _share("named_share", counted_quotes(annotated), lambda q: _is_resolved(q) and q.named)


def unnamed_share(annotated: AnnotatedArticle) -> Iterator[Measurement]:
    """Yield the share of quotes whose speaker is described but not named.

    Higher = more of the quotes come from speakers without a name ("a resident"), anonymous
    ones included. In ``[0, 1]``; ``n`` = quotes.
    """
    found = counted_quotes(annotated)
    yield _share("unnamed_share", found, lambda q: _is_resolved(q) and not q.named)


def anonymous_share(annotated: AnnotatedArticle) -> Iterator[Measurement]:
    """Yield the share of quotes from speakers who are kept anonymous.

    Higher = more of the quotes come from sources whose name is withheld. In ``[0, 1]``;
    ``n`` = quotes; a part of ``unnamed_share``.
    """
    found = counted_quotes(annotated)
    yield _share("anonymous_share", found, lambda q: q.role is Role.ANONYMOUS)


def unresolved_share(annotated: AnnotatedArticle) -> Iterator[Measurement]:
    """Yield the share of quotes for which no speaker was found.

    Higher = more of the quotes have no speaker that our rules could find, so every other
    share of speakers rests on less. In ``[0, 1]``; ``n`` = quotes.
    """
    found = counted_quotes(annotated)
    yield _share("unresolved_share", found, lambda q: not _is_resolved(q))


def official_share(annotated: AnnotatedArticle) -> Iterator[Measurement]:
    """Yield the share of quotes from governments, security forces and bodies of states.

    Higher = more of the quotes are official. In ``[0, 1]``; ``n`` = quotes whose speaker's
    role is known: an unknown role is missing, not unofficial.
    """
    yield _share("official_share", _with_role(annotated), lambda q: q.role in OFFICIAL)


def speaker_roles(annotated: AnnotatedArticle) -> Iterator[Measurement]:
    """Yield the effective number of speaker roles, ``exp(H)``.

    Higher = the quotes are spread more evenly over more kinds of speakers; 1 = one kind
    only. ``H = -sum p ln p + (K - 1) / (2 n)`` over the ``K`` roles seen in ``n`` quotes with
    a known role; the second term makes up for roles that so few quotes could not show, so
    the number can exceed the roles seen. No interval: resampling can lose roles but never
    find one, so it would be centred too low.

    References
    ----------
    Shannon (1948); Miller (1955), "Note on the bias of information estimates"; Hill (1973).
    """
    found = _with_role(annotated)
    n = len(found)
    value = math.exp(_entropy(Counter(q.role for q in found).values())) if n else None
    yield measurement("speaker_roles", value, n, enough=n >= MIN_QUOTES)


def _entropy(counts: Iterable[int]) -> float:
    """Return Shannon's entropy in nats with Miller and Madow's correction."""
    counts = tuple(counts)
    n = sum(counts)
    return -sum(k / n * math.log(k / n) for k in counts) + (len(counts) - 1) / (2 * n)


def _with_role(annotated: AnnotatedArticle) -> tuple[Quote, ...]:
    return tuple(q for q in counted_quotes(annotated) if q.role is not Role.UNKNOWN)


def _is_resolved(quote: Quote) -> bool:
    return quote.speaker is not None


def _share(key: str, found: tuple[Quote, ...], holds: Callable[[Quote], bool]) -> Measurement:
    n = len(found)
    k = sum(1 for quote in found if holds(quote))
    value = k / n if n else None
    return measurement(key, value, n, wilson(k, n), enough=n >= MIN_QUOTES)


SOURCING = (
    Measure(
        key="quotes",
        label="Quotes",
        unit="quotes, direct and indirect",
        reading="higher = other people are given the word more often",
        citation="Quotes as cue, source and content: Pareti (2016), PARC 3.0.",
        caveat="Indirect speech is found less surely than direct speech; see the Method page.",
        minimum="",
        compute=quotes,
    ),
    Measure(
        key="named_share",
        label="Named speakers",
        unit="share of quotes",
        reading="higher = more of the quotes have a speaker given by name",
        citation=_WILSON,
        caveat="A name that our rules do not connect with its quote is counted as not found.",
        minimum=_AT_LEAST,
        compute=named_share,
    ),
    Measure(
        key="unnamed_share",
        label="Unnamed speakers",
        unit="share of quotes",
        reading="higher = more of the quotes come from speakers described without a name",
        citation=_WILSON,
        caveat="Includes passers-by and bodies of people as well as sources who asked for cover.",
        minimum=_AT_LEAST,
        compute=unnamed_share,
    ),
    Measure(
        key="anonymous_share",
        label="Anonymous speakers",
        unit="share of quotes",
        reading="higher = more of the quotes come from sources whose name is withheld",
        citation=_WILSON,
        caveat="Withholding a name may protect the speaker; the number does not say why.",
        minimum=_AT_LEAST,
        compute=anonymous_share,
    ),
    Measure(
        key="unresolved_share",
        label="No speaker found",
        unit="share of quotes",
        reading="higher = for more of the quotes no speaker was found by our rules",
        citation=_WILSON,
        caveat="A property of our rules as much as of the article.",
        minimum=_AT_LEAST,
        compute=unresolved_share,
    ),
    Measure(
        key="official_share",
        label="Official speakers",
        unit="share of quotes whose speaker's role is known",
        reading="higher = more of the quotes come from states, their forces or bodies of states",
        citation="Indexing: Bennett (1990). " + _WILSON,
        caveat="Roles are read from this article's words alone and are sometimes wrong.",
        minimum=f"{MIN_QUOTES} quotes with a known role",
        compute=official_share,
    ),
    Measure(
        key="speaker_roles",
        label="Kinds of speakers",
        unit="effective number of roles",
        reading="higher = the quotes are spread more evenly over more kinds of speakers",
        citation="Shannon (1948), exp(H) as in Hill (1973), corrected as in Miller (1955).",
        caveat="Few quotes cannot show many roles; the correction only partly makes up for it.",
        minimum=f"{MIN_QUOTES} quotes with a known role",
        compute=speaker_roles,
    ),
)
