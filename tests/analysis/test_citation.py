from datetime import date

from analysis.citation import citation
from analysis.types import Article

READ = date(2026, 11, 22)


def test_a_citation_names_author_headline_outlet_date_address_sentence_and_day():
    article = Article(
        id="a",
        text="Troops left.",
        outlet="The Example",
        title="Troops\nleave",
        byline="Ann Lee",
        published="2022-01-11T09:54:00+00:00",
        url="https://example.org/a",
    )
    assert citation(article, "Troops  left.", READ) == (
        "Ann Lee, “Troops leave”, The Example, 11 January 2022, https://example.org/a, "
        "“Troops left.”, read on 22 November 2026 with Parallax."
    )


def test_what_is_not_known_is_said():
    article = Article(id="page-7", text="Troops left.")
    assert citation(article, "Troops left.", READ) == (
        "no headline found, page-7, no date known, “Troops left.”, "
        "read on 22 November 2026 with Parallax."
    )
