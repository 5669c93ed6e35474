"""Small pieces of HTML that several pages share; every text in them is escaped."""

from __future__ import annotations

from analysis.render import Html, element, joined

CLASS = "px-text"


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
