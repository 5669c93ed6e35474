"""The Voices page: its sections, and speakers corrected, counted anew, and undone."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from analysis import library
from analysis.corrected import corrected
from analysis.corrections import key_of, read_corrections
from analysis.library import EditKind
from analysis.types import BlockKind, QuoteKind, Role, Span
from dashboard import accuracy, data, reference, words_voices
from tests.dashboard.invented import app, article, shown, story

MANY = 6
OTHER = str.maketrans("aeioust", "eaouims")
"""Makes other words of the same length."""


def _article(outlet, article_id, speakers):
    """Return an article with one quote for each (name, role), the name as its mention."""
    made = article(outlet, article_id, n=40)
    if article_id == "courier":  # texts that print the same sentences are counted once
        made = replace(made, article=replace(made.article, text=made.text.translate(OTHER)))
    first = made.quotes[0]
    starts = [each.start for each in made.sentences if each.block is BlockKind.BODY]
    quotes = tuple(
        replace(
            first,
            id=f"q{n}",
            kind=QuoteKind.INDIRECT if n % 2 else QuoteKind.DIRECT,
            content=(Span(at, at + 30),),
            quoted=(),
            source=Span(at + 32, at + 40),
            speaker=name,
            speaker_id=name.lower().replace(" ", "-") if name else None,
            role=role,
            role_basis="mayor" if role is Role.GOVERNMENT else None,
            named=bool(name) and name.istitle(),
        )
        for n, (at, (name, role)) in enumerate(zip(starts, speakers, strict=False))
    )
    return replace(made, quotes=quotes)


@pytest.fixture
def town(library, monkeypatch):
    """Put a story into the library that is corrected each time it is loaded."""
    found = story(
        _article("Harbour Post", "post", [("Ana Bell", Role.GOVERNMENT)] * MANY),
        _article(
            "Town Courier",
            "courier",
            [
                ("Ana Bell", Role.GOVERNMENT),
                ("Bo Ek", Role.EXPERT),
                ("a resident", Role.CITIZEN),
                (None, Role.UNKNOWN),
            ],
        ),
    )
    library(found)

    def load(*_, **__):
        articles = corrected(found.articles, read_corrections("harbour"))
        return replace(found, articles=articles, uncorrected=found.articles)

    monkeypatch.setattr(data, "load_analysis", load)


def _section(name, **parameters):
    return app("voices", section=name, **parameters)


def _made(at):
    return [str(b.key) for b in at.button if str(b.key).startswith("who-undo-")]


@pytest.mark.parametrize(
    "name",
    [
        words_voices.WHO_SPEAKS,
        words_voices.KINDS,
        words_voices.ABSENT,
        words_voices.VERBS,
        words_voices.WHO,
    ],
)
def test_every_section_runs_without_an_exception(town, name):
    at = _section(name)
    assert not at.exception
    assert len(at.title) == 1
    assert "not in this library" not in shown(at)


def test_unknown_section_in_the_link_is_said(town):
    assert "its section" in shown(_section("Whoever"))


def test_matrix_counts_quotes_or_quoted_words(town):
    at = _section(words_voices.WHO_SPEAKS)
    assert "number of quotes." in at.get("plotly_chart")[0].proto.alt
    at.pills(key="counted").set_value("quoted words").run()
    assert "number of quoted words." in at.get("plotly_chart")[0].proto.alt


def test_error_rates_stand_beside_the_counts_they_bend(town):
    assert accuracy.quotes_note() in shown(_section(words_voices.WHO_SPEAKS))
    assert accuracy.roles_note() in shown(_section(words_voices.KINDS))


def test_kinds_show_shares_with_their_range_and_the_number_at_equal_size(town):
    at = _section(words_voices.KINDS)
    text, alts = shown(at), [chart.proto.alt for chart in at.get("plotly_chart")]
    government = "Government, share of quotes: Harbour Post 6 of 6; Town Courier 1 of 4, too few"
    assert government in alts[1]
    assert "Named speakers, share of quotes: Harbour Post 6 of 6" in " ".join(alts)
    assert "1.0 expected in 6 quotes; effective number 1.0 (1.0 to 1.0)" in text
    assert "3 kinds in 3 quotes, too few to compare" in text
    assert "Ana Bell (government)" in text


def test_whoever_is_heard_only_elsewhere_is_named(town):
    text = shown(_section(words_voices.ABSENT))
    takeaway = "Harbour Post 2 speakers and no one of: expert and resident; Town Courier 0 speakers"
    assert takeaway in text
    assert "Bo Ek" in text


def test_number_of_named_speakers_opens_their_quotes_only(town):
    at = _section(words_voices.KINDS)
    at.selectbox(key="given-list-0").set_value("Town Courier").run()
    at.button(key="given-show").click().run()
    assert "Named speakers, in Town Courier" in shown(at)
    assert "1 of 2" in shown(at)


def test_verbs_are_told_by_kind_of_speaker_with_their_sentences(town):
    at = _section(words_voices.VERBS)
    assert "Uses of verbs that add something" in shown(at)
    at.selectbox(key="verbs-by-kind-list-0").set_value("expert").run()
    at.button(key="verbs-by-kind-show").click().run()
    assert "speaker: expert, in Town Courier" in shown(at)


def test_drawer_says_what_decided_the_role_and_leads_to_the_correction(town):
    at = _section(words_voices.WHO_SPEAKS)
    at.button(key="speakers-show").click().run()
    assert "government, from \u201cmayor\u201d" in shown(at)
    links = [each.proto for each in at.get("page_link")]
    wrong = next(link for link in links if link.label == "Wrong speaker?")
    assert "section=Who+is+who" in wrong.query_string


def test_who_is_who_tells_role_its_words_and_mentions(town):
    text = shown(_section(words_voices.WHO, speaker="Ana Bell"))
    assert "government, from \u201cmayor\u201d" in text
    assert "7 in Harbour Post and Town Courier" in text
    assert words_voices.CORRECT in text
    assert words_voices.NONE_MADE in text


def test_new_name_changes_every_count_and_is_undone(town):
    at = _section(words_voices.WHO, speaker="Ana Bell")
    at.text_input(key="who-called-ana-bell").set_value("Anna Bell").run()
    at.button(key="who-rename").click().run()
    assert at.selectbox(key="speaker").value == "anna-bell"
    assert "Was, before a correction" in shown(at)
    assert "Ana Bell is called \u201cAnna Bell\u201d" in shown(at)
    assert "Anna Bell" in shown(_section(words_voices.WHO_SPEAKS))
    (undo,) = _made(at)
    at.button(key=undo).click().run()
    assert _made(at) == []
    assert "Anna Bell" not in shown(_section(words_voices.WHO_SPEAKS))


def test_merging_two_speakers_adds_up_their_quotes(town):
    at = _section(words_voices.WHO, speaker="Bo Ek")
    at.selectbox(key="who-same-bo-ek").set_value("Ana Bell").run()
    at.button(key="who-join").click().run()
    assert not at.exception
    assert "8 in Harbour Post and Town Courier" in shown(at)


def test_a_kind_set_by_a_reader_says_so(town):
    at = _section(words_voices.WHO, speaker="Bo Ek")
    at.selectbox(key="who-kind-bo-ek").set_value("witness").run()
    at.button(key="who-set").click().run()
    assert "witness, from \u201ca reader\u201d" in shown(at)
    assert "Bo Ek is: witness" in shown(at)


def test_one_mention_is_given_to_nobody(town):
    at = _section(words_voices.WHO, speaker="Bo Ek")
    at.button(key="who-give").click().run()
    assert not at.exception
    assert "taken for Bo Ek: nobody known" in shown(at)
    assert "bo-ek" not in at.selectbox(key="speaker").options


def test_one_quote_without_speaker_is_given_to_somebody_typed_in(town):
    at = _section(words_voices.WHO, speaker="Speaker not found")
    at.text_input(key="who-is-quote---new").set_value("Cy Dahl").run()
    at.button(key="who-hand").click().run()
    assert not at.exception
    assert "\u201cCy Dahl\u201d" in shown(at)
    assert "Cy Dahl" in at.selectbox(key="speaker").options


def test_a_correction_that_applies_to_nothing_is_listed_and_can_be_undone(town):
    library.edit("harbour", EditKind.SPEAKER, key_of("nobody-here"), "Di Orr")
    at = _section(words_voices.WHO)
    assert words_voices.NOT_APPLIED in shown(at)
    at.button(key=_made(at)[0]).click().run()
    assert words_voices.NOT_APPLIED not in shown(at)


def test_published_error_rates_are_those_shown_beside_the_figures():
    page = reference.document("accuracy.md") or ""
    table = accuracy._table()
    rows = dict(re.findall(r"^\| (\w+) \| ([\d.]+ \| [\d.]+) \| [\d.]+ \| [\d,]+ \| ", page, re.M))
    found = {**table["quotes"]["kinds"], **table["quotes"]["roles"]}
    assert {
        name: f"{each['precision']:.2f} | {each['recall']:.2f}" for name, each in found.items()
    } == rows
    assert f"| quotes: all | 0.79 | 0.61 | 0.68 (0.67 to 0.70) | | {5006:,} annotated |" in page
    assert table["quotes"]["annotated"] == 5006
    assert "| speaker: named | | | | 0.93 | 1,643 |" in page
    assert "| speaker: any mention | | | | 0.94 | 2,916 |" in page
    assert table["speakers"] == {"named": 0.93, "any": 0.94}
