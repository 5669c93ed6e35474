"""Invented stories for the pages: no model, no demo article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from streamlit.testing.v1 import AppTest

from analysis.extract.annotate import searched
from analysis.lexicons import contrasts
from analysis.measures import measure, sentence_tones
from analysis.result import StoryAnalysis
from analysis.stories import Story
from analysis.types import (
    AnnotatedArticle,
    Basis,
    BlockKind,
    CueClass,
    Quote,
    QuoteKind,
    Role,
    Span,
    Voice,
    VoiceSpan,
)
from dashboard import data
from tests.analysis.factories import annotated

APP = Path(data.__file__).with_name("app.py")

PEACE, FORCE = ("troops", "peacekeeping"), ("troops", "occupation_intervention")

FILLER = "The market opened at nine and the harbour stayed calm through the whole long day."

QUOTED = "We will protect every street"


def _filler(outlet: str) -> str:
    """Return the filling sentence with words of its own, so that no two outlets share copy."""
    own = outlet.split()[0]
    return " ".join(own if n % 5 == 3 else word for n, word in enumerate(FILLER.split()))


def article(
    outlet: str, article_id: str, *, hits: Iterable[str] = (), day: str | None = None, n: int = 14
) -> AnnotatedArticle:
    """Return an article of ``n`` plain sentences, one quotation, and the words in ``hits``."""
    lines = [f"The {word} arrived in the small town on Monday." for word in hits]
    body = " ".join([*lines, *[_filler(outlet)] * n, f"\u201c{QUOTED},\u201d said Ana Bell."])
    made = annotated(
        (BlockKind.HEADLINE, f"Harbour stays calm, says {outlet}"),
        (BlockKind.BYLINE, "By A. Writer"),
        body,
        (BlockKind.CAPTION, "The harbour on Monday."),
        (BlockKind.COMMENT, "Invaders, all of them!"),
        quoted=[f"\u201c{QUOTED},\u201d"],
        hits={PEACE: {w for w in hits if "peace" in w}, FORCE: {w for w in hits if "inva" in w}},
        outlet=outlet,
    )
    start = made.text.index(f"\u201c{QUOTED}")
    content = Span(start, start + len(QUOTED) + 3)
    quote = Quote(
        id="q1",
        kind=QuoteKind.DIRECT,
        content=(content,),
        quoted=(Span(content.start + 1, content.end - 1),),
        cue_lemma="say",
        cue_class=CueClass.NEUTRAL,
        speaker="Ana Bell",
        speaker_id="ana-bell",
        role=Role.GOVERNMENT,
        named=True,
        rule="direct.after",
        confidence=0.9,
    )
    known = replace(
        made.article,
        id=article_id,
        story="harbour",
        title=f"Harbour stays calm, says {outlet}",
        published=day,
        published_basis=Basis.STATED if day else Basis.UNKNOWN,
    )
    found = replace(
        made,
        article=known,
        quotes=(quote,),
        voices=(VoiceSpan(*content, Voice.QUOTE, "q1"),),
        searched=searched(contrasts()),
    )
    found = sentence_tones(found)
    return replace(found, measures=measure(found))


def story(*articles: AnnotatedArticle) -> StoryAnalysis:
    """Return the articles as one story."""
    head = Story("harbour", "The harbour", tuple(each.article for each in articles))
    return StoryAnalysis(head, articles, versions={"contrasts/troops": "1.0.0"})


def two_outlets() -> StoryAnalysis:
    """Return two articles: one with three uses of a word, one with none."""
    return story(
        article("Harbour Post", "post", hits=["peacekeepers"] * 3, day="2024-05-01"),
        article("Town Courier", "courier", hits=["invaders"], day="2024-05-03"),
    )


def app(page: str = "overview", **parameters: str | list[str]) -> AppTest:
    """Return the app after its first run on a page."""
    at = AppTest.from_file(str(APP), default_timeout=120)
    for key, value in parameters.items():
        at.query_params[key] = value
    at.switch_page(f"views/{page}.py")
    return at.run()


def shown(at: AppTest) -> str:
    """Return all markup and labels of the page as one text."""
    html = [each.proto.body for each in at.get("html")]
    labels = [each.proto.label for kind in ("selectbox", "button") for each in at.get(kind)]
    titles = [each.value for each in (*at.title, *at.header, *at.markdown)]
    return "\n".join([*html, *labels, *titles])
