"""The last sections: shared copy, what was set aside, how it is counted, rights, how to cite."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from analysis.markup import Html, element, joined
from analysis.measures import MEASURES, Measure
from analysis.notes import LIMITS, METHOD
from analysis.render import BLOCK_NAMES
from analysis.report import accuracy
from analysis.report.parts import (
    Block,
    Heading,
    Items,
    Line,
    Pairs,
    Paragraph,
    Section,
    Table,
    Whole,
)
from analysis.report.source import Source
from analysis.rights import EXCERPT_SHARE, Rights, rights_of
from analysis.schema import records
from analysis.spans import n_words
from analysis.types import ARTICLE_KINDS, AnnotatedArticle, BlockKind, Span
from analysis.versions import PACKAGES
from analysis.vocabulary import capital, day_words, plural

RIGHTS = {
    Rights.FULL: "reprinted in full",
    Rights.EXCERPT: "quoted in excerpts",
    Rights.LINK: "not reprinted, counted only",
}


def shared(source: Source) -> Section | None:
    """Return who prints the same passages; ``None`` where nobody does."""
    rows = records(source.whole_table("wire"))
    if not rows:
        return None
    lines = tuple(
        (
            (f"{row['outlet']} and {row['other_outlet']}",),
            (str(row["passages"]),),
            (f"{row['words']:,}",),
            (str(row["credit"]) if isinstance(row["credit"], str) else "none named",),
        )
        for row in rows
    )
    heads = ("Texts", "Passages", "Words", "Credit")
    note = (
        "Passages that two texts share word for word, quotations left out: often copy of an "
        "agency. They are one source told twice, not two, and are counted in one text only."
    )
    blocks = (Table("Shared passages", heads, lines, numeric=True), Paragraph((note,), "note"))
    return Section("shared", "Shared copy", blocks)


def aside(source: Source) -> Section:
    """Return what was set aside in cleaning: kinds, sizes, and the rules that decided."""
    blocks = source.whole_table("blocks")
    found = blocks[blocks["set_aside"]]
    sizes = found.assign(words=[n_words(text, [Span(0, len(text))]) for text in found["text"]])
    grouped = sizes.groupby(["outlet", "kind"], sort=False).agg(
        pieces=("text", "size"), words=("words", "sum")
    )
    counts = {(str(row["outlet"]), str(row["kind"])): row for row in records(grouped.reset_index())}
    kinds = [kind for kind in BLOCK_NAMES if kind.value in set(found["kind"])]
    lines = tuple(
        (
            (capital(BLOCK_NAMES[kind]),),
            *((_pieces(counts.get((outlet, kind.value))),) for outlet in source.outlets),
        )
        for kind in kinds
    )
    lead = (
        "An article page holds more than the article. What is set aside never reaches a count; "
        "picture captions and galleries are read, but kept out of every count of the article."
    )
    made: list[Block] = [Paragraph((lead,))]
    if lines:
        heads = ("Pieces, and words in them", *source.outlets)
        made.append(Table("What was set aside", heads, lines, numeric=True, headed=True))
        rules = found.dropna(subset="why").drop_duplicates("rule").sort_values("rule")
        why = tuple((str(row["rule"]), (str(row["why"]),)) for row in records(rules))
        made += [Heading("The rules that decided"), Pairs(why)]
    return Section("aside", "What was set aside", tuple(made))


def _pieces(row: Mapping[str, object] | None) -> str:
    return f"{row['pieces']} ({row['words']:,})" if row else "\u00b7"


def method(source: Source) -> Section:
    """Return how the numbers are made, how often they are right, and what they cannot say."""
    definitions = tuple((each.label, (_definition(each),)) for each in MEASURES)
    blocks: tuple[Block, ...] = (
        Paragraph((METHOD,)),
        Items(tuple((limit,) for limit in LIMITS), style="bullets"),
        Heading("How often the rules are right"),
        *accuracy.blocks(),
        Heading("What each number is"),
        Pairs(definitions),
        Heading("Versions"),
        Pairs(tuple(_versions(source))),
    )
    return Section("method", "How this was counted", blocks)


def _definition(measure: Measure) -> str:
    least = f" Needs {measure.minimum}." if measure.minimum else ""
    return f"{capital(measure.unit)}; {measure.reading}.{least}"


def _versions(source: Source) -> Iterator[tuple[str, Line]]:
    found = source.whole.versions
    own = [*PACKAGES, "model", "sentence model"]
    yield from ((name, (found[name],)) for name in own if name in found)
    lists: dict[tuple[str, str], int] = {}
    for name in sorted(set(found) - set(own)):
        key = name.rpartition("/")[0] or name, found[name]
        lists[key] = lists.get(key, 0) + 1
    told = (
        f"{folder} {version}" + (f" ({number} lists)" if number > 1 else "")
        for (folder, version), number in lists.items()
    )
    if lists:
        yield "word lists", (", ".join(told),)
    made = source.whole.corrections
    edits = sum(map(len, (*made.put_backs.values(), *made.found.values())))
    if edits:
        yield "corrections", (f"{plural(edits, 'correction')} by readers, in force here",)


def sources(source: Source, made: date) -> Section:
    """Return how to cite the report and its articles, and what rights let it hold."""
    story = source.whole.story
    version = source.whole.versions.get("parallax-news", "")
    cite = (
        f"Parallax {version}: \u201c{story.title}\u201d, comparison of "
        f"{plural(len(source.articles), 'article')}, report of {day_words(made)}."
    )
    lines = tuple((_citation(each, made),) for each in source.articles.values())
    half = round(100 * EXCERPT_SHARE)
    rights = (
        "The articles stay the property of those who published them. Where a text may be quoted "
        f"in excerpts, at most {half} % of its words stand here in full sentences; of the others "
        "a few words. Where it may not be reprinted, only counts and its address stand here."
    )
    blocks = (Paragraph((cite,)), Items(lines, style="citations"), Paragraph((rights,), "note"))
    return Section("cite", "How to cite, and rights", blocks)


def _citation(annotated: AnnotatedArticle, made: date) -> str:
    article = annotated.article
    title = " ".join((article.title or "no headline found").split())
    published = (
        day_words(date.fromisoformat(article.published[:10]))
        if article.published
        else "no date known"
    )
    parts = [article.byline, f"\u201c{title}\u201d", article.label, published, article.url]
    told = ", ".join(part for part in parts if part)
    return f"{told}, read on {day_words(made)}; {RIGHTS[rights_of(article)]}."


def full_texts(source: Source) -> Section | None:
    """Return the articles whose rights allow their whole text; ``None`` where none does."""
    texts = tuple(
        Whole(annotated.article.label, _whole(annotated))
        for annotated in source.articles.values()
        if rights_of(annotated.article) is Rights.FULL
    )
    return Section("texts", "The articles", texts) if texts else None


def _whole(annotated: AnnotatedArticle) -> Html:
    blocks = sorted(annotated.blocks, key=lambda block: block.start)
    tags = {BlockKind.HEADLINE: "h4", BlockKind.SUBHEAD: "h5"}
    return joined(
        *(
            element(tags.get(block.kind, "p"), block.span.of(annotated.text), dir="auto")
            for block in blocks
            if block.kind in ARTICLE_KINDS
        )
    )
