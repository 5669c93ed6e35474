import pytest
from gold import USE_VOICE, GoldError, load_article, load_story, stories

from analysis.types import BlockKind, QuoteKind, Role, Use, Voice

ARTICLES = [article for folder in stories() for article in load_story(folder)]
MARKS = '"“”‘’'
NOT_ANALYSED = {"byline", "dateline", "credit", "comment", "boilerplate", "bio"}

each_article = pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.id)


def test_every_annotated_article_is_there():
    assert [article.id for article in ARTICLES] == [
        "caravanserai", "dw", "el-american", "independent", "mnn", "harbour", "meridian",
    ]  # fmt: skip


@each_article
def test_blocks_cover_the_text_without_overlap(article):
    position = 0
    for block in article.blocks:
        assert not article.text[position : block.span.start].strip()
        position = block.span.end
    assert not article.text[position:].strip()


@each_article
def test_only_names_of_the_contract_are_used(article):
    assert {kind for block in article.blocks for kind in block.kinds} <= set(BlockKind)
    assert {kind for quote in article.quotes for kind in quote.kinds} <= set(QuoteKind)
    assert {role for quote in article.quotes for role in quote.roles} <= set(Role)
    assert {use for term in article.terms for use in term.uses} <= set(Use)
    assert {voice for term in article.terms for voice in term.voices} <= set(Voice)
    assert set(USE_VOICE) == set(Use)


@each_article
def test_quoted_parts_stand_between_marks_inside_the_content(article):
    for quote in article.quotes:
        for part in quote.quoted:
            assert article.text[part.start - 1] in MARKS
            assert article.text[part.end :].lstrip(",.")[0] in MARKS
            extents = [span for spans in quote.contents for span in spans]
            assert any(span.contains(part) for span in extents)


@each_article
def test_indirect_speech_has_no_quoted_part_and_every_other_kind_has(article):
    for quote in article.quotes:
        assert bool(quote.quoted) == (quote.kinds[0] != "indirect")


@each_article
def test_cue_and_source_stand_outside_the_content(article):
    for quote in article.quotes:
        for part in (quote.cue, quote.source):
            assert part is None or not any(part.overlaps(span) for span in quote.content)


@each_article
def test_quotes_and_terms_stand_in_one_analysed_block_each(article):
    analysed = [block.span for block in article.blocks if block.kinds[0] not in NOT_ANALYSED]
    spans = [span for quote in article.quotes for span in quote.content]
    spans += [term.span for term in article.terms]
    for span in spans:
        assert any(block.contains(span) for block in analysed), span.of(article.text)


@each_article
def test_terms_of_one_contrast_do_not_overlap(article):
    for number, one in enumerate(article.terms):
        for two in article.terms[number + 1 :]:
            assert one.contrast != two.contrast or not one.span.overlaps(two.span)


@each_article
def test_no_term_stands_where_nothing_may_be_counted(article):
    for item in article.must_not:
        for term in article.terms:
            same = item.contrast in (None, term.contrast)
            assert not (same and item.span.overlaps(term.span)), term.span.of(article.text)


@each_article
def test_no_word_that_must_not_be_the_outlets_is_given_to_it(article):
    attributed = [
        span
        for quote in article.quotes
        if not quote.optional
        for span in (*quote.content, *quote.quoted)
    ]
    for span in article.must_not_be_outlet:
        assert any(content.contains(span) for content in attributed)
        for term in article.terms:
            assert not span.overlaps(term.span) or "outlet" not in term.voices


def test_every_listed_speaker_is_used_in_the_story():
    for folder in stories():
        golds = load_story(folder)
        used = {name for gold in golds for quote in gold.quotes for name in quote.speakers}
        assert set(golds[0].names) <= used


def test_no_form_stands_for_two_named_speakers():
    for folder in stories():
        forms = [form for names in load_story(folder)[0].names.values() for form in names]
        doubled = {form for form in forms if forms.count(form) > 1}
        assert doubled <= {"authorities", "analysts"}  # unnamed, accepted under either heading


GOLD = """
text_file = "a.txt"
id = "a"
[meta]
title = "Troops leave"
[blocks]
list = [["headline", "Troops leave"], ["body", "Ana said it ended."]]
[[quotes]]
in = "Ana said it ended."
kind = "indirect"
content = ["CONTENT"]
speaker = "SPEAKER"
role = "citizen"
[terms.SIDE]
withdraw = [{text = "leave", use = "plain"}]
[must_not]
anywhere = []
[must_not_be_outlet]
list = []
"""


def _load(tmp_path, text="Troops leave\n\nAna said it ended.", **changes):
    gold = GOLD
    for old, new in (
        {"CONTENT": "it ended", "SPEAKER": "Ana", "SIDE": "movement"} | changes
    ).items():
        gold = gold.replace(old, new)
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "a.toml").write_text(gold, encoding="utf-8")
    return load_article(tmp_path / "a.toml", {"Ana": frozenset({"ana"})})


def test_a_small_article_is_read(tmp_path):
    article = _load(tmp_path)
    assert article.quotes[0].content[0].of(article.text) == "it ended"
    assert article.terms[0].voices == ("outlet",)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"CONTENT": "it began"}, "'it began' is not in"),
        ({"SPEAKER": "Bea"}, "speaker 'Bea' is not in speakers.toml"),
        ({"SIDE": "weather"}, "side 'weather.withdraw'"),
        (
            {"text": "Troops leave\n\nAna said it ended.\nShare"},
            "text after the last block: 'Share'",
        ),
        ({"text": "Troops leave\n\nYesterday Ana said it ended."}, "expected 'Ana said it ended.'"),
    ],
)
def test_an_annotation_that_does_not_fit_is_refused(tmp_path, changes, message):
    with pytest.raises(GoldError, match=message):
        _load(tmp_path, **changes)
