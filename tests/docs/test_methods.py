"""The method document says of every measure, status and category what the code says."""

import re

import pytest
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from analysis import paths
from analysis.clean import RULES
from analysis.measures import MEASURES
from analysis.measures.statistics import LEVEL, REPLICATES, wilson
from analysis.measures.tone import MAX_WORDS
from analysis.types import BlockKind, CueClass, QuoteKind, Role, Status, Use, Voice

TEXT = (paths.DOCS / "methods.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^### `(\w+)`\n(.*?)(?=^##|\Z)", TEXT, re.MULTILINE | re.DOTALL))
PARTS = ("Counts", "Unit", "Direction", "Formula", "Interval", "Too few below", "Source", "Limits")
AUTHOR_YEAR = re.compile(r"((?:[A-Z]\w+ & )?[A-Z]\w+(?: et al\.)?) \((\d{4})\)")

by_key = pytest.mark.parametrize("entry", MEASURES, ids=lambda entry: entry.key)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _part(key: str, name: str) -> str:
    found = re.search(rf"^- {name}: (.*?)(?=^- |\Z)", SECTIONS[key], re.MULTILINE | re.DOTALL)
    assert found, f"docs/methods.md, section `{key}`: no line '- {name}: ...'"
    return _one_line(found.group(1))


def test_sections_are_the_measures_in_display_order():
    assert list(SECTIONS) == [entry.key for entry in MEASURES]


@by_key
def test_each_section_has_every_part_and_its_label(entry):
    assert SECTIONS[entry.key].startswith(f"\n**{entry.label}.**\n")
    assert all(_part(entry.key, name) for name in PARTS)


@by_key
def test_each_section_gives_unit_direction_and_minimum_as_the_code_does(entry):
    assert _part(entry.key, "Unit").startswith(entry.unit)
    assert entry.reading in _part(entry.key, "Direction")
    assert _part(entry.key, "Too few below") == f"{entry.minimum or 'no minimum'}."


@by_key
def test_each_cited_author_and_year_is_in_the_document(entry):
    for author, year in AUTHOR_YEAR.findall(entry.citation):
        assert f"{author} ({year})" in TEXT


@by_key
def test_each_cited_author_and_year_is_in_the_list_of_sources(entry):
    sources = TEXT.partition("\n## Sources\n")[2]
    for author, year in AUTHOR_YEAR.findall(entry.citation):
        first = author.split()[0]
        assert re.search(rf"^- {first}, [^(]*\({year}\)", sources, re.MULTILINE), (author, year)


def test_author_and_year_are_found_in_citations():
    found = AUTHOR_YEAR.findall(
        "As in Hill (1973), Kincaid et al. (1975) and Coleman & Liau (1975)."
    )
    assert found == [("Hill", "1973"), ("Kincaid et al.", "1975"), ("Coleman & Liau", "1975")]


@pytest.mark.parametrize(
    "name", [*Status, *Voice, *Use, *QuoteKind, *CueClass, *Role], ids=lambda name: repr(name)
)
def test_each_category_has_a_row_in_a_table(name):
    assert re.search(rf"^\| `{name.value}` \| \S", TEXT, re.MULTILINE)


@pytest.mark.parametrize("kind", BlockKind)
def test_each_kind_of_block_is_in_a_table(kind):
    assert re.search(rf"^\| [`\w, ]*`{kind.value}`[^|]*\| \S", TEXT, re.MULTILINE)


def test_each_family_of_cleaning_rules_has_a_row_in_a_table():
    rows = "\n".join(re.findall(r"^\| `\w+\.`.*", TEXT, re.MULTILINE))
    assert [f for f in {rule.split(".")[0] for rule in RULES} if f"`{f}.`" not in rows] == []


def test_example_ranges_are_wilsons():
    rows = re.findall(r"^\| (\d+) of (\d+) \| (\d+) % \| (\d+) % to (\d+) % \|", TEXT, re.MULTILINE)
    assert len(rows) == 4
    for k, n, share, low, high in (map(int, row) for row in rows):
        interval = wilson(k, n)
        shown = [round(100 * value) for value in (k / n, interval.low, interval.high)]
        assert shown == [share, low, high]


def test_example_scores_are_vaders():
    rows = re.findall(r"^\| ([A-Z][^|]*\.) \| ([+−]?\d\.\d\d) \|", TEXT, re.MULTILINE)
    assert len(rows) == 8
    vader = SentimentIntensityAnalyzer()
    for sentence, shown in rows:
        compound = vader.polarity_scores(sentence)["compound"]
        assert round(compound, 2) == float(shown.replace("−", "-")), sentence


def test_example_words_have_the_weights_that_are_named():
    lexicon = SentimentIntensityAnalyzer().lexicon
    named = re.findall(r'"(\w+)"(?: weighs)? ([+−]\d\.\d)', TEXT)
    assert [word for word, _ in named] == [
        "security",
        "peacekeepers",
        "united",
        "protest",
        "protesters",
    ]
    assert all(lexicon[word] == float(shown.replace("−", "-")) for word, shown in named)
    absent = re.search(r"^- (.*) are not on the list at all", TEXT, re.MULTILINE).group(1)
    assert [word for word in re.findall(r'"(\w+)"', absent) if word in lexicon] == []


def test_numbers_of_the_statistics_are_the_codes():
    assert f"{LEVEL:.0%}".replace("%", " %") + " intervals" in TEXT
    assert f"{REPLICATES:,} times" in TEXT
    assert f"{MAX_WORDS} words" in TEXT


def test_the_document_is_plain_markdown_for_the_method_page():
    outside_code = re.sub(r"```.*?```|`[^`]*`", "", TEXT, flags=re.DOTALL)
    assert not re.search(r"<\w|!\[|\]\(|\$|~~|:\w+:|https?:", outside_code)


def test_lists_named_in_the_text_exist():
    named = re.findall(r"`(data/[\w./-]+)`", TEXT)
    assert named
    assert [path for path in named if not (paths.ROOT / path).exists()] == []
