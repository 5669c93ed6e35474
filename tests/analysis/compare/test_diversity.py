import math
from dataclasses import replace

import pytest

from analysis.compare import diversity as made
from analysis.compare.outlets import voices
from analysis.tables import tidy
from analysis.types import QuoteKind, Role, Span
from tests.analysis.factories import annotated, prose, quote

GOVERNMENT, EXPERT, CITIZEN = Role.GOVERNMENT, Role.EXPERT, Role.CITIZEN


def _article(outlet, *speakers, kind=QuoteKind.DIRECT):
    """Return an article whose quotes are (name, role) in text order."""
    quotes = tuple(
        replace(
            quote(n, Span(10 * n, 10 * n + 5), kind=kind, speaker=name, role=role),
            speaker_id=name.lower().replace(" ", "-") if name else None,
            named=bool(name) and name.istitle(),
            source=Span(0, 3) if name else None,
        )
        for n, (name, role) in enumerate(speakers, start=1)
    )
    found = annotated(prose(30), quotes=quotes, outlet=outlet)
    return replace(found, article=replace(found.article, id=outlet.lower()))


def _tables(*articles):
    tables = {name: tidy(name, articles) for name in ("articles", "blocks", "quotes")}
    heard = voices(tables["quotes"], tables["articles"], tables["blocks"])
    return tables["quotes"], heard, tables["articles"]


def _diversity(*articles):
    return made.diversity(*_tables(*articles)).set_index("outlet")


MANY = [("Ann Lee", GOVERNMENT)] * 4 + [("Bo Ek", EXPERT)] * 2
FEW = [("Ann Lee", GOVERNMENT)] * 3 + [("Bo Ek", EXPERT), ("a resident", CITIZEN)]


def test_effective_number_of_two_even_kinds_is_two_and_the_correction():
    # H = ln 2 + (2 - 1) / (2 * 10); exp(H) = 2 * exp(0.05)
    assert made.effective_number([5, 5]) == pytest.approx(2 * math.exp(0.05))


def test_effective_number_of_one_kind_is_one_and_of_none_is_undefined():
    assert made.effective_number([7]) == 1.0
    assert made.effective_number([]) is None
    assert made.effective_number([0, 0]) is None


@pytest.mark.parametrize(
    ("counts", "drawn", "expected"),
    [
        ([3, 1], 4, 2.0),  # all drawn: every kind is seen
        ([3, 1], 1, 1.0),  # one drawn: one kind
        ([2, 2], 2, 2 * (1 - 1 / 6)),  # C(2, 2) / C(4, 2) = 1 / 6 for each
        ([3, 1], 2, (1 - 0) + (1 - 3 / 6)),  # C(1, 2) = 0; C(3, 2) / C(4, 2) = 3 / 6
    ],
)
def test_rarefaction_expects_kinds_in_a_draw(counts, drawn, expected):
    assert made.rarefied(counts, drawn) == pytest.approx(expected)


@pytest.mark.parametrize(("counts", "drawn"), [([3, 1], 5), ([3, 1], 0), ([], 1)])
def test_rarefaction_of_more_than_there_are_is_undefined(counts, drawn):
    assert made.rarefied(counts, drawn) is None


def test_outlets_are_compared_at_the_fewest_quotes_of_any_with_enough():
    rows = _diversity(_article("Post", *MANY), _article("Courier", *FEW), _article("Echo"))
    assert rows["drawn"].tolist() == [5, 5, 5]
    assert rows.loc["Post", ["n", "seen"]].tolist() == [6, 2]
    # 1 - C(2, 5) / C(6, 5) = 1 and 1 - C(4, 5) / C(6, 5) = 1: five of six show both kinds
    assert rows.loc["Post", "rarefied"] == 2.0
    assert rows.loc["Courier", "rarefied"] == 3.0
    assert rows.loc["Post", "low"] <= rows.loc["Post", "roles"]


def test_below_five_quotes_there_is_no_effective_number():
    rows = _diversity(_article("Post", *MANY[:4]))
    assert rows.loc["Post", ["roles", "low", "high", "rarefied"]].isna().all()
    assert (rows.loc["Post", "n"], rows.loc["Post", "status"]) == (4, "too_few")


def test_an_outlet_without_quotes_has_a_row_and_no_shares():
    rows = _diversity(_article("Post", *MANY), _article("Echo"))
    assert rows.loc["Echo", "quotes"] == 0
    assert rows.loc["Echo", "status"] == "not_applicable"
    assert rows.loc["Echo", ["named_share", "direct_share", "first", "first_at"]].isna().all()


def test_unknown_kinds_are_left_out_of_the_number_but_not_of_the_shares():
    rows = _diversity(_article("Post", *MANY, (None, Role.UNKNOWN), ("a man", Role.UNKNOWN)))
    row = rows.loc["Post"]
    assert (row["n"], row["quotes"], row["unresolved"]) == (6, 8, 1)
    assert (row["named"], row["named_share"]) == (6, 0.75)
    assert (row["unnamed"], row["unnamed_share"]) == (1, 0.125)
    # Wilson for 6 of 8
    assert (row["named_low"], row["named_high"]) == (
        pytest.approx(0.4093, abs=1e-4),
        pytest.approx(0.9285, abs=1e-4),
    )


def test_direct_share_counts_words_inside_marks_only():
    rows = _diversity(_article("Post", *MANY), _article("Courier", *MANY, kind=QuoteKind.INDIRECT))
    assert rows["direct_share"].tolist() == [1.0, 0.0]


def test_first_voice_is_the_speaker_found_first():
    rows = _diversity(_article("Post", (None, Role.UNKNOWN), ("Bo Ek", EXPERT), *MANY))
    assert rows.loc["Post", ["first", "first_role"]].tolist() == ["Bo Ek", "expert"]
    assert 0 < rows.loc["Post", "first_at"] < 1


def test_the_range_is_the_same_on_every_run():
    article = _article("Post", *MANY)
    assert _diversity(article).equals(_diversity(article))


def test_speakers_and_kinds_heard_only_elsewhere_are_named_with_where():
    quotes, _, articles = _tables(_article("Post", *MANY), _article("Courier", *FEW))
    rows = made.unheard(quotes, articles)
    assert rows[["outlet", "what", "speaker", "role", "heard_in", "quotes"]].astype(object).where(
        rows.notna(), None
    ).values.tolist() == [
        ["Post", "speaker", "a resident", "citizen", "Courier", 1],
        ["Post", "role", None, "citizen", "Courier", 1],
    ]


def test_an_outlet_without_quotes_hears_nobody():
    quotes, _, articles = _tables(_article("Post", ("Ann Lee", GOVERNMENT)), _article("Echo"))
    rows = made.unheard(quotes, articles)
    assert rows["outlet"].tolist() == ["Echo", "Echo"]
    assert rows["what"].tolist() == ["speaker", "role"]


def test_one_outlet_alone_misses_nobody():
    quotes, _, articles = _tables(_article("Post", *MANY))
    assert len(made.unheard(quotes, articles)) == 0


def test_aliases_list_the_words_of_every_speaker_and_unknown_ones_last():
    article = _article("Post", (None, Role.UNKNOWN), *MANY)
    quotes, *_ = _tables(article)
    rows = made.aliases(quotes, quotes)
    assert rows["speaker"].fillna("").tolist() == ["Ann Lee", "Bo Ek", ""]
    assert rows["quotes"].tolist() == [4, 2, 1]
    assert rows["alias"].tolist() == ["The", "The", ""]
    assert rows["was"].isna().all()


def test_aliases_say_what_a_corrected_speaker_was():
    before = _article("Post", *MANY)
    after = replace(
        before, quotes=(replace(before.quotes[0], speaker="Anna Li"), *before.quotes[1:])
    )
    rows = made.aliases(_tables(after)[0], _tables(before)[0])
    assert rows.set_index("speaker")["was"].dropna().to_dict() == {"Anna Li": "Ann Lee"}


def test_no_article_gives_empty_tables():
    quotes, heard, articles = _tables()
    assert len(made.diversity(quotes, heard, articles)) == 0
    assert len(made.unheard(quotes, articles)) == 0
    assert len(made.aliases(quotes, quotes)) == 0
