"""The reading page's parts: article columns, legend, and the steps from match to match."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from streamlit.components.v2 import component

from analysis.markup import Html, element
from analysis.render import LAYERS, Mark, anchor, article_html, frame_marks
from analysis.types import AnnotatedArticle
from dashboard import words
from dashboard.components import html

MAX_LAYERS = 2
"""Layers shown at once: a third makes the marks unreadable."""

_SCROLL = component(
    "parallax_scroll",
    js="""
export default function ({ data }) {
  if (!data || !data.target || window.parallaxShown === data.token) return;
  let tries = 0;
  const go = () => {
    const place = document.getElementById(data.target);
    if (place) {
      window.parallaxShown = data.token;
      place.scrollIntoView({ block: "center" });
      place.focus({ preventScroll: true });
    } else if (tries++ < 50) setTimeout(go, 100);
  };
  go();
}
""",
)
"""Scrolls to an element of the page by its id; the text itself is shown by st.html."""


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence of an article, as the link writes it: ``article.s12``."""

    article_id: str
    sentence_id: str

    def __str__(self) -> str:
        return f"{self.article_id}.{self.sentence_id}"


def parse_place(text: str | None, articles: Sequence[AnnotatedArticle]) -> Place | None:
    """Return the sentence that a link names, or nothing if there is none like it."""
    for annotated in articles:
        prefix = f"{annotated.article.id}."
        if text and text.startswith(prefix):
            found = text.removeprefix(prefix)
            if any(sentence.id == found for sentence in annotated.sentences):
                return Place(annotated.article.id, found)
    return None


def marks_of(
    annotated: AnnotatedArticle, layers: Sequence[str], contrast: str | None
) -> tuple[Mark, ...]:
    """Return the marks of the chosen layers; frames of one contrast or of all."""
    return tuple(
        mark
        for layer in layers
        for mark in (
            frame_marks(annotated, contrast) if layer == "Frames" else LAYERS[layer](annotated)
        )
    )


def matches(shown: Sequence[tuple[AnnotatedArticle, Sequence[Mark]]]) -> list[Place]:
    """Return the sentences in which a mark begins, text after text."""
    return [
        Place(annotated.article.id, sentence.id)
        for annotated, marks in shown
        for sentence in annotated.sentences
        if any(sentence.start <= mark.start < sentence.end for mark in marks)
    ]


def neighbours(
    texts: Sequence[AnnotatedArticle], matches: Sequence[Place], asked: Place | None
) -> tuple[Place | None, Place | None]:
    """Return the matches before and after the sentence asked for, whether it is one or not."""
    order = [Place(text.article.id, s.id) for text in texts for s in text.sentences]
    if asked not in order:
        return None, matches[0] if matches else None
    before = set(order[: order.index(asked)])
    earlier = [place for place in matches if place in before]
    later = [place for place in matches if place not in before and place != asked]
    return (earlier[-1] if earlier else None), (later[0] if later else None)


def column(
    annotated: AnnotatedArticle,
    marks: Sequence[Mark],
    asked: Place | None,
    reasons: Mapping[str, str],
) -> Html:
    """Return one article under its outlet's name, with a way to the original."""
    article = annotated.article
    is_here = asked is not None and asked.article_id == article.id
    link = element("a", "original page", href=article.url) if article.url else ""
    head = element(
        "p",
        element("strong", article.label),
        element("span", f" \u00b7 {article.published[:10]} " if article.published else " "),
        link,
        class_="px-where",
    )
    sentence_id = asked.sentence_id if asked and is_here else None
    body = article_html(annotated, marks, asked=sentence_id, reasons=reasons)
    return element("div", head, body, class_="px-column")


def scroll_to(place: Place | None) -> None:
    """Bring the sentence into view and put the keyboard there."""
    if place:
        target = anchor(place.article_id, place.sentence_id)
        _SCROLL(key="scroll", data={"target": target, "token": str(place)})


def legend(layers: Sequence[str], sides: Sequence[tuple[str, Sequence[str]]]) -> Html:
    """Return what the marks of the chosen layers mean, in words and samples."""
    parts = [html.legend_line(words.LEGENDS[layer]) for layer in layers]
    if "Frames" in layers:
        parts.append(html.legend_sides(sides))
    return element("div", *parts, class_="px-legend")


def count(matches: Sequence[Place], asked: Place | None) -> Html:
    """Return where the reader is among the matches; read out when it changes."""
    total = words.plural(len(matches), "match", "matches")
    text = f"match {matches.index(asked) + 1} of {len(matches)}" if asked in matches else total
    return element("span", text, class_="px-count", aria_live="polite")
