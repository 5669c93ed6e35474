"""Blocks of an article -> its title, byline, date and outlet, as far as the page states them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from urllib.parse import urlsplit

from analysis import paths
from analysis.clean.bylines import after_by
from analysis.clean.dates import is_clock_line, iso_date
from analysis.clean.lists import tokens_of, word_sets
from analysis.lexicons import read_toml
from analysis.types import Article, Basis, Block, BlockKind

_HEAD_RULES = ("byline.by", "byline.name", "byline.after", "markup.byline")
_DATE_RULES = ("dateline.date", "dateline.stamp", "dateline.after_byline", "markup.time")
_NO_BLOCK = Block(0, 0, BlockKind.BODY, "")
_UPDATED = frozenset({"updated", "update", "modified", "last", "latest"})
_PUBLISHED = frozenset({"published", "posted", "issued", "first", "originally", "created"})
_SELF = (
    r"\b(?:[Oo]ther|[Ff]ellow) {name} readers\b",
    r"(?:©|\([Cc]\)|\b[Cc]opyright) ?(?:©|\([Cc]\))? ?(?:\d{{4}},? )?(?:[Tt]he )?{name}\b",
    r"\b(?:[Ss]ubscribe to|[Ss]ign up (?:to|for)|[Ss]upport|[Dd]onate to|[Ff]ollow) "
    r"(?:the |The )?{name}(?! (?:government|party))\b",
    r"\b(?:[Dd]ownload|[Gg]et) (?:the |The )?{name} app\b",
)
"""How the page around an article speaks of its outlet; ``{name}`` is its name or alias."""

_ASKED = (
    r"\b(?:The |the )?{name} has (?:contacted|approached|reached out to) .{{1,80}} for comment\b",
)
"""How an article speaks of its own outlet."""

MAX_SELF_TEXT = 4_000
"""How many characters of one block are searched for the outlet's own name."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """What identifies an outlet in a text or an address."""

    name: str
    aliases: tuple[str, ...]
    domains: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Return every name it goes by, the longest first, without a leading "The"."""
        names = {name.removeprefix("The ") for name in (self.name, *self.aliases)}
        return tuple(sorted(names, key=lambda name: (-len(name), name)))

    @property
    def is_agency(self) -> bool:
        """Return whether others print its copy, so that its name does not show who publishes."""
        agencies = word_sets()["agencies"] | {"associated", "agence"}
        return any(
            token in agencies for name in (self.name, *self.aliases) for token in tokens_of(name)
        )


def read_metadata(article: Article, blocks: Sequence[Block]) -> Article:
    """Return the article with missing fields filled from what its page states.

    Fields that are set stay as they are; what the page does not state stays ``None``.
    """
    found = replace(
        article,
        title=article.title or _title(article.text, blocks),
        byline=article.byline or _byline(article.text, blocks),
    )
    if not found.published and (published := _published(article.text, blocks)):
        found = replace(found, published=published, published_basis=Basis.STATED)
    if not found.outlet:
        name, basis = _outlet(article, blocks)
        found = replace(found, outlet=name, outlet_basis=basis)
    return found


def outlet_of(url: str) -> str | None:
    """Return the known outlet whose page an address is; two that share it leave it open."""
    names = _by_address(url)
    return names.pop() if len(names) == 1 else None


def _title(text: str, blocks: Iterable[Block]) -> str | None:
    return next(
        (_one_line(block, text) for block in blocks if block.kind is BlockKind.HEADLINE), None
    )


def _byline(text: str, blocks: Sequence[Block]) -> str | None:
    """Return the authors' names, without "By"."""
    for rule in _HEAD_RULES:
        for block in blocks:
            if block.rule == rule:
                line = _one_line(block, text)
                return (after_by(line) or line).strip(" ,|•·–—-") or None
    return None


def _published(text: str, blocks: Sequence[Block]) -> str | None:
    """Return the date the page gives: of publication, else without a label, else of an update."""
    lines = [
        (_one_line(block, text), _one_line(below, text) if below.rule in _DATE_RULES else "")
        for block, below in pairwise((*blocks, _NO_BLOCK))
        if block.rule in _DATE_RULES
    ]
    dated = [(line, date) for line, below in lines if (date := _with_clock(line, below))]
    if not dated:
        return None
    return min(dated, key=lambda found: _label_rank(found[0]))[1]


def _with_clock(line: str, below: str) -> str | None:
    """Return the date of a line, with the time of day from the line below it."""
    date = iso_date(line)
    return iso_date(f"{line} {below}") if date and is_clock_line(below) else date


def _label_rank(line: str) -> int:
    words = set(tokens_of(line))
    if words & _PUBLISHED:
        return 0
    return 2 if words & _UPDATED else 1


def _outlet(article: Article, blocks: Sequence[Block]) -> tuple[str | None, Basis]:
    for names, basis in (
        (_by_address(article.url), Basis.STATED),
        (_by_signature(article.text, blocks), Basis.STATED),
        (_by_self_reference(article.text, blocks), Basis.INFERRED),
    ):
        # Two outlets named alike well leave it open which one publishes.
        if len(names) == 1:
            return names.pop(), basis
    return None, article.outlet_basis


def _by_address(url: str | None) -> set[str]:
    host = (urlsplit(url).hostname or "") if url else ""
    return {
        outlet.name
        for outlet in known_outlets()
        for domain in outlet.domains
        if host == domain or host.endswith(f".{domain}")
    }


def _by_signature(text: str, blocks: Sequence[Block]) -> set[str]:
    """Return the outlets that byline and dateline name; agencies sign copy that others print."""
    lines = [
        _one_line(block, text)
        for block in blocks
        if block.rule in (*_HEAD_RULES, "dateline.place", "page.head_label")
    ]
    return {
        outlet.name
        for outlet in known_outlets()
        if not outlet.is_agency and any(_names(outlet, line) for line in lines)
    }


def _names(outlet: Outlet, line: str) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", line) for name in outlet.names)


def _by_self_reference(text: str, blocks: Sequence[Block]) -> set[str]:
    named = [o for o in known_outlets() if any(name in text for name in o.names)]
    return {
        outlet.name
        for outlet in named
        for kind, forms in ((BlockKind.BOILERPLATE, _SELF), (BlockKind.BODY, _ASKED))
        if _speaks(outlet, forms, (b.span.of(text) for b in blocks if b.kind is kind))
    }


def _speaks(outlet: Outlet, forms: Sequence[str], texts: Iterable[str]) -> bool:
    names = f"(?:{'|'.join(map(re.escape, outlet.names))})"
    pattern = re.compile("|".join(form.format(name=names) for form in forms))
    return any(pattern.search(text[:MAX_SELF_TEXT]) for text in texts)


@lru_cache(maxsize=1)
def known_outlets() -> tuple[Outlet, ...]:
    """Return the outlets of ``data/outlets.toml``; none if there is no such file."""
    if not paths.OUTLETS.exists():
        return ()
    return tuple(
        Outlet(row["name"], tuple(row.get("aliases", ())), tuple(row.get("domains", ())))
        for row in read_toml(paths.OUTLETS).get("outlets", ())
    )


def _one_line(block: Block, text: str) -> str:
    return " ".join(block.span.of(text).split())
