from dataclasses import replace

import pytest

from analysis.compare.units import MIN_ARTICLES
from analysis.measures.base import MIN_QUOTES
from analysis.review.audit import (
    NOT_KNOWN,
    UNNAMED,
    By,
    row_of,
    section_of,
    source_kinds,
    source_shares,
)
from analysis.types import Article, Role
from tests.analysis.review.drafts import other, said, with_quotes

OFFICIAL, CITIZEN = (Role.GOVERNMENT, True), (Role.CITIZEN, False)


def article(*speakers, day="2026-01-05", url="https://post.example/world/port"):
    made = other("Post", " ".join(f"Word{n} was said." for n in range(len(speakers) + 1)))
    quotes = [
        said(made, f"Word{n}", number=n, role=role, named=named)
        for n, (role, named) in enumerate(speakers)
    ]
    changed = replace(made.article, published=day, url=url)
    return replace(with_quotes(made, *quotes), article=changed)


def rows(frame, what=None):
    found = frame if what is None else frame[frame["what"] == what]
    return found.set_index("row").to_dict("index")


def test_shares_are_of_the_quotes_of_a_row_with_a_range():
    made = [article(OFFICIAL, CITIZEN) for _ in range(MIN_ARTICLES)]
    found = rows(source_shares(made, By.MONTH), "citizen")["2026-01"]
    assert (found["k"], found["n"], found["articles"]) == (5, 10, 5)
    assert found["share"] == 0.5
    assert found["low"] < 0.5 < found["high"]
    assert found["status"] == "ok"


def test_unnamed_speakers_are_counted_and_no_speaker_found_is_not_unnamed():
    made = [article(OFFICIAL, CITIZEN) for _ in range(MIN_ARTICLES)]
    lost = made[0]
    quotes = (lost.quotes[0], replace(lost.quotes[1], speaker=None))
    found = rows(source_shares([replace(lost, quotes=quotes), *made[1:]], By.MONTH), UNNAMED)
    assert found["2026-01"]["k"] == 4


def test_range_is_wider_where_articles_differ_than_where_they_agree():
    alike = [article(OFFICIAL, CITIZEN) for _ in range(6)]
    apart = [article(OFFICIAL, OFFICIAL) for _ in range(3)]
    apart += [article(CITIZEN, CITIZEN) for _ in range(3)]
    narrow, wide = (
        rows(source_shares(each, By.MONTH), "citizen")["2026-01"] for each in (alike, apart)
    )
    assert narrow["share"] == wide["share"] == 0.5
    assert wide["high"] - wide["low"] > narrow["high"] - narrow["low"]


@pytest.mark.parametrize(
    ("n_articles", "speakers"),
    [(MIN_ARTICLES - 1, [OFFICIAL] * 4), (MIN_ARTICLES, [])],
    ids=["articles", "no quotes"],
)
def test_too_few_keep_their_counts_and_have_no_share(n_articles, speakers):
    made = [article(*speakers) for _ in range(n_articles)]
    found = rows(source_shares(made, By.MONTH), UNNAMED)["2026-01"]
    assert found["share"] is None or found["share"] != found["share"]
    assert found["n"] == n_articles * len(speakers)
    assert found["status"] in {"too_few", "not_applicable"}


def test_too_few_quotes_have_no_share():
    made = [article() for _ in range(MIN_ARTICLES)]
    made[0] = article(*[OFFICIAL] * (MIN_QUOTES - 1))
    assert rows(source_shares(made, By.MONTH), UNNAMED)["2026-01"]["status"] == "too_few"


def test_kinds_are_the_effective_number_with_a_range_around_it():
    made = [article(OFFICIAL, CITIZEN) for _ in range(10)]
    found = rows(source_kinds(made, By.MONTH))["2026-01"]
    # exp(ln 2 + 1 / 40), Miller and Madow's correction for 20 quotes
    assert found["kinds"] == pytest.approx(2.0506, abs=1e-4)
    assert found["low"] <= found["kinds"] <= found["high"]
    assert (found["quotes"], found["n"]) == (20, 20)


def test_unknown_kind_is_left_out_of_kinds():
    made = [article(OFFICIAL, (Role.UNKNOWN, True)) for _ in range(10)]
    found = rows(source_kinds(made, By.MONTH))["2026-01"]
    assert (found["quotes"], found["n"], found["kinds"]) == (20, 10, 1.0)


def test_rows_are_months_sections_or_both_in_order_with_what_is_not_known_last():
    made = [
        article(OFFICIAL, day="2026-02-01"),
        article(OFFICIAL, day=None),
        article(OFFICIAL, url="https://post.example/sport/cup"),
    ]
    assert list(source_kinds(made, By.MONTH)["row"]) == ["2026-01", "2026-02", NOT_KNOWN]
    assert list(source_kinds(made, By.SECTION)["row"]) == ["sport", "world"]
    assert row_of(made[0].article, By.BOTH) == "2026-02, world"


@pytest.mark.parametrize(
    ("url", "section"),
    [
        ("https://post.example/world/2026/port", "world"),
        ("https://post.example/uk-news/port", "uk-news"),
        ("https://post.example/port-strike", NOT_KNOWN),
        ("https://post.example/2026/01/port", NOT_KNOWN),
        (None, NOT_KNOWN),
    ],
)
def test_section_is_the_first_part_of_the_address(url, section):
    assert section_of(Article("a", "Text.", url=url)) == section


def test_stated_form_wins_over_the_address():
    made = Article("a", "Text.", url="https://post.example/world/port", genre="opinion")
    assert section_of(made) == "opinion"


def test_no_article_gives_empty_tables_with_all_columns():
    assert list(source_shares([], By.MONTH).columns)[:2] == ["row", "what"]
    assert len(source_kinds([], By.MONTH)) == 0
