"""HTML that is an article and nothing else -> its text, a blank line between blocks."""

from __future__ import annotations

from html.parser import HTMLParser

_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "figcaption",
        "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main",
        "nav", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul",
    }
)  # fmt: skip
_UNSEEN = frozenset({"script", "style", "template", "svg", "iframe", "noscript", "object"})


def fragment_text(html: str) -> str:
    """Return the words of a fragment as a reader sees them; blocks become paragraphs."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.text()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._blocks: list[list[str]] = [[]]
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, a line, or something nobody sees, whatever its attributes are."""
        del attrs
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag in _BLOCKS:
            self._blocks.append([])
        elif tag == "br":
            self._blocks[-1].append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End a block, or something nobody sees."""
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in _BLOCKS:
            self._blocks.append([])

    def handle_data(self, data: str) -> None:
        """Keep the words between tags."""
        if not self._unseen:
            # Line ends in markup are blanks; only <br> ends a line.
            self._blocks[-1].append(data.replace("\r", " ").replace("\n", " "))

    def text(self) -> str:
        """Return what was read so far."""
        blocks = ("".join(pieces).split("\n") for pieces in self._blocks)
        lines = ("\n".join(filter(None, (" ".join(line.split()) for line in b))) for b in blocks)
        return "\n\n".join(filter(None, lines))
