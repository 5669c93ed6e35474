"""Articles -> annotated articles: the only file that knows the whole order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from analysis import lexicons, nlp
from analysis.clean import clean, uncleaned
from analysis.collect.language import detected_language
from analysis.corrections import Corrections
from analysis.extract.annotate import annotate, searched
from analysis.extract.labels import find_labels
from analysis.extract.quotes import extract_quotes
from analysis.extract.speakers import resolve_speakers
from analysis.lexicons import Contrast
from analysis.measures import measure
from analysis.measures.tone import sentence_tones
from analysis.metadata import read_metadata
from analysis.nlp import ParsedArticle
from analysis.own_lists import merged
from analysis.spans import n_words
from analysis.types import (
    ARTICLE_KINDS,
    AnnotatedArticle,
    Article,
    Block,
    BlockKind,
    Progress,
    Span,
)

LANGUAGE = "en"
"""The language the word lists and the trained pipeline are valid for."""

FEW_WORDS = 150
"""Below this number of words only counts are shown, no shares or rates (docs/methods.md)."""

PUT_BACK_RULE = "reader.put_back"


@dataclass(frozen=True, slots=True)
class Options:
    """What a caller may choose about a run."""

    clean: bool = True
    corrections: Mapping[str, Corrections] = field(default_factory=dict)
    """What readers decided, by story id."""

    def of(self, story: str | None) -> Corrections:
        """Return what readers decided about a story."""
        return self.corrections.get(story or "", Corrections())


def analyse_articles(
    articles: Sequence[Article],
    options: Options | None = None,
    *,
    progress: Progress | None = None,
    on_parsed: Callable[[ParsedArticle], object] | None = None,
) -> Iterator[AnnotatedArticle]:
    """Yield every article annotated and measured, in input order.

    Articles of one story are analysed together, so that a speaker has one name in all of
    them; an article without a story stands alone. ``on_parsed`` is given each parse, one
    without paragraphs where the language is not read, for a caller who keeps it.
    """
    options = options or Options()
    groups = _groups(articles)
    ready: dict[int, AnnotatedArticle] = {}
    position = done = 0
    for group in groups:
        for index, annotated in zip(
            group,
            _analyse_story([articles[i] for i in group], options, on_parsed),
            strict=True,
        ):
            ready[index] = annotated
            done += 1
            if progress:
                progress(done, len(articles), annotated.article.label)
        while position in ready:
            yield ready.pop(position)
            position += 1


def _groups(articles: Sequence[Article]) -> list[list[int]]:
    """Return the positions of the articles, those of one story together."""
    groups: dict[str, list[int]] = {}
    for index, article in enumerate(articles):
        groups.setdefault(f"story {article.story}" if article.story else f"{index}", []).append(
            index
        )
    return list(groups.values())


def _analyse_story(
    articles: Iterable[Article],
    options: Options,
    on_parsed: Callable[[ParsedArticle], object] | None,
) -> Iterator[AnnotatedArticle]:
    prepared = [_prepared(article, options) for article in articles]
    readable = [pair for pair in prepared if pair[0].language == LANGUAGE]
    found = [(parsed, extract_quotes(parsed)) for parsed in nlp.parse(readable)]
    ready = zip(found, resolve_speakers(found), find_labels(found), strict=True)
    for article, blocks in prepared:
        contrasts = merged(lexicons.contrasts(), options.of(article.story).lists)
        if article.language == LANGUAGE:
            (parsed, _), quotes, labels = next(ready)
            annotated = replace(annotate(parsed, quotes, contrasts), labels=labels)
        else:
            parsed = ParsedArticle(article, blocks, ())
            annotated = _unread(article, blocks, contrasts)
        if on_parsed:
            on_parsed(parsed)
        annotated = sentence_tones(annotated)
        yield replace(annotated, measures=measure(annotated), notices=_notices(annotated))


def _prepared(article: Article, options: Options) -> tuple[Article, tuple[Block, ...]]:
    """Return the article with what its own text says of it, and its blocks."""
    if options.clean:
        put_backs = options.of(article.story).put_backs
        blocks = _with_put_backs(clean(article), put_backs.get(article.id, ()))
        article = read_metadata(article, blocks)
    else:
        blocks = uncleaned(article)
    body = "\n".join(block.span.of(article.text) for block in blocks if block.kind in ARTICLE_KINDS)
    language = article.language or detected_language(body)
    # "en-GB" and "en_US" are English too.
    return replace(article, language=language.lower().replace("_", "-").split("-")[0]), blocks


def _with_put_backs(blocks: tuple[Block, ...], spans: Sequence[Span]) -> tuple[Block, ...]:
    wanted = set(spans)
    return tuple(
        replace(block, kind=BlockKind.BODY, rule=PUT_BACK_RULE) if block.span in wanted else block
        for block in blocks
    )


def _unread(
    article: Article, blocks: tuple[Block, ...], contrasts: tuple[Contrast, ...]
) -> AnnotatedArticle:
    """Return an article in a language that is stored and shown, but not measured."""
    return AnnotatedArticle(article, blocks, (), (), (), (), (), searched(contrasts))


def _notices(annotated: AnnotatedArticle) -> tuple[str, ...]:
    """Return what a reader must know before reading this article's numbers."""
    article = annotated.article
    if article.language != LANGUAGE:
        return (
            f"Not measured: this text looks like language '{article.language}', "
            "and the word lists are valid for English only.",
        )
    words = n_words(
        article.text, (block.span for block in annotated.blocks if block.kind in ARTICLE_KINDS)
    )
    if words < FEW_WORDS:
        plural = "" if words == 1 else "s"
        return (f"Only {words} word{plural}: counts are shown, shares and rates are too few.",)
    return ()
