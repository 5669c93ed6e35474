"""An analysed story -> a lesson: texts under letters, masks, sentences to mark, cards."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence

from analysis.errors import InputError
from analysis.lesson.cards import cards_of
from analysis.lesson.choosing import chosen, order_by_seed
from analysis.lesson.masking import Names, masks_of, outlet_names
from analysis.lesson.plans import MINUTES
from analysis.lesson.tool import tool_answers
from analysis.lesson.types import Lesson, LessonText, Mask, Passage
from analysis.lesson.who import who_runs
from analysis.result import StoryAnalysis
from analysis.rights import printable, rights_of
from analysis.spans import word_spans
from analysis.types import ARTICLE_KINDS, AnnotatedArticle, Sentence, Span

LETTERS = "ABCDE"
"""Texts of one lesson: five is what a class can hold apart."""


def lesson_of(
    analysis: StoryAnalysis,
    *,
    minutes: int,
    seed: str,
    articles: Sequence[str] = (),
    who: Mapping[str, str] | None = None,
) -> Lesson:
    """Return the lesson of a story; the same seed gives the same lesson.

    Parameters
    ----------
    minutes
        45 or 90: the plan, and how many sentences are marked.
    articles
        Ids of the articles to be read; the first five of the story unless given.
    who
        Outlet -> one line on who runs it, shown after the reveal; what is known unless given.

    Raises
    ------
    InputError
        If no article can be marked, or there are too many.
    """
    if minutes not in MINUTES:
        message = f"there is no plan of {minutes} minutes; there are: 45, 90"
        raise InputError(message)
    wanted = _wanted(analysis, articles)
    wanted.sort(key=lambda each: order_by_seed(seed, each.article.id))
    usable = [(each, printable(each)) for each in wanted]
    asked = chosen(usable, minutes, seed)
    known = who_runs() if who is None else who
    names = outlet_names(each.article for each in wanted)
    texts = tuple(
        _text(letter, annotated, names, sentences, known.get(annotated.article.label, ""))
        for letter, annotated, sentences in zip(LETTERS, wanted, asked, strict=False)
    )
    if not any(asked):
        message = (
            f"'{analysis.story.title}' has no sentence that a class could mark: its articles are "
            "too short, not in English, or their rights allow no sentence in a lesson"
        )
        raise InputError(message)
    return Lesson(
        id=_digest(texts, minutes),
        story=analysis.story.id,
        title=analysis.story.title,
        minutes=minutes,
        seed=seed,
        texts=texts,
        cards=cards_of(analysis, texts),
        versions=tuple(sorted(analysis.versions.items())),
    )


def _wanted(analysis: StoryAnalysis, articles: Sequence[str]) -> list[AnnotatedArticle]:
    by_id = {each.article.id: each for each in analysis.articles if each.sentences}
    unknown = [each for each in articles if each not in by_id]
    if unknown:
        message = f"no article '{unknown[0][:60]}' to read here; there are: {', '.join(by_id)}"
        raise InputError(message)
    if len(articles) > len(LETTERS):
        message = f"a lesson has at most {len(LETTERS)} texts; choose fewer than {len(articles)}"
        raise InputError(message)
    return [by_id[each] for each in articles or list(by_id)[: len(LETTERS)]]


def _text(
    letter: str,
    annotated: AnnotatedArticle,
    names: Names,
    asked: frozenset[str],
    who: str,
) -> LessonText:
    article = annotated.article
    masks = masks_of(annotated, names)
    printed = printable(annotated)
    shown = sorted(
        (each for each in annotated.sentences if each.block in ARTICLE_KINDS),
        key=lambda each: each.start,
    )
    return LessonText(
        letter=letter,
        article_id=article.id,
        sha256=hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest(),
        outlet=article.label,
        title=article.title,
        published=article.published,
        url=article.url,
        who=who,
        rights=rights_of(article).value,
        passages=tuple(
            _passage(f"{letter}{number}", annotated, sentence, masks, printed, asked)
            for number, sentence in enumerate(shown, 1)
        ),
    )


def _passage(
    name: str,
    annotated: AnnotatedArticle,
    sentence: Sentence,
    masks: Sequence[Mask],
    printed: frozenset[str],
    asked: frozenset[str],
) -> Passage:
    span = sentence.span
    inside = tuple(
        Mask(max(m.start, span.start), min(m.end, span.end), m.shown)
        for m in masks
        if m.span.overlaps(span)
    )
    words = _words(annotated, span, inside) if sentence.id in asked else ()
    return Passage(
        id=name,
        sentence_id=sentence.id,
        start=span.start,
        end=span.end,
        text=span.of(annotated.text),
        kind=sentence.block.value,
        paragraph=_paragraph(annotated, sentence),
        masks=inside,
        printed=sentence.id in printed,
        words=words,
        asked=sentence.id in asked,
        tool=tool_answers(annotated, sentence, words) if sentence.id in asked else None,
    )


def _words(annotated: AnnotatedArticle, span: Span, masks: Sequence[Mask]) -> tuple[Span, ...]:
    """Return the words that can be marked: content words; where none are known, all words."""
    content = {(each.start, each.end) for each in annotated.lemmas if each.start < span.end}
    words = [
        word
        for word in word_spans(annotated.text, span.start, span.end)
        if not any(word.overlaps(mask.span) for mask in masks)
        and any(letter.isalpha() for letter in word.of(annotated.text))
    ]
    hit = [w for w in words if any(s < w.end and w.start < e for s, e in content)]
    return tuple(hit or words)


def _paragraph(annotated: AnnotatedArticle, sentence: Sentence) -> int:
    """Return the number of the paragraph: lines that end before the sentence begins."""
    return annotated.text.count("\n", 0, sentence.start)


def _digest(texts: Sequence[LessonText], minutes: int) -> str:
    decided = [(text.letter, text.sha256, [each.start for each in text.asked]) for text in texts]
    return hashlib.sha256(json.dumps([minutes, decided]).encode()).hexdigest()[:16]
