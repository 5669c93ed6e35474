"""The first sections: headlines as printed, when they appeared, their sizes, what stands out."""

from __future__ import annotations

from datetime import date

from analysis.compare.differences import Asked, Difference, differences
from analysis.notes import GAP_NOTE
from analysis.report import charts, targets
from analysis.report.evidence import language
from analysis.report.parts import (
    Block,
    Card,
    Cards,
    Chart,
    Charts,
    Inline,
    Items,
    Line,
    Link,
    Paragraph,
    Section,
    Small,
    Table,
)
from analysis.report.source import Source
from analysis.rights import Rights, rights_of
from analysis.schema import records
from analysis.timeline import line, undated
from analysis.types import AnnotatedArticle, Article
from analysis.vocabulary import BASES, day_words, listed

WHEN_NOTE = (
    "A dot is a known hour; a bar covers the day when only the date is known. Hollow: inferred "
    "from the text, not stated."
)


def headlines(source: Source) -> Section:
    """Return the headlines as printed, the strip of publication and the sizes."""
    cards = tuple(_card(each.article) for each in _in_order(source))
    blocks: list[Block] = [Cards(cards), *_when(source), _sizes(source)]
    return Section("headlines", "Headlines, as printed", tuple(blocks))


def stands_out(source: Source) -> Section | None:
    """Return the widest differences in the counts as sentences; nothing to tell, no section."""
    if len(source.outlets) < 2:
        return None
    found = [
        each
        for each in differences(source.whole, lists=source.lists)
        if each.kind != "facts" or not any(map(source.is_link_only, source.articles))
    ]
    if not found:
        return None
    lines = tuple(_sentence(source, each) for each in found)
    note = f"Widest gaps in the counts, not a judgement. {GAP_NOTE}"
    blocks = (Items(lines, style="differences"), Paragraph((note,), "note"))
    return Section("differences", "Where the counts differ", blocks)


def _in_order(source: Source) -> list[AnnotatedArticle]:
    place = source.outlets.index
    return sorted(source.articles.values(), key=lambda each: place(each.article.label))


def _card(article: Article) -> Card:
    basis = BASES[article.outlet_basis]
    facts = [
        _published(article),
        article.byline or "",
        article.genre or "",
        f"outlet {basis}" if article.outlet and article.outlet_basis != "stated" else "",
        {
            Rights.FULL: "reprinted in full below",
            Rights.EXCERPT: "quoted in excerpts",
            Rights.LINK: "not reprinted, counted only",
        }[rights_of(article)],
    ]
    headline = " ".join((article.title or "no headline found").split())
    shown = tuple(fact for fact in facts if fact)
    return Card(article.label, headline, shown, article.url, language(article.language))


def _published(article: Article) -> str:
    if not article.published:
        return "date not known"
    day = day_words(date.fromisoformat(article.published[:10]))
    return f"{day} ({BASES[article.published_basis]})"


def _when(source: Source) -> list[Block]:
    articles = source.whole_table("articles")
    zone = source.whole.story.time_zone
    found = line(articles, event_zone=zone, reader_zone=None)
    without = undated(articles)
    missing = f" Date not known: {listed(without)}." if without else ""
    if found is None:
        return [Paragraph((missing.strip(),), "note")] if missing else []
    title = "When each text appeared"
    drawn = charts.when(found, name="c-when", title=title)
    return [
        Charts((Chart(title, drawn),), wide=True),
        Paragraph((WHEN_NOTE + missing,), "note"),
    ]


def _sizes(source: Source) -> Table:
    voices = source.whole_table("voices")
    speakers = voices[voices["speaker_id"].notna()].groupby("outlet")["speaker_id"].nunique()
    blocks = source.whole_table("blocks")
    aside = blocks[blocks["set_aside"]].groupby("article_id").size().to_dict()
    rows = tuple(
        (
            (str(row["outlet"]),),
            (f"{row['n_words']:,}",),
            (f"{row['n_sentences']:,}",),
            (Link(f"{row['n_quotes']:,}", targets.quotes(source, row["outlet"])),),
            (f"{speakers.get(row['outlet'], 0):,}",),
            (Link(f"{aside.get(row['article_id'], 0):,}", "aside"),),
        )
        for row in records(source.whole_table("articles"))
    )
    heads = ("Outlet", "Words", "Sentences", "Quotes", "Speakers found", "Pieces set aside")
    return Table("The articles in numbers", heads, rows, numeric=True)


def _sentence(source: Source, difference: Difference) -> Line:
    parts: list[Inline] = [
        part if isinstance(part, str) else Link(part.text, _target(source, part.asked))
        for part in difference.parts
    ]
    return (*parts, Small(difference.note)) if difference.note else tuple(parts)


def _target(source: Source, asked: Asked) -> str:
    if asked.fact:
        return targets.fact(source, asked.fact)
    if asked.sentence:
        return targets.figures(source, *asked.sentence)
    if asked.contrast:
        return targets.words(source, asked.contrast, asked.side, asked.outlet)
    return targets.quotes(source, asked.outlet)
