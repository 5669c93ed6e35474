import pytest

from analysis import metadata
from analysis.clean import clean, uncleaned
from analysis.metadata import read_metadata
from analysis.types import Article, Basis

HEAD = "Council closes bridge after cracks"
ONE = (
    "The council of Norwick voted on Tuesday to close the old bridge after engineers found cracks."
)
TWO = "The mayor of the town said in a speech that the work would begin in the spring of next year."

OUTLETS = """
[[outlets]]
id = "norwick-post"
name = "The Norwick Post"
aliases = ["NWP"]
domains = ["norwickpost.example"]

[[outlets]]
id = "tribune"
name = "Tribune"

[[outlets]]
id = "reuters"
name = "Reuters"
domains = ["reuters.example"]
"""


@pytest.fixture(autouse=True)
def _outlets(tmp_path, monkeypatch):
    path = tmp_path / "outlets.toml"
    path.write_text(OUTLETS)
    monkeypatch.setattr(metadata.paths, "OUTLETS", path)
    metadata.known_outlets.cache_clear()
    yield
    metadata.known_outlets.cache_clear()


def read(*lines, **fields):
    article = Article(id="x", text="\n\n".join(lines), **fields)
    return read_metadata(article, clean(article))


def test_what_the_page_states_is_filled_in():
    found = read(HEAD, "By Ann Lee and Bo Ek", "January 12, 2022", ONE, TWO)
    assert found.title == HEAD
    assert found.byline == "Ann Lee and Bo Ek"
    assert (found.published, found.published_basis) == ("2022-01-12", Basis.STATED)
    assert (found.outlet, found.outlet_basis) == (None, Basis.UNKNOWN)


def test_what_is_set_stays():
    given = {
        "title": "Given",
        "byline": "Given",
        "published": "2020-01-01",
        "published_basis": Basis.INFERRED,
        "outlet": "Given",
        "outlet_basis": Basis.INFERRED,
    }
    found = read(HEAD, "By Ann Lee, NWP", "January 12, 2022", ONE, TWO, **given)
    assert {key: getattr(found, key) for key in given} == given


def test_what_the_page_does_not_state_stays_unknown():
    found = read(ONE, TWO)
    assert (found.title, found.byline, found.published, found.outlet) == (None, None, None, None)
    assert found.published_basis is Basis.UNKNOWN


@pytest.mark.parametrize(
    ("lines", "published"),
    [
        (("Updated: January 14, 2022", "Published: January 12, 2022"), "2022-01-12"),
        (("Updated: January 14, 2022", "January 13, 2022"), "2022-01-13"),
        (("Last modified on January 14, 2022",), "2022-01-14"),
        (("By Ann Lee | January 12, 2022",), "2022-01-12"),
        (("Tuesday 11 January 2022 09:54 GMT",), "2022-01-11T09:54:00+00:00"),
        (("Published 3 hours ago",), None),
        (("January 12, 2022", "4:33pm EST"), "2022-01-12T16:33:00-05:00"),
        (("January 12, 2022", "January 13, 2022"), "2022-01-12"),
        (("03/04/2022",), None),
    ],
)
def test_the_date_of_publication_comes_before_that_of_an_update(lines, published):
    assert read(HEAD, *lines, ONE, TWO).published == published


def test_dates_in_the_text_are_not_the_date_of_the_article():
    assert read(HEAD, ONE, "January 5, 2021", TWO).published is None


@pytest.mark.parametrize(
    ("lines", "byline"),
    [
        (("By January 12, 2022",), None),
        (("Ann Lee", "11 May 2022"), "Ann Lee"),
        (("By Ann Lee | January 12, 2022",), "Ann Lee"),
        (("Written by: Ann Lee",), "Ann Lee"),
    ],
)
def test_authors(lines, byline):
    assert read(HEAD, *lines, ONE, TWO).byline == byline


@pytest.mark.parametrize(
    "lines",
    [
        (HEAD, "By Ann Lee, NWP", ONE, TWO),
        (HEAD, f"Norwick (NWP) — {ONE}", TWO),
        (HEAD, "By Norwick Post and Reuters", ONE, TWO),
    ],
)
def test_byline_or_dateline_state_the_outlet(lines):
    found = read(*lines)
    assert (found.outlet, found.outlet_basis) == ("The Norwick Post", Basis.STATED)


def test_the_address_states_the_outlet():
    found = read(HEAD, ONE, TWO, url="https://www.norwickpost.example/a?b=reuters.example")
    assert (found.outlet, found.outlet_basis) == ("The Norwick Post", Basis.STATED)
    assert read(HEAD, ONE, TWO, url="https://notnorwickpost.example/").outlet is None


@pytest.mark.parametrize(
    "line",
    [
        "Join our conversations, follow other Norwick Post readers and see their replies",
        "© 2022 The Norwick Post. All rights reserved.",
        "Subscribe to the Norwick Post for more",
        "Download the Norwick Post app",
        "The Norwick Post has contacted the council for comment.",
    ],
)
def test_a_page_that_speaks_of_its_own_outlet_lets_it_be_inferred(line):
    found = read(HEAD, ONE, TWO, line)
    assert (found.outlet, found.outlet_basis) == ("The Norwick Post", Basis.INFERRED)


@pytest.mark.parametrize(
    "lines",
    [
        (HEAD, f"NORWICK (Reuters) — {ONE}", TWO),
        (HEAD, ONE, "She told the Norwick Post that the bridge was safe until last year."),
        (HEAD, ONE, "They want to support the Norwick Post with money from the town."),
        (HEAD, "By Ann Lee, Norwick Post, and Bo Ek, Tribune", ONE, TWO),
    ],
)
def test_agencies_interviews_and_two_outlets_leave_it_open(lines):
    assert read(*lines).outlet is None


def test_no_file_of_outlets_is_no_error(tmp_path, monkeypatch):
    monkeypatch.setattr(metadata.paths, "OUTLETS", tmp_path / "none.toml")
    metadata.known_outlets.cache_clear()
    assert read(HEAD, "By Ann Lee, NWP", ONE, TWO).outlet is None


def test_uncleaned_text_states_nothing():
    article = Article(id="x", text=f"{HEAD}\n\nBy Ann Lee\n\n{ONE}")
    assert read_metadata(article, uncleaned(article)) == article
