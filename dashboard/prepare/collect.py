"""Articles on the desk -> what a person sees of each before saving, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from analysis.clean import clean
from analysis.grouping import Proposal
from analysis.near_copies import Link
from analysis.render import BLOCK_NAMES
from analysis.spans import n_words
from analysis.types import ARTICLE_KINDS, FLAGGED_KINDS, Article, BlockKind
from dashboard import words, words_collect
from dashboard.prepare.desk import Entry
from dashboard.words_languages import language_name

PAGE = 20
"""Articles shown at a time."""

FIRST_CHARS = 320
"""Characters shown of a text."""

FACTS = ("outlet", "byline", "published", "language", "url", "rights")
"""Fields shown of an article, in this order; the headline stands above them."""

MEASURED = "en"
"""The language that word lists are valid for."""

WHOLE = 0.995
"""Likeness from which two texts are called the same."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One field as it is shown: its name, its value, and how it is known."""

    label: str
    value: str
    how: str


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What cleaning would make of a text."""

    n_words: int
    begins: str
    aside: tuple[tuple[BlockKind, int], ...]
    """Kind -> pieces that are set aside."""
    apart: tuple[tuple[BlockKind, int], ...]
    """Kind -> pieces that are analysed apart from the article."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a person sees of an article before saving it."""

    headline: str
    size: str
    facts: tuple[Fact, ...]
    begins: str
    cleaning: str
    remarks: tuple[str, ...]
    """What to look at: other languages, missing outlet, notices of the reading."""


def look(entry: Entry) -> Look:
    """Return what a person sees of an entry."""
    cleaned = cleaning(entry.candidate.article)
    return Look(
        headline=entry.value("title") or words_collect.NO_HEADLINE,
        size=words.plural(cleaned.n_words, "word"),
        facts=tuple(_fact(entry, name) for name in FACTS),
        begins=cleaned.begins,
        cleaning=_cleaning(cleaned),
        remarks=tuple(_remarks(entry, cleaned)),
    )


@lru_cache(maxsize=256)
def cleaning(article: Article) -> Cleaned:
    """Return what cleaning would make of an article; the pages of a desk come back to it."""
    blocks = clean(article)
    kinds = Counter(block.kind for block in blocks)
    counted = [block.span for block in blocks if block.kind in ARTICLE_KINDS]
    body = " ".join(
        " ".join(block.span.of(article.text).split())
        for block in blocks
        if block.kind in (BlockKind.BODY, BlockKind.STANDFIRST)
    )
    aside = [k for k in kinds if k not in ARTICLE_KINDS and k not in FLAGGED_KINDS]
    return Cleaned(
        n_words(article.text, counted),
        words.shortened(body or " ".join(article.text.split()), FIRST_CHARS),
        tuple((kind, kinds[kind]) for kind in aside),
        tuple((kind, kinds[kind]) for kind in kinds if kind in FLAGGED_KINDS),
    )


def _cleaning(cleaned: Cleaned) -> str:
    if not cleaned.n_words:
        return words_collect.NO_TEXT
    parts = [words_collect.NO_ASIDE]
    if cleaned.aside:
        parts = [words_collect.ASIDE.format(kinds=_kinds(cleaned.aside))]
    if cleaned.apart:
        parts.append(words_collect.APART.format(kinds=_kinds(cleaned.apart)))
    return " ".join(parts)


def _kinds(counts: Iterable[tuple[BlockKind, int]]) -> str:
    return words.listed([_pieces(number, BLOCK_NAMES[kind]) for kind, number in counts])


def _pieces(number: int, name: str) -> str:
    """Return "1 reader comment", "12 reader comments", "3 pieces of page furniture"."""
    if name == BLOCK_NAMES[BlockKind.BOILERPLATE]:
        return f"{words.plural(number, 'piece')} of {name}"
    plural = {BLOCK_NAMES[BlockKind.GALLERY]: "picture galleries"}
    plural[BLOCK_NAMES[BlockKind.BIO]] = "notes about the author"
    return words.plural(number, name, plural.get(name))


def _fact(entry: Entry, name: str) -> Fact:
    value = entry.value(name)
    shown = value or words_collect.NOT_KNOWN
    if name == "rights":
        shown = words_collect.RIGHTS.get(value, value)
    elif name == "language" and value:
        shown = f"{language_name(value)} ({value})"
    elif name == "published" and value:
        shown = day_of(value)
    return Fact(words_collect.FIELDS[name], shown, _how(entry, name))


def _how(entry: Entry, name: str) -> str:
    """Return how a field is known: its basis and the words that show it."""
    found = getattr(entry.candidate.article, name)
    if name in entry.candidate.corrections:
        yours = words_collect.YOURS.format(found=found) if found else words_collect.YOURS_NEW
        return words.shortened(yours, FIRST_CHARS)
    known = next((k for k in entry.candidate.known if k.field == name), None)
    if known is None or not found:
        return ""
    basis = words.BASES[known.basis]
    return words.shortened(f"{basis}: {known.why}" if known.why else basis, FIRST_CHARS)


def _remarks(entry: Entry, cleaned: Cleaned) -> Iterable[str]:
    language = entry.value("language").lower()
    if language and language.replace("_", "-").split("-")[0] != MEASURED:
        yield words_collect.NOT_MEASURED.format(language=language_name(language))
    if cleaned.n_words and not entry.value("outlet"):
        yield words_collect.OUTLET_MISSING
    yield from entry.candidate.notices


def day_of(published: str) -> str:
    """Return an ISO date or time in words, with its zone as it stands there."""
    try:
        found = datetime.fromisoformat(published)
    except ValueError:
        return published
    day = f"{found.day} {found:%B %Y}"
    if len(published) <= len("2024-03-12"):
        return day
    zone = f" {found:%Z}" if found.tzinfo else " (no time zone given)"
    return f"{day}, {found:%H:%M}{zone}"


def summary(entries: Sequence[Entry], n_already: int, n_rows: int, n_refused: int) -> str:
    """Return what lies on the desk, in one line."""
    parts = [words.plural(len(entries), "article")]
    left = sum(not each.is_in for each in entries)
    parts += [f"{n_already} already in the library"] if n_already else []
    parts += [f"{left} left out"] if left else []
    parts += [words.plural(n_rows, "address to fetch", "addresses to fetch")] if n_rows else []
    parts += [f"{n_refused} could not be read"] if n_refused else []
    return " \u00b7 ".join(parts)


def named(article: Article) -> str:
    """Return an article as messages name it: its headline and outlet, else how it begins."""
    title = article.title or words.shortened(" ".join(article.text.split()), 60)
    title = f"\u201c{words.shortened(title, 90)}\u201d"
    return f"{title} ({article.outlet})" if article.outlet else title


def near_words(links: Iterable[Link], names: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return, for each id on the desk, what it is a version or copy of, in words.

    ``names`` are those of all articles compared; of two on the desk, the later one says it.
    """
    found: dict[str, tuple[str, ...]] = {}
    for link in links:
        pair = (link.left_id, link.right_id)
        if all(each.startswith("new ") for each in pair):
            pair = tuple(sorted(pair, key=lambda each: int(each.removeprefix("new "))))
        elif pair[0].startswith("new "):
            pair = (pair[1], pair[0])
        other, mine = pair
        if mine.startswith("new "):
            found[mine] = (*found.get(mine, ()), _near(link, names[other]))
    return found


def _near(link: Link, what: str) -> str:
    if min(link.likeness, link.overlap) >= WHOLE:
        return words_collect.EQUAL.format(what=what)
    share = f"{link.likeness:.0%}".replace("%", " %")
    return words_collect.NEAR[link.kind].format(what=what, share=share)


def proposal_words(proposal: Proposal) -> str:
    """Return what speaks for a proposed story, in one line."""
    days = words.date_span([_day(proposal.first), _day(proposal.last)])
    return words_collect.PROPOSAL.format(
        number=len(proposal.article_ids), days=days, words=", ".join(proposal.words)
    )


def _day(published: str | None) -> str | None:
    try:
        return date.fromisoformat((published or "")[:10]).isoformat()
    except ValueError:
        return None
