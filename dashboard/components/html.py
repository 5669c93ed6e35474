"""Small pieces of HTML that several pages share; every text in them is escaped."""

from __future__ import annotations

from analysis.render import Html, element, joined

CLASS = "px-text"

SHAPES = ("\u25cf", "\u25c6", "\u25a0", "\u25b2", "\u271a")
"""The marker shapes of the figures, in the same order (theme.SYMBOLS)."""


def paragraph(*parts: Html | str, kind: str = CLASS) -> Html:
    """Return a paragraph of the given style."""
    return element("p", *parts, class_=kind)


def takeaway(text: str) -> Html:
    """Return the one sentence that a figure says, from its counts."""
    return element("p", text, class_="px-takeaway")


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


def table(heads: list[str], rows: list[list[Html | str]], *, caption: str) -> Html:
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


def key(entries: list[tuple[str, int]]) -> Html:
    """Return what the marks stand for: shape, colour and name, side by side."""
    items = [
        element(
            "li",
            element("span", SHAPES[place % len(SHAPES)], class_=f"px-shape px-c{place % 5 + 1}"),
            element("span", f" {name}"),
        )
        for name, place in entries
    ]
    return element("ul", *items, class_="px-key")
