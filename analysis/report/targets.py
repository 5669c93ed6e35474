"""Ids of places in the report, made of numbers: names of outlets may hold any character."""

from __future__ import annotations

from analysis.report.source import Source


def words(source: Source, contrast: str | None, side: str | None, outlet: object) -> str:
    """Return where an outlet's uses of one side of a contrast stand."""
    place = next(n for n, each in enumerate(source.lists, 1) if each.id == contrast)
    sides = [each.id for each in source.lists[place - 1].sides]
    return f"w{place}-{sides.index(str(side)) + 1}-{source.number(outlet)}"


def quotes(source: Source, outlet: object) -> str:
    """Return where an outlet's quotes stand."""
    return f"q{source.number(outlet)}"


def quote(source: Source, article_id: str, quote_id: str) -> str:
    """Return where one quote stands."""
    place = list(source.articles).index(article_id) + 1
    ids = [each.id for each in source.articles[article_id].quotes]
    return f"q{place}-{ids.index(quote_id) + 1}-1"


def tellings(source: Source, outlet: object) -> str:
    """Return where an outlet's tellings of harm stand."""
    return f"h{source.number(outlet)}"


def telling(source: Source, article_id: str, start: int) -> str:
    """Return where one telling of harm stands, by where its word begins."""
    return f"h{list(source.articles).index(article_id) + 1}-{start}"


def fact(source: Source, fact_id: str, outlet: object | None = None) -> str:
    """Return where the tellings of a statement stand, in all outlets or in one."""
    ids = list(dict.fromkeys(source.whole.table("facts")["fact_id"]))
    place = f"f{ids.index(fact_id) + 1}"
    return place if outlet is None else f"{place}-{source.number(outlet)}"


def figures(source: Source, article_id: str, sentence_id: str) -> str:
    """Return where the numbers of one sentence stand."""
    place = list(source.articles).index(article_id) + 1
    ids = [sentence.id for sentence in source.articles[article_id].sentences]
    return f"n{place}-{ids.index(sentence_id) + 1 if sentence_id in ids else 0}"


def tones(source: Source, outlet: object) -> str:
    """Return where an outlet's sentences with emotional vocabulary stand."""
    return f"t{source.number(outlet)}"
