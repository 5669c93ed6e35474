from dataclasses import replace

import pytest

from analysis.measures import MEASURES, describe, measure, sentence_tones
from analysis.types import BlockKind, Role, Status
from tests.analysis.factories import annotated, prose, quote

SIDES = {("crowd", "calm"): ["marchers"], ("crowd", "harsh"): ["mob"]}
WORDINGS = {("certainty", "hedge"): ["feared"], ("loaded", "evaluative"): ["terrible"]}
BY_KEY = {entry.key: entry for entry in MEASURES}


def _article(*blocks, **options):
    return annotated(
        (BlockKind.HEADLINE, "A bad storm in Goodville"),
        prose(16)
        + " The happy marchers in Goodville feared war. “The mob was terrible,” said Ann Lee."
        + " Officials said that it was a good day.",
        *blocks,
        quoted=["The mob was terrible,"],
        paraphrased=["that it was a good day"],
        names=["Goodville", "Ann Lee"],
        hits=SIDES,
        wordings=WORDINGS,
        quotes=tuple(quote(i, role=list(Role)[i]) for i in range(6)),
        **options,
    )


def test_keys_are_unique():
    assert len(BY_KEY) == len(MEASURES)


@pytest.mark.parametrize("entry", MEASURES, ids=BY_KEY)
def test_each_measure_says_what_it_is(entry):
    assert entry.label
    assert entry.unit
    assert "higher = " in entry.reading
    assert entry.citation
    assert entry.caveat


@pytest.mark.parametrize("entry", MEASURES, ids=BY_KEY)
def test_each_row_leads_back_to_its_measure(entry):
    rows = list(entry.compute(_article()))
    assert rows
    assert all(describe(row.measure) is entry for row in rows)


@pytest.mark.parametrize("entry", MEASURES, ids=BY_KEY)
def test_an_empty_article_has_no_values(entry):
    rows = list(entry.compute(annotated("", searched=[*SIDES, *WORDINGS])))
    assert rows
    assert {(r.value, r.n, r.low, r.high, r.status) for r in rows} == {
        (None, 0, None, None, Status.NOT_APPLICABLE)
    }


@pytest.mark.parametrize("entry", MEASURES, ids=BY_KEY)
def test_one_sentence_is_too_few_unless_it_is_a_count(entry):
    article = annotated("The mob was terrible.", hits=SIDES, quotes=(quote(1),))
    statuses = {row.status for row in entry.compute(article)}
    allowed = {Status.TOO_FEW, Status.NOT_APPLICABLE}
    assert statuses <= (allowed if entry.minimum else {Status.OK, Status.ZERO})


@pytest.mark.parametrize("entry", MEASURES, ids=BY_KEY)
def test_each_measure_gives_the_same_rows_every_time(entry):
    assert list(entry.compute(_article())) == list(entry.compute(_article()))


def test_an_interval_holds_its_value_and_zero_is_never_hidden():
    for row in measure(_article()):
        if row.low is not None:
            assert row.low <= row.value <= row.high
        assert row.status is not Status.OK or row.value


def test_all_rows_come_in_display_order():
    keys = [describe(row.measure).key for row in measure(_article())]
    assert list(dict.fromkeys(keys)) == list(BY_KEY)


def test_another_language_gives_the_same_rows_not_measured():
    rows = measure(_article(language="kk"))
    assert [(r.measure, r.voice) for r in rows] == [
        (r.measure, r.voice) for r in measure(_article())
    ]
    assert {(r.value, r.n, r.low, r.high, r.status) for r in rows} == {
        (None, 0, None, None, Status.NOT_MEASURED)
    }


def test_an_unknown_key_names_the_known_ones():
    with pytest.raises(KeyError, match="No measure is called 'warmth'; known: framing, "):
        describe("warmth")


@pytest.mark.parametrize("kind", [BlockKind.COMMENT, BlockKind.BOILERPLATE, BlockKind.BIO])
def test_what_is_not_the_article_changes_nothing(kind):
    extra = (kind, "The mob is terrible! Happy, happy marchers. I love Ann Lee.")
    assert measure(_article(extra)) == measure(_article())


@pytest.mark.parametrize("kind", [BlockKind.CAPTION, BlockKind.GALLERY])
def test_captions_and_galleries_change_nothing(kind):
    extra = (kind, "The mob is terrible! Happy, happy marchers.")
    assert measure(_article(extra)) == measure(_article())


def test_the_outlets_name_changes_nothing():
    article = _article()
    renamed = replace(article, article=replace(article.article, outlet="Awful Terror Daily"))
    assert measure(renamed) == measure(article)


def test_filling_in_the_tone_of_sentences_changes_no_measure():
    assert measure(sentence_tones(_article())) == measure(_article())
