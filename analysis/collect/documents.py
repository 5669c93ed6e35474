"""One .txt or .html file -> one Article."""

from dataclasses import replace
from pathlib import Path

from analysis.collect.html import read_page
from analysis.decoding import decoded
from analysis.limits import checked_size, checked_text
from analysis.types import Article, Basis


def read_document(path: Path) -> Article:
    """Return the article in a text file or a saved web page; its id is the file's name.

    Raises
    ------
    InputError
        If the file is empty, too large, not text, or holds no article.
    """
    checked_size(path)
    text = decoded(path.read_bytes())
    if path.suffix.lower() == ".txt":
        return Article(id=path.stem, text=checked_text(text))
    page = read_page(text)
    article = Article(id=path.stem, text=checked_text(page.text), url=page.url)
    return replace(
        article,
        title=page.title,
        byline=page.byline,
        outlet=page.outlet,
        outlet_basis=Basis.STATED if page.outlet else Basis.UNKNOWN,
        published=page.published,
        published_basis=Basis.STATED if page.published else Basis.UNKNOWN,
    )
