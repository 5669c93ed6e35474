"""A Word file (.docx) -> its paragraphs and headings; pictures and macros are never looked at."""

from __future__ import annotations

import io
import zipfile
from html.parser import HTMLParser
from xml.parsers.expat import ExpatError

from analysis.collect.archive import Budget, opened, unpacked
from analysis.collect.fields import Given, Reading
from analysis.collect.names import shown, stem
from analysis.errors import InputError
from analysis.limits import MAX_XML_BYTES

_PARTS = (".xml", ".rels")
_FORBIDDEN = (b"<!DOCTYPE", b"<!ENTITY")
_STYLES = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => p:fresh"
_PARAGRAPHS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "tr", "br"})
_BACK_TO_TEXT = "↑"
"""The sign of the link from a footnote back to the text."""


def read_word(data: bytes, name: str) -> Reading:
    """Return the text of a Word file, one paragraph a line, and its title if it has one.

    Raises
    ------
    InputError
        If it is no Word file, or one with parts that no word processor writes.
    """
    import mammoth  # noqa: PLC0415 -- paid only for Word files

    try:
        page = mammoth.convert_to_html(
            io.BytesIO(_plain_parts(data)),
            convert_image=mammoth.images.img_element(lambda _: {}),
            style_map=_STYLES,
            include_embedded_style_map=False,
            external_file_access=False,
        )
    # What the library and the XML parser under it raise on parts that are not as they should be.
    except (ExpatError, OSError, ValueError, LookupError, TypeError, AttributeError) as err:
        message = f"not a Word file, or a damaged one ({shown(str(err))}); save it again as .docx"
        raise InputError(message) from err
    paragraphs = _Paragraphs()
    paragraphs.feed(page.value)
    paragraphs.close()
    text = "\n\n".join(paragraphs.found())
    given = {}
    if paragraphs.title:
        given["title"] = Given(paragraphs.title, f"the first heading: {shown(paragraphs.title)}")
    return Reading(stem(name), text, given)


def _plain_parts(data: bytes) -> bytes:
    """Return the file with nothing in it but its XML parts, each of them counted and plain."""
    archive, files = opened(io.BytesIO(data), kind="Word")
    budget = Budget()
    kept = io.BytesIO()
    names: set[str] = set()
    with archive, zipfile.ZipFile(kept, "w") as plain:
        for info in files:
            if not info.filename.lower().endswith(_PARTS) or info.filename in names:
                continue
            if info.file_size > MAX_XML_BYTES:
                message = (
                    f"{shown(info.filename)} unpacks to {info.file_size:,} bytes; at most "
                    f"{MAX_XML_BYTES:,} are read; save the text as .txt"
                )
                raise InputError(message)
            part = unpacked(archive, info, budget)
            if any(word in part for word in _FORBIDDEN) or b"\x00" in part:
                message = f"{shown(info.filename)} declares entities, as no word processor does"
                raise InputError(message)
            names.add(info.filename)
            plain.writestr(info.filename, part)
    if not any(name.startswith("word/") for name in names):
        message = "a zip file, but not a Word file; if it holds articles, end its name in .zip"
        raise InputError(message)
    return kept.getvalue()


class _Paragraphs(HTMLParser):
    """Collects the paragraphs of the markup that the converter writes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.title: str | None = None
        self._done: list[str] = []
        self._open: list[str] = []
        self._tag = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a paragraph."""
        del attrs
        if tag in _PARAGRAPHS:
            self._end()
            self._tag = tag

    def handle_endtag(self, tag: str) -> None:
        """End a paragraph."""
        if tag in _PARAGRAPHS:
            self._end()

    def handle_data(self, data: str) -> None:
        """Take words."""
        self._open.append(data)

    def found(self) -> list[str]:
        """Return the paragraphs, in order."""
        self._end()
        return self._done

    def _end(self) -> None:
        words = "".join(self._open).strip().removesuffix(_BACK_TO_TEXT).strip()
        self._open = []
        if words:
            if self._tag == "h1" and not self.title:
                self.title = words
            self._done.append(words)
