from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import library
from analysis.corrected import corrected, corrected_stories, name_speaker, not_applied
from analysis.corrections import Corrections, key_of, read_corrections, take_back
from analysis.decided import is_name, mention_words
from analysis.library import EditKind
from analysis.measures import measure
from analysis.types import Quote, QuoteKind, Role, Span
from tests.analysis.factories import annotated

SPEAKER, ALIAS, QUOTE, ROLE = EditKind.SPEAKER, EditKind.ALIAS, EditKind.QUOTE, EditKind.ROLE

TEXT = "Ann Lee spoke. The mayor spoke. Bo Ek spoke. Analysts spoke. Somebody spoke."
MENTIONS = ("Ann Lee", "The mayor", "Bo Ek", "Analysts", None)
SPEAKERS = ("Ann Lee", "Ann Lee", "Bo Ek", "analysts", None)
ROLES = (Role.GOVERNMENT, Role.GOVERNMENT, Role.EXPERT, Role.EXPERT, Role.UNKNOWN)
STARTS = (8, 25, 38, 54, 70)
"""Where each "spoke" begins: the words taken for a quote."""


def _article(article_id="a1", story="rain"):
    rows = zip(MENTIONS, SPEAKERS, ROLES, STARTS, strict=True)
    quotes = tuple(
        Quote(
            id=f"q{number}",
            kind=QuoteKind.DIRECT,
            content=(Span(start, start + 5),),
            source=Span(TEXT.index(words), TEXT.index(words) + len(words)) if words else None,
            speaker=name,
            speaker_id=name.lower().replace(" ", "-") if name else None,
            role=role,
            role_basis="mayor" if role is Role.GOVERNMENT else None,
            named=name in {"Ann Lee", "Bo Ek"},
            institution="Town Hall" if name == "Ann Lee" else None,
        )
        for number, (words, name, role, start) in enumerate(rows, start=1)
    )
    made = annotated(TEXT, quotes=quotes)
    made = replace(made, article=replace(made.article, id=article_id, story=story))
    return replace(made, measures=measure(made))


ARTICLE = _article()


def _decided(**kinds):
    return Corrections(found={EditKind[name]: table for name, table in kinds.items()})


def _speakers(article):
    return [quote.speaker for quote in article.quotes]


def test_no_decision_leaves_the_very_same_articles():
    assert corrected((ARTICLE,), Corrections()) == (ARTICLE,)


def test_a_new_name_keeps_role_institution_and_what_decided_them():
    (found,) = corrected((ARTICLE,), _decided(SPEAKER={("ann-lee",): "Anna  Li"}))
    first = found.quotes[0]
    assert (first.speaker, first.speaker_id, first.named) == ("Anna Li", "anna-li", True)
    assert (first.role, first.role_basis, first.institution) == (
        Role.GOVERNMENT,
        "mayor",
        "Town Hall",
    )
    assert _speakers(found) == ["Anna Li", "Anna Li", "Bo Ek", "analysts", None]


def test_the_name_of_another_speaker_merges_the_two_under_that_ones_role():
    (found,) = corrected((ARTICLE,), _decided(SPEAKER={("ann-lee",): "bo ek"}))
    assert _speakers(found) == ["Bo Ek", "Bo Ek", "Bo Ek", "analysts", None]
    assert {q.role for q in found.quotes[:3]} == {Role.EXPERT}
    assert {q.institution for q in found.quotes[:3]} == {None}
    assert all(q.named for q in found.quotes[:3])


def test_a_speaker_merged_into_an_unnamed_one_is_unnamed():
    (found,) = corrected((ARTICLE,), _decided(SPEAKER={("bo-ek",): "analysts"}))
    assert (found.quotes[2].speaker, found.quotes[2].named) == ("analysts", False)


def test_another_spelling_of_the_same_name_is_no_other_speaker():
    (found,) = corrected((ARTICLE,), _decided(SPEAKER={("analysts",): "Analysts"}))
    assert (found.quotes[3].speaker, found.quotes[3].speaker_id) == ("Analysts", "analysts")


def test_a_mention_is_given_to_somebody_else_and_other_mentions_stay():
    (found,) = corrected((ARTICLE,), _decided(ALIAS={("ann-lee", "the mayor"): "Bo Ek"}))
    assert _speakers(found) == ["Ann Lee", "Bo Ek", "Bo Ek", "analysts", None]
    assert found.quotes[1].role is Role.EXPERT


def test_a_mention_given_to_somebody_new_keeps_nothing_of_whoever_it_was():
    (found,) = corrected((ARTICLE,), _decided(ALIAS={("ann-lee", "the mayor"): "Cy Dahl"}))
    second = found.quotes[1]
    assert (second.speaker, second.speaker_id, second.named) == ("Cy Dahl", "cy-dahl", True)
    assert (second.role, second.role_basis, second.institution) == (Role.UNKNOWN, None, None)


def test_a_mention_of_nobody_known_has_no_speaker():
    (found,) = corrected((ARTICLE,), _decided(ALIAS={("ann-lee", "the mayor"): ""}))
    second = found.quotes[1]
    assert (second.speaker, second.speaker_id, second.named) == (None, None, False)
    assert (second.role, second.institution) == (Role.UNKNOWN, None)


def test_one_quote_is_given_to_a_speaker_even_where_nobody_was_found():
    (found,) = corrected((ARTICLE,), _decided(QUOTE={("a1", "70"): "Ann Lee"}))
    assert (found.quotes[4].speaker_id, found.quotes[4].role) == ("ann-lee", Role.GOVERNMENT)


def test_quote_wins_over_mention_and_mention_over_speaker():
    decided = _decided(
        QUOTE={("a1", "8"): "Cy Dahl"},
        ALIAS={("ann-lee", "ann lee"): "Di Orr", ("ann-lee", "the mayor"): "Di Orr"},
        SPEAKER={("ann-lee",): "Bo Ek"},
    )
    (found,) = corrected((ARTICLE,), decided)
    assert _speakers(found)[:3] == ["Cy Dahl", "Di Orr", "Bo Ek"]


def test_a_merged_speaker_follows_a_later_new_name():
    decided = _decided(SPEAKER={("ann-lee",): "Bo Ek", ("bo-ek",): "Bob Eck"})
    (found,) = corrected((ARTICLE,), decided)
    assert _speakers(found)[:3] == ["Bob Eck"] * 3
    assert {q.role for q in found.quotes[:3]} == {Role.EXPERT}


def test_names_that_point_at_each_other_make_one_speaker():
    decided = _decided(SPEAKER={("ann-lee",): "Bo Ek", ("bo-ek",): "Ann Lee"})
    (found,) = corrected((ARTICLE,), decided)
    assert {q.speaker_id for q in found.quotes[:3]} == {"ann-lee"}


def test_two_speakers_with_one_new_name_share_the_role_of_the_one_heard_more():
    decided = _decided(SPEAKER={("ann-lee",): "The Board", ("bo-ek",): "The Board"})
    (found,) = corrected((ARTICLE,), decided)
    assert {(q.speaker, q.role) for q in found.quotes[:3]} == {("The Board", Role.GOVERNMENT)}


def test_a_role_is_set_and_says_who_set_it():
    (found,) = corrected((ARTICLE,), _decided(ROLE={("ann-lee",): "witness"}))
    assert [(q.role, q.role_basis) for q in found.quotes[:2]] == [(Role.WITNESS, "a reader")] * 2
    assert found.quotes[2] == ARTICLE.quotes[2]


def test_a_role_survives_a_new_name_but_not_a_merge():
    role = {("ann-lee",): "witness"}
    (renamed,) = corrected((ARTICLE,), _decided(ROLE=role, SPEAKER={("ann-lee",): "Anna Li"}))
    assert renamed.quotes[0].role is Role.WITNESS
    (merged,) = corrected((ARTICLE,), _decided(ROLE=role, SPEAKER={("ann-lee",): "Bo Ek"}))
    assert merged.quotes[0].role is Role.EXPERT


@pytest.mark.parametrize(
    "kinds",
    [
        {"SPEAKER": {("nobody",): "Bo Ek"}},
        {"SPEAKER": {("ann-lee",): " ... "}},
        {"ALIAS": {("ann-lee", "the minister"): "Bo Ek"}},
        {"QUOTE": {("a2", "8"): "Bo Ek"}},
        {"QUOTE": {("a1", "9"): ""}},
        {"ROLE": {("nobody",): "expert"}},
        {"ROLE": {("ann-lee",): "wizard"}},
    ],
)
def test_what_is_not_there_changes_nothing_and_is_named(kinds):
    decided = _decided(**kinds)
    assert corrected((ARTICLE,), decided) == (ARTICLE,)
    ((kind, key, value),) = not_applied((ARTICLE,), decided)
    assert {kind.name: {key: value}} == kinds


def test_what_is_applied_is_not_named():
    decided = _decided(
        SPEAKER={("ann-lee",): "Anna Li"},
        ALIAS={("bo-ek", "bo ek"): "Cy Dahl"},
        QUOTE={("a1", "70"): "Bo Ek"},
        ROLE={("anna-li",): "witness"},
    )
    assert not_applied((ARTICLE,), decided) == ()


def test_measures_are_taken_anew_only_where_a_quote_changed():
    other = _article("a2")
    first, second = corrected((ARTICLE, other), _decided(QUOTE={("a1", "54"): "Ann Lee"}))
    assert second is other
    named = {row.measure: row.value for row in first.measures}
    assert named["named_share"] == 0.8  # 4 of 5 quotes; 3 before
    assert {row.measure: row.value for row in ARTICLE.measures}["named_share"] == 0.6


def test_articles_of_several_stories_keep_their_order_and_their_own_decisions():
    articles = (_article("a1", "rain"), _article("b1", "snow"), _article("a2", "rain"))
    decided = {"rain": _decided(SPEAKER={("ann-lee",): "Anna Li"}), "snow": Corrections()}
    found = list(corrected_stories(iter(articles), decided))
    assert [each.article.id for each in found] == ["a1", "b1", "a2"]
    assert [each.quotes[0].speaker for each in found] == ["Anna Li", "Ann Lee", "Anna Li"]


def test_without_a_decision_articles_of_several_stories_are_passed_on_one_by_one():
    passed = iter([ARTICLE])
    assert corrected_stories(passed, {"rain": Corrections()}) is passed


def test_mentions_are_compared_without_case_and_spacing():
    article = annotated("The  MAYOR spoke.")
    quote = Quote("q1", QuoteKind.DIRECT, (Span(11, 16),), source=Span(0, 10))
    assert mention_words(article, quote) == "the mayor"
    assert mention_words(article, replace(quote, source=None)) == ""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Ann Lee", True),
        ("the Interior Ministry", True),
        ("a resident of Oslo", False),
        ("the", False),
        ("", False),
    ],
)
def test_a_name_begins_with_a_capital(words, expected):
    assert is_name(words) is expected


def test_a_correction_is_kept_when_the_text_and_the_analysis_change():
    library.edit("rain", SPEAKER, key_of("ann-lee"), "Anna Li")
    library.edit("rain", QUOTE, key_of("a1", 8), "Bo Ek")
    changed = replace(
        ARTICLE,
        article=replace(ARTICLE.article, text=f"{TEXT} More."),
        quotes=(replace(ARTICLE.quotes[0], content=(Span(9, 13),)), *ARTICLE.quotes[1:]),
    )
    decided = read_corrections("rain")
    assert _speakers(*corrected((changed,), decided))[:2] == ["Anna Li", "Anna Li"]
    assert [each.kind for each in not_applied((changed,), decided)] == [QUOTE]
    assert _speakers(*corrected((ARTICLE,), decided))[:2] == ["Bo Ek", "Anna Li"]


def test_undoing_brings_back_the_former_state():
    name_speaker("rain", "ann-lee", "Anna Li")
    library.edit("rain", ROLE, key_of("ann-lee"), "witness")
    name, role = library.history("rain")
    library.undo(name.id)
    (found,) = corrected((ARTICLE,), read_corrections("rain"))
    assert (found.quotes[0].speaker, found.quotes[0].role) == ("Ann Lee", Role.WITNESS)
    library.undo(role.id)
    assert corrected((ARTICLE,), read_corrections("rain")) == (ARTICLE,)


def test_going_back_to_the_former_name_takes_the_new_one_back():
    name_speaker("rain", "ann-lee", "Anna Li")
    name_speaker("rain", "anna-li", "Anna Lind")
    name_speaker("rain", "anna-lind", "Ann Lee")
    assert corrected((ARTICLE,), read_corrections("rain")) == (ARTICLE,)
    assert read_corrections("rain").of(SPEAKER) == {}


def test_taking_one_decision_back_leaves_the_others():
    name_speaker("rain", "ann-lee", "Anna Li")
    name_speaker("rain", "bo-ek", "Bob Eck")
    take_back("rain", SPEAKER, "ann-lee")
    (found,) = corrected((ARTICLE,), read_corrections("rain"))
    assert _speakers(found)[:3] == ["Ann Lee", "Ann Lee", "Bob Eck"]


NAMES = st.sampled_from(["Ann Lee", "Bo Ek", "analysts", "Cy Dahl", "ANN LEE", "", "..."])
IDS = st.sampled_from(["ann-lee", "bo-ek", "analysts", "cy-dahl", "nobody"])
WORDS = st.sampled_from(["ann lee", "the mayor", "bo ek", "analysts", ""])
DECISIONS = st.fixed_dictionaries(
    {
        SPEAKER: st.dictionaries(st.tuples(IDS), NAMES, max_size=4),
        ALIAS: st.dictionaries(st.tuples(IDS, WORDS), NAMES, max_size=4),
        QUOTE: st.dictionaries(
            st.tuples(st.sampled_from(["a1", "a2"]), st.sampled_from([*map(str, STARTS), "0"])),
            NAMES,
            max_size=3,
        ),
        ROLE: st.dictionaries(st.tuples(IDS), st.sampled_from(["expert", "wizard"]), max_size=3),
    }
)


@settings(deadline=None, max_examples=300)
@given(DECISIONS)
def test_any_decisions_leave_every_span_and_correcting_twice_is_correcting_once(found):
    decided = Corrections(found=found)
    once = corrected((ARTICLE, _article("a2")), decided)
    assert corrected(once, decided) == once
    for each in once:
        assert each.text == ARTICLE.text
        assert [(q.id, q.kind, q.content, q.source) for q in each.quotes] == [
            (q.id, q.kind, q.content, q.source) for q in ARTICLE.quotes
        ]
    assert all((q.speaker is None) == (q.speaker_id is None) for a in once for q in a.quotes)


@given(st.permutations(["ann-lee", "bo-ek", "analysts"]))
def test_merging_counts_the_same_whichever_way_round(order):
    one, other, _ = order
    names = {"ann-lee": "Ann Lee", "bo-ek": "Bo Ek", "analysts": "analysts"}
    counts = []
    for source, target in ((one, other), (other, one)):
        (found,) = corrected((ARTICLE,), _decided(SPEAKER={(source,): names[target]}))
        counts.append(sum(q.speaker_id == target for q in found.quotes))
    assert counts[0] == counts[1]
