"""Short invented drafts and the articles they are read beside."""

from __future__ import annotations

from dataclasses import replace

from analysis.review.material import Material
from analysis.spans import word_spans
from analysis.types import (
    Agency,
    AgencyForm,
    AnnotatedArticle,
    Bound,
    CueClass,
    Figure,
    Lemma,
    Quote,
    QuoteKind,
    Role,
    Span,
    Voice,
)
from tests.analysis.factories import annotated

LABEL = "This draft"


def draft(*blocks, **marks) -> AnnotatedArticle:
    made = annotated(*blocks, outlet=LABEL, **marks)
    return replace(made, article=replace(made.article, id="draft"))


def other(name: str, *blocks, **marks) -> AnnotatedArticle:
    made = annotated(*blocks, outlet=name, **marks)
    return replace(made, article=replace(made.article, id=name.lower().replace(" ", "-")))


def beside(mine: AnnotatedArticle, *others: AnnotatedArticle) -> Material:
    return Material(mine, others)


def place(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def said(
    each: AnnotatedArticle,
    words: str,
    *,
    number: int = 1,
    source: str | None = None,
    cue: str | None = None,
    speaker: str | None = "Ann Lee",
    named: bool = True,
    role: Role = Role.GOVERNMENT,
    kind: QuoteKind = QuoteKind.DIRECT,
    lemma: str | None = "say",
    cue_class: CueClass = CueClass.NEUTRAL,
) -> Quote:
    """Return a quote of words of an article."""
    return Quote(
        id=f"q{number}",
        kind=kind,
        content=(place(each.text, words),),
        cue=place(each.text, cue) if cue else None,
        cue_lemma=lemma,
        cue_class=cue_class,
        source=place(each.text, source) if source else None,
        speaker=speaker,
        speaker_id=speaker.lower().replace(" ", "-") if speaker else None,
        named=named,
        role=role,
    )


def with_quotes(each: AnnotatedArticle, *quotes: Quote) -> AnnotatedArticle:
    return replace(each, quotes=quotes)


def with_lemmas(each: AnnotatedArticle) -> AnnotatedArticle:
    """Return the article with every word its own lemma, in lower case."""
    found = [Lemma(*span, span.of(each.text).lower()) for span in word_spans(each.text)]
    return replace(each, lemmas=tuple(found))


def figure(each: AnnotatedArticle, words: str, low: float, **known) -> Figure:
    fields = {
        "high": low,
        "bound": Bound.EXACT,
        "unit": "people",
        "event": "killed",
        "population": None,
        "voice": Voice.OUTLET,
        **known,
    }
    return Figure(*place(each.text, words), low, **fields)


def telling(
    each: AnnotatedArticle, words: str, form: AgencyForm, agent: str | None = None, **known
) -> Agency:
    fields = {"victim": "people", "harmed": "civilians", "voice": Voice.OUTLET, **known}
    return Agency(*place(each.text, words), "kill", form, agent, **fields)
