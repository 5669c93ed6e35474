"""The reading page's parts: article columns, legend, and the steps from match to match."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from streamlit.components.v2 import component

from analysis.markup import Html, element
from analysis.render import LAYERS, Mark, anchor, article_html, frame_marks
from analysis.types import AnnotatedArticle, Span
from dashboard import state, words
from dashboard.components import html
from dashboard.components.pieces import Piece, Returned, button_beside, turn
from dashboard.itself import Itself

MAX_LAYERS = 2
"""Layers shown at once: a third makes the marks unreadable."""

MAX_COLUMNS = 64
"""Texts kept as they were last drawn: both sides of a story's articles, under a few layers."""

_TEXTS = component(
    "parallax_texts",
    js="""
// What stands above may still grow: looked at again for a second.
const bring = (place, token, left = 5) => {
  if (window.parallaxShown !== token) return;
  const { top, bottom } = place.getBoundingClientRect();
  if (left === 5 || top < 120 || bottom > innerHeight) place.scrollIntoView({ block: "center" });
  if (left) setTimeout(() => bring(place, token, left - 1), 200);
};
export default function ({ data, parentElement, setTriggerValue }) {
  const point = () => {
    for (const old of document.querySelectorAll(".px-s.px-asked"))
      if (old.id !== data.target) {
        old.classList.remove("px-asked");
        old.removeAttribute("aria-current");
      }
    const place = data.target && document.getElementById(data.target);
    if (!place) return;
    if (!place.classList.contains("px-asked")) {
      place.classList.add("px-asked");
      place.setAttribute("aria-current", "location");
    }
    if (window.parallaxShown === data.token || !place.offsetParent) return;
    window.parallaxShown = data.token;
    bring(place, data.token);
    place.focus({ preventScroll: true });
  };
  const click = ({ target }) => {
    const button = target.closest?.("button[data-px-return]");
    if (button) setTriggerValue("return", button.dataset.pxReturn);
  };
  parentElement.pxStop?.();
  const observer = new MutationObserver(point);
  observer.observe(document.querySelector(".stMain"), { childList: true, subtree: true });
  document.addEventListener("click", click);
  parentElement.pxStop = () => {
    observer.disconnect();
    document.removeEventListener("click", click);
  };
  if (!data.target) window.parallaxShown = "";
  point();
  return () => parentElement.pxStop();
}
""",
)
"""Points out the sentence asked for, scrolls to it, and tells which piece is put back.

The texts themselves do not change from match to match, so they are not sent again.
"""

_KEY = "texts-script"


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
    found: list[Place] = []
    for annotated, marks in shown:
        starts = sorted(mark.start for mark in marks)
        found += [
            Place(annotated.article.id, sentence.id)
            for sentence in annotated.sentences
            if bisect_left(starts, sentence.start) < bisect_left(starts, sentence.end)
        ]
    return found


def places(texts: Sequence[AnnotatedArticle]) -> list[Place]:
    """Return every sentence, text after text."""
    return [Place(text.article.id, s.id) for text in texts for s in text.sentences]


def neighbours(
    order: Sequence[Place], matches: Sequence[Place], asked: Place | None
) -> tuple[Place | None, Place | None]:
    """Return the matches before and after the sentence asked for, whether it is one or not.

    ``order`` holds every sentence that can be asked for, in reading order.
    """
    if asked not in order:
        return None, matches[0] if matches else None
    before = set(order[: order.index(asked)])
    earlier = [place for place in matches if place in before]
    later = [place for place in matches if place not in before and place != asked]
    return (earlier[-1] if earlier else None), (later[0] if later else None)


@dataclass(frozen=True, slots=True)
class Cleaning:
    """What is known of the pieces that were set aside."""

    reasons: Mapping[str, str]
    """Rule -> what it does in plain words."""
    returned: Returned


def column(
    annotated: AnnotatedArticle, marks: Sequence[Mark], cleaning: Cleaning, *, side: str
) -> Html:
    """Return one article under its outlet's name, with a way to the original.

    ``side`` is left or right: a narrow screen shows one of the two.
    """
    reasons = tuple(sorted(cleaning.reasons.items()))
    returned = tuple(cleaning.returned.get(annotated.article.id, ()))
    return _column(Itself(annotated), tuple(marks), reasons, returned, side)


@lru_cache(maxsize=MAX_COLUMNS)
def _column(
    itself: Itself[AnnotatedArticle],
    marks: tuple[Mark, ...],
    reasons: tuple[tuple[str, str], ...],
    returned: tuple[Span, ...],
    side: str,
) -> Html:
    """Return the same, written once for all who read it."""
    annotated = itself.value
    article = annotated.article
    link = element("a", "original page", href=article.url) if article.url else ""
    head = element(
        "p",
        element("strong", article.label),
        element("span", f" \u00b7 {article.published[:10]} " if article.published else " "),
        link,
        class_="px-where",
    )
    beside = partial(button_beside, annotated, {article.id: returned})
    body = article_html(annotated, marks, reasons=dict(reasons), beside=beside)
    return element("div", head, body, class_=f"px-column px-{side}")


def point_at(place: Place | None, pieces: Mapping[str, Piece], story: str) -> None:
    """Point out the sentence asked for, and let the buttons beside set-aside pieces act."""
    target = anchor(place.article_id, place.sentence_id) if place else None
    _TEXTS(
        key=_KEY,
        data={"target": target, "token": str(place)},
        on_return_change=partial(_return, pieces, story),
    )


def _return(pieces: Mapping[str, Piece], story: str) -> None:
    """Turn the piece whose button was pressed; a name that is not on the page does nothing."""
    piece = pieces.get(state.triggered(_KEY, "return"))
    if piece:
        turn(story, piece)


def legend(layers: Sequence[str], sides: Sequence[tuple[str, Sequence[str]]]) -> Html:
    """Return what the marks of the chosen layers mean, in words and samples."""
    parts = [html.legend_line(words.LEGENDS[layer]) for layer in layers]
    if "Frames" in layers and sides:
        parts.append(html.legend_sides(sides))
    return element("div", *parts, class_="px-legend")


def count(matches: Sequence[Place], asked: Place | None) -> Html:
    """Return where the reader is among the matches; read out when it changes."""
    total = words.plural(len(matches), "match", "matches")
    text = f"match {matches.index(asked) + 1} of {len(matches)}" if asked in matches else total
    return element("span", text, class_="px-count", aria_live="polite")
