"""One quote and the decisions of readers -> its speaker and role: which decision wins, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from analysis.corrections import Corrections, Decisions
from analysis.extract.speakers.names import slug
from analysis.library import EditKind
from analysis.types import AnnotatedArticle, Quote, Role

READER = "a reader"
"""What stands for the words that decided a role, where a reader set it."""

_ARTICLES = frozenset({"a", "an", "the"})

_NOBODY = ""

Used = tuple[EditKind, tuple[str, ...]]
"""Kind and key of a decision."""


def mention_words(annotated: AnnotatedArticle, quote: Quote) -> str:
    """Return the words that name a quote's speaker in the text, as the key of an edit has them."""
    words = quote.source.of(annotated.text) if quote.source else ""
    return " ".join(words.casefold().split())


def quote_key(annotated: AnnotatedArticle, quote: Quote) -> tuple[str, str]:
    """Return the key of an edit about one quote: its article and where it begins."""
    return annotated.article.id, str(quote.content[0].start)


def is_name(words: str) -> bool:
    """Return whether the words read as a name: the first one, articles aside, has a capital."""
    main = [word for word in words.split() if word.lower() not in _ARTICLES]
    return bool(main) and main[0][:1].isupper()


@dataclass(frozen=True, slots=True)
class _Profile:
    """What all quotes of one speaker have in common."""

    speaker: str
    named: bool = False
    role: Role = Role.UNKNOWN
    role_basis: str | None = None
    institution: str | None = None

    def of(self, quote: Quote, speaker_id: str) -> Quote:
        """Return the quote given to this speaker."""
        return replace(
            quote,
            speaker=self.speaker,
            speaker_id=speaker_id,
            named=self.named,
            role=self.role,
            role_basis=self.role_basis,
            institution=self.institution,
        )


class _Path(NamedTuple):
    """Where a speaker's id leads through the decisions, and which of them led there."""

    ids: tuple[str, ...]
    used: tuple[Used, ...]

    @property
    def end(self) -> str:
        """Return the id the quote has in the end; empty for nobody known."""
        return self.ids[-1]


class Decided:
    """The decisions of readers, ready to be applied to the quotes of one story."""

    def __init__(self, articles: Sequence[AnnotatedArticle], corrections: Corrections) -> None:
        self._quotes = _usable(corrections.of(EditKind.QUOTE))
        self._aliases = _usable(corrections.of(EditKind.ALIAS))
        self._names = {k: v for k, v in corrections.of(EditKind.SPEAKER).items() if slug(v)}
        self._roles = {
            k: Role(v) for k, v in corrections.of(EditKind.ROLE).items() if v in set(Role)
        }
        self._profiles = _profiles(articles)
        self._owners: dict[str, str | None] = {}
        self._sizes = Counter(
            q.speaker_id for each in articles for q in each.quotes if q.speaker_id is not None
        )
        self._typed = {
            slug(name): " ".join(name.split())
            for table in (self._quotes, self._aliases, self._names)
            for _, name in sorted(table.items())
            if name != _NOBODY
        }

    def quote(self, annotated: AnnotatedArticle, quote: Quote) -> Quote:
        """Return the quote with its speaker and role as readers decided."""
        path = self._path(annotated, quote)
        if path is None:
            return quote
        if path.end == _NOBODY:
            return _without_speaker(quote)
        moved = self._given(quote, path.end) if path.used else quote
        role = self._role(path)
        return moved if role is None else replace(moved, role=role[1], role_basis=READER)

    def by(self, annotated: AnnotatedArticle, quote: Quote) -> Iterator[Used]:
        """Yield the decisions that bear on a quote."""
        path = self._path(annotated, quote)
        if path is not None:
            yield from path.used
            role = self._role(path) if path.end else None
            if role is not None:
                yield EditKind.ROLE, role[0]

    def _path(self, annotated: AnnotatedArticle, quote: Quote) -> _Path | None:
        """Return where the quote's speaker leads; ``None`` where nobody speaks or decided."""
        key = quote_key(annotated, quote)
        words = mention_words(annotated, quote)
        if key not in self._quotes:
            return self._follow(quote.speaker_id, words) if quote.speaker_id else None
        path = self._follow(slug(self._quotes[key]), words)
        return _Path(path.ids, ((EditKind.QUOTE, key), *path.used))

    def _follow(self, start: str, words: str) -> _Path:
        """Return the ids from one decision to the next: merged into B, and B renamed to C."""
        ids, used = [start], []
        while ids[-1]:
            step = self._step(ids[-1], words)
            if step is None:
                break
            used.append(step[0])
            if step[1] in ids:
                # Two decisions that point at each other make one speaker of both.
                ids.append(min(ids[ids.index(step[1]) :]))
                break
            ids.append(step[1])
        return _Path(tuple(ids), tuple(used))

    def _step(self, speaker_id: str, words: str) -> tuple[Used, str] | None:
        alias = speaker_id, words
        if alias in self._aliases:
            return (EditKind.ALIAS, alias), slug(self._aliases[alias])
        if (speaker_id,) in self._names:
            return (EditKind.SPEAKER, (speaker_id,)), slug(self._names[speaker_id,])
        return None

    def _given(self, quote: Quote, end: str) -> Quote:
        """Return the quote under its speaker's name in the end."""
        if quote.speaker_id == end:
            return replace(quote, speaker=self._spelt(end) or quote.speaker)
        owner = self._owner(end)
        known = self._profiles.get(owner or "", _Profile(""))
        name = self._spelt(end) or (known.speaker if owner == end else self._typed[end])
        if owner == end:
            return replace(known, speaker=name).of(quote, end)
        if owner == quote.speaker_id:  # a new name only: what is known of the speaker stays
            known = _profile(quote)
        return replace(known, speaker=name, named=known.named or is_name(name)).of(quote, end)

    def _spelt(self, end: str) -> str:
        """Return the spelling that a reader gave a name without making it another."""
        name = self._names.get((end,), "")
        return " ".join(name.split()) if slug(name) == end else ""

    def _owner(self, end: str) -> str | None:
        """Return the speaker found by the analysis whose role the speaker in the end has.

        That is the speaker of this name; where the name is new, the one renamed to it, the
        one heard most often if there are several.
        """
        if end not in self._owners:
            paths = {each: self._follow(each, _NOBODY).ids for each in self._profiles}
            renamed = [each for each, ids in paths.items() if ids[-1] == end]
            self._owners[end] = min(
                renamed, key=lambda i: (len(paths[i]), -self._sizes[i], i), default=None
            )
        return end if end in self._profiles else self._owners[end]

    def _role(self, path: _Path) -> tuple[tuple[str, ...], Role] | None:
        """Return the role that a reader set, for the speaker in the end or under its old name."""
        owner = self._owner(path.end)
        keys = [(path.end,), *([(owner,)] if owner else [])]
        return next(((key, self._roles[key]) for key in keys if key in self._roles), None)


def _usable(decisions: Decisions) -> dict[tuple[str, ...], str]:
    """Return the decisions whose value names somebody, or nobody by being empty."""
    return {key: value for key, value in decisions.items() if slug(value) or not value.strip()}


def _profiles(articles: Sequence[AnnotatedArticle]) -> dict[str, _Profile]:
    """Return what is found most often of each speaker, by id."""
    found: dict[str, Counter[_Profile]] = {}
    for each in articles:
        for q in each.quotes:
            if q.speaker_id and q.speaker:
                found.setdefault(q.speaker_id, Counter())[_profile(q)] += 1
    return {speaker: counts.most_common(1)[0][0] for speaker, counts in found.items()}


def _profile(quote: Quote) -> _Profile:
    return _Profile(
        quote.speaker or "", quote.named, quote.role, quote.role_basis, quote.institution
    )


def _without_speaker(quote: Quote) -> Quote:
    return replace(
        quote,
        speaker=None,
        speaker_id=None,
        named=False,
        role=Role.UNKNOWN,
        role_basis=None,
        institution=None,
    )
