"""Small pieces of HTML that several pages share; every text in them is escaped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.markup import Html, element, joined

if TYPE_CHECKING:
    import pandas as pd

CLASS = "px-text"

SHAPES = ("\u25cf", "\u25c6", "\u25a0", "\u25b2", "\u271a", "\u2716")
"""The marker shapes of the figures, in the same order (theme.SYMBOLS)."""


def paragraph(*parts: Html | str, kind: str = CLASS) -> Html:
    """Return a paragraph of the given style."""
    return element("p", *parts, class_=kind)


def takeaway(text: str) -> Html:
    """Return the one sentence that a figure says, from its counts."""
    return element("p", text, class_="px-takeaway")


def marker(kind: str) -> Html:
    """Return an empty element by which a style sheet knows a choice."""
    return element("span", class_=kind, hidden=True)


def copying(label: str, text: str, *, about: str = "") -> Html:
    """Return a button that copies a text; ``about`` tells it from others of its name."""
    return _acting(label, about, data_px_copy=text)


def copying_link(label: str, link: str, *, about: str = "") -> Html:
    """Return a button that copies the whole address of a link within the app."""
    return _acting(label, about, data_px_link=link)


def copying_address(label: str) -> Html:
    """Return a button that copies the address of the page as it stands."""
    return _acting(label, "", data_px_here=True)


def printing(label: str) -> Html:
    """Return a button that opens the browser's own dialog for printing."""
    return _acting(label, "", data_px_print=True)


def _acting(label: str, about: str, **data: str | bool) -> Html:
    """Return a button that the page's own script acts on (components.page_script)."""
    more = element("span", f" {about}", class_="px-unseen") if about else ""
    return element("button", label, more, type="button", class_="px-button", **data)


def caveat(text: str) -> Html:
    """Return what a figure cannot show, to stand beside it."""
    return element("p", text, class_="px-caveat")


def facts(*items: tuple[str, str]) -> Html:
    """Return a line of named facts."""
    pairs = [
        element("div", element("dt", name), element("dd", value), class_="px-fact")
        for name, value in items
    ]
    return element("dl", *pairs, class_="px-facts")


def bullets(lines: Sequence[str]) -> Html:
    """Return a plain list."""
    return element("ul", *(element("li", line) for line in lines), class_="px-bullets")


def table(heads: Sequence[str], rows: Sequence[Sequence[Html | str]], *, caption: str) -> Html:
    """Return a real table whose first column names the row; it scrolls sideways when narrow."""
    head = element("tr", *(element("th", each, scope="col") for each in heads))
    lines = [
        element("tr", element("th", first, scope="row"), *(element("td", each) for each in rest))
        for first, *rest in rows
    ]
    body = joined(element("caption", caption), element("thead", head), element("tbody", *lines))
    return element(
        "div",
        element("table", body, class_="px-table"),
        class_="px-scroll",
        role="region",
        aria_label=caption,
        tabindex="0",
    )


def mark_key(names: Sequence[str]) -> Html:
    """Return what the marks stand for: shape, colour and name, side by side."""
    shapes = [
        element("span", SHAPES[place % len(SHAPES)], class_=f"px-shape px-c{place % 5 + 1}")
        for place in range(len(names))
    ]
    return _key(shapes, names)


def fill_key(names: Sequence[str]) -> Html:
    """Return what the fillings of bars stand for: pattern, colour and name, side by side."""
    swatches = [
        element("span", class_=f"px-fill px-f{place % 5 + 1}") for place in range(len(names))
    ]
    return _key(swatches, names)


def _key(samples: Sequence[Html], names: Sequence[str]) -> Html:
    items = [
        element("li", sample, element("span", f" {name}"))
        for sample, name in zip(samples, names, strict=True)
    ]
    return element("ul", *items, class_="px-key")


def legend_line(samples: list[tuple[str, str, str]]) -> Html:
    """Return samples of marks, each with its meaning: (words shown, classes, meaning)."""
    items = [
        element(
            "li",
            element("mark", sample, class_=classes) if classes else sample,
            element("span", f" {meaning}"),
        )
        for sample, classes, meaning in samples
    ]
    return element("ul", *items, class_="px-legend-line")


def legend_sides(contrasts: Sequence[tuple[str, Sequence[str]]]) -> Html:
    """Return, per contrast, its sides with their tints."""
    lines = [
        element(
            "li",
            element("span", f"{label}: "),
            *(
                element("span", f" {side} ", class_=f"px-tag px-tag-frame px-side-{place % 5 + 1}")
                for place, side in enumerate(sides)
            ),
        )
        for label, sides in contrasts
    ]
    return element("details", element("summary", "Tags and tints"), element("ul", *lines))


def block(kind: str, rule: str, why: str | None, text: str) -> Html:
    """Return a set-aside piece of a page: what it is, the rule that decided, its text."""
    reason = f"{why} (rule {rule})" if isinstance(why, str) else f"rule {rule}"
    head = element("p", element("strong", kind), f" \u00b7 {reason}", class_="px-where")
    return element("div", head, element("p", text, class_="px-piece", dir="auto"), class_="px-fold")


def folded(title: str, about: str, body: Html) -> Html:
    """Return a part that opens on its title."""
    head = element("summary", element("strong", title), element("span", f" {about}"))
    return element("details", head, body, class_="px-fold")


def frame_table(frame: pd.DataFrame, *, caption: str) -> Html:
    """Return a frame as a table; what is missing is left empty, never written as 0."""
    shown = frame.astype(object).where(frame.notna(), "")
    rows: list[list[Html | str]] = [
        [str(cell) for cell in row] for row in shown.itertuples(index=False)
    ]
    return table([str(head) for head in frame.columns], rows, caption=caption)
