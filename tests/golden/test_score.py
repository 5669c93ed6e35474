import copy
import json

import pytest
from gold import load_story, stories
from score import NOTHING, main, score_article, score_records, table
from score_quotes import KINDS, score_voices, speaker_is_right
from tallies import Found, Rate

STORIES = {folder.name: load_story(folder) for folder in stories()}
ARTICLES = [article for golds in STORIES.values() for article in golds]
MNN = next(article for article in ARTICLES if article.id == "mnn")

each_article = pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.id)


def as_record(gold):
    """Return the contract record of an analysis that agrees with the gold in everything."""
    meta = {key: values[0] for key, values in gold.meta.items()}
    required = [quote for quote in gold.quotes if not quote.optional]
    return {
        "article": {"id": gold.id, **meta},
        "text": gold.text,
        "blocks": [_row(block.span, kind=block.kinds[0]) for block in gold.blocks],
        "sentences": [],
        "voices": [_row(span, voice="paraphrase") for q in required for span in q.content]
        + [_row(span, voice="quote") for q in required for span in q.quoted],
        "quotes": [_quote(quote) for quote in required],
        "terms": [
            _row(
                term.span,
                term=term.span.of(gold.text),
                contrast=term.contrast,
                side=term.side,
                voice=term.voices[0],
                use=term.uses[0],
            )
            for term in gold.terms
            if not term.optional
        ],
    }


def _row(span, **fields):
    return {"start": span.start, "end": span.end, **fields}


def _quote(quote):
    return {
        "kind": quote.kinds[0],
        "content": [list(span) for span in quote.content],
        "cue": list(quote.cue) if quote.cue else None,
        "source": list(quote.source) if quote.source else None,
        "speaker": quote.speakers[0],
        "speaker_id": quote.speakers[0],
        "role": quote.roles[0],
        "named": bool(quote.named),
    }


def shifted(record, by):
    """Return the record with every span moved."""
    moved = copy.deepcopy(record)
    for name in ("blocks", "voices", "terms"):
        for row in moved[name]:
            row["start"] = min(row["start"] + by, len(moved["text"]))
            row["end"] = min(row["end"] + by, len(moved["text"]))
    for row in moved["quotes"]:
        row["content"] = [[start + by, end + by] for start, end in row["content"]]
    return moved


@each_article
def test_a_prediction_equal_to_the_gold_scores_one(article):
    tally = score_article(article, as_record(article))
    assert tally.misses == []
    for score in tally.scores.values():
        assert score == (
            Rate(score.n, score.n)
            if isinstance(score, Rate)
            else Found(score.gold, score.gold, score.gold)
        )


@pytest.mark.parametrize("name", STORIES)
def test_a_whole_story_equal_to_the_gold_scores_one(name):
    golds = STORIES[name]
    tally = score_records(golds, [as_record(gold) for gold in reversed(golds)])
    assert tally.misses == []
    assert tally.scores["quotes: all"].f1 == 1.0
    assert tally.scores["speaker: one id each"].share == 1.0
    assert tally.scores["speaker: ids of one only"].share == 1.0


@each_article
def test_an_empty_prediction_finds_nothing(article):
    scores = score_article(article, NOTHING).scores
    assert scores["blocks: characters"].share == 0
    assert scores["quotes: all"].f1 == 0
    assert scores["quotes: all"].precision is None
    assert scores["terms: all"].recall == 0
    assert scores["voice: paraphrase"].recall == 0
    assert scores["must_not_be_outlet"].share == 0
    assert "quotes: kind" not in scores  # nothing was matched, so nothing was judged


@each_article
def test_shifted_spans_score_next_to_nothing(article):
    scores = score_article(article, shifted(as_record(article), by=400)).scores
    assert scores["quotes: all"].recall < 0.1
    assert scores["terms: all"].recall < 0.1
    assert scores["voice: quote"].f1 < 0.5
    assert scores["blocks: characters"].share < 0.8  # most of a page is body


def test_an_optional_attribution_may_be_there_or_not():
    gold = next(article for article in ARTICLES if article.id == "el-american")
    record = as_record(gold)
    record["quotes"] += [_quote(quote) for quote in gold.quotes if quote.optional]
    assert score_article(gold, record).scores["quotes: all"].f1 == 1.0


def test_a_quote_too_many_lowers_precision_and_is_listed():
    record = as_record(MNN)
    start = MNN.text.index("Life edges closer")
    record["quotes"].append({**record["quotes"][0], "content": [[start, start + 51]]})
    tally = score_article(MNN, record)
    n = len(record["quotes"])
    assert tally.scores["quotes: all"] == Found(n - 1, n, n - 1)
    assert [miss for miss in tally.misses if "quote too many" in miss] == [
        "[mnn] quote too many: indirect 'Life edges closer to normal in Kazakhstan’s largest'"
    ]


def test_a_wrong_kind_counts_for_the_quote_but_not_for_the_kind():
    record = as_record(MNN)
    record["quotes"][0]["kind"] = "direct"
    scores = score_article(MNN, record).scores
    assert scores["quotes: all"].f1 == 1.0
    assert scores["quotes: indirect"].recall < 1
    assert scores["quotes: direct"].precision < 1
    assert sum(scores[f"quotes: {kind}"].gold for kind in KINDS) == scores["quotes: all"].gold


def test_a_guessed_speaker_is_wrong_where_the_text_names_none():
    quote = next(q for q in MNN.quotes if q.speakers == (None,))
    assert speaker_is_right(MNN, quote, None)
    assert not speaker_is_right(MNN, quote, "Todd Nettleton")


def test_any_listed_form_of_a_name_is_right():
    quote = MNN.quotes[0]
    assert speaker_is_right(MNN, quote, "President Tokayev")
    assert not speaker_is_right(MNN, quote, "Vladimir Putin")
    assert not speaker_is_right(MNN, quote, None)


def test_a_claim_left_to_the_outlet_is_a_violation():
    record = as_record(MNN)
    record["voices"] = []
    tally = score_article(MNN, record)
    assert tally.scores["must_not_be_outlet"].share == 0
    assert score_voices(MNN, record).scores["voice: quote"].recall == 0


def test_a_word_counted_in_a_comment_is_a_violation():
    gold = next(article for article in ARTICLES if article.id == "caravanserai")
    record = as_record(gold)
    start = gold.text.index("occupants")
    hit = {
        "start": start,
        "end": start + len("occupants"),
        "term": "occupants",
        "contrast": "troops",
        "side": "occupation_intervention",
        "voice": "outlet",
        "use": "plain",
    }
    record["terms"].append(hit)
    tally = score_article(gold, record)
    assert tally.scores["must_not: nothing counted"].k == (
        tally.scores["must_not: nothing counted"].n - 1
    )
    assert tally.scores["terms: troops"].precision == 0.5
    assert any("Drive these occupants" in miss for miss in tally.misses)


def test_a_side_that_was_not_annotated_is_not_judged():
    record = as_record(MNN)
    record["terms"].append({**record["terms"][0], "side": "plain"})
    assert score_article(MNN, record).scores["terms: all"].f1 == 1.0


def test_two_speakers_under_one_id_are_listed():
    golds = STORIES["other"]
    records = [as_record(gold) for gold in golds]
    for record in records:
        for row in record["quotes"]:
            row["speaker_id"] = "one"
    scores = score_records(golds, records).scores
    assert scores["speaker: ids of one only"] == Rate(0, 1)


def test_an_article_the_run_left_out_counts_as_nothing_found():
    golds = STORIES["other"]
    tally = score_records(golds, [as_record(golds[0])])
    assert tally.misses[0] != ""
    assert any(miss == "[meridian] no record has this article's text" for miss in tally.misses)
    assert tally.scores["quotes: all"].recall < 1


def test_the_command_prints_the_table_with_n_and_the_misses(tmp_path, capsys):
    golds = STORIES["other"]
    records = [as_record(gold) for gold in golds]
    records[0]["quotes"][0]["role"] = "business"
    path = tmp_path / "run.jsonl"
    path.write_text("\n".join(json.dumps(record) for record in records), encoding="utf-8")
    assert main([str(path)]) == 0
    out = capsys.readouterr().out
    assert "== other: 2 articles" in out
    assert "right 23, predicted 23, gold 23" in out
    assert "[harbour] speaker: role:" in out


def test_the_command_refuses_records_of_other_texts(tmp_path, capsys):
    path = tmp_path / "run.jsonl"
    path.write_text(json.dumps({"text": "Something else."}), encoding="utf-8")
    assert main([str(path)]) == 2
    assert "no record has the text of an annotated article" in capsys.readouterr().err


def test_an_undefined_share_is_printed_as_a_dash():
    tally = score_article(MNN, NOTHING)
    line = next(line for line in table(tally).splitlines() if line.startswith("quotes: all"))
    assert line.split()[2] == "-"
