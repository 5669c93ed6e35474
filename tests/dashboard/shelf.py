"""A library of invented articles for the Library page."""

from __future__ import annotations

from analysis import library
from analysis.collect.candidate import Candidate, Origin, Way
from analysis.types import Article, Basis

OLD = (
    "The ferry Aurora ran aground off the harbour of Lind on Tuesday evening with 140 people on "
    "board. The coast guard brought all passengers ashore before midnight. The captain said that "
    "fog had come up within minutes. Two people were treated in hospital for cold. The port "
    "authority closed the channel until Thursday. An inquiry will look at the radar records and "
    "at the lights of the north pier."
)
NEW = OLD.replace("Two people", "Three people").replace(
    " The port authority closed the channel until Thursday.", ""
)

HOSTILE = (
    "![x](http://evil.test/a.png)<script>alert(1)</script><img src=x onerror=alert(1)> *B* :red[r]"
)


def candidate(
    title: str,
    text: str,
    *,
    outlet: str | None = "Lind Courier",
    published: str | None = None,
    name: str = "lind.html",
    **fields: str,
) -> Candidate:
    """Return an article as a way in found it."""
    article = Article(
        "found",
        text,
        title=title,
        outlet=outlet,
        outlet_basis=Basis.STATED if outlet else Basis.UNKNOWN,
        published=published,
        published_basis=Basis.STATED if published else Basis.UNKNOWN,
        language=fields.pop("language", "en"),
        **fields,
    )
    return Candidate(article, Origin(Way.WEB, name))


def ferry() -> tuple[str, ...]:
    """Keep two versions of one report and an article of its own; return their ids."""
    url = "https://lind.test/ferry"
    later = "2024-05-02T09:00+02:00"
    found = library.add(
        [
            candidate("Ferry aground", OLD, published="2024-05-01T21:10+02:00", url=url),
            candidate("Ferry aground: three hurt", NEW, published=later, url=url),
            candidate("Bread is dearer", "The price of bread rose in June.", outlet="Town Herald"),
        ],
        author="MK",
    )
    return found.new
