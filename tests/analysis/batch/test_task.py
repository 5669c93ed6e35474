import io

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from analysis.batch.analyst import Analyst, Limits
from analysis.batch.arrow import SCHEMAS, batches, joined
from analysis.batch.folder import Folder, parquet
from analysis.batch.partitions import Reader
from analysis.batch.places import tables
from analysis.batch.progress import Progress, duration, line
from analysis.batch.task import analysed, groups
from analysis.errors import ModelError
from analysis.tables import TIDY, tidy
from analysis.types import Article
from tests.analysis.batch.conftest import STUB
from tests.analysis.factories import annotated, prose, quote

LIMITS = Limits(cpu_seconds=2, wall_factor=60)  # a busy machine gives little of a second


@pytest.fixture
def analyst():
    one = Analyst(STUB, LIMITS)
    yield one
    one.close()


@pytest.fixture
def done(tmp_path, table, analyst):
    """Analyse rows as one partition and return its record."""

    def run(*rows, aside=None):
        (partition,) = Reader(tables([table(*rows)]), "f", 100).partitions()
        folder = Folder(str(tmp_path / "out")).made()
        return analysed(partition.key, partition.packed, folder, analyst, aside or {})

    return run


def reasons(record):
    return {each.id: each.reason for each in record.set_aside}


def test_every_article_is_analysed_and_counted(done, rows):
    record = done(*rows(3))
    assert (record.articles, record.set_aside) == (3, ())
    assert (record.rows["articles"], record.rows["sentences"], record.rows["quotes"]) == (3, 3, 0)


@pytest.mark.parametrize(
    ("order", "reason"),
    [
        ("loop", "stopped after 2 seconds of work; shorten it or leave it out"),
        ("hoard", "it takes more than 2 GB of memory"),
        ("fail", "the analysis broke down on it (KeyError); please report it"),
        ("crash", "the analysing process ended on it, twice"),
    ],
)
def test_a_bad_article_is_set_aside_alone_with_its_reason(done, rows, order, reason):
    record = done(*rows(1), {"id": "bad", "text": f"ORDER {order}"}, *rows(1, "z"))
    assert record.articles == 2
    assert reasons(record) == {"bad": reason}
    assert record.set_aside[0].number == 1


def test_the_others_of_its_story_are_analysed_together_without_it(done, rows):
    record = done(*rows(2, story="fire"), {"id": "bad", "text": "ORDER fail", "story": "fire"})
    assert (record.articles, list(reasons(record))) == (2, ["bad"])


def test_articles_that_fail_only_together_are_analysed_alone(done, rows):
    record = done(*({**row, "text": f"{row['text']} alone"} for row in rows(2, story="fire")))
    assert (record.articles, record.set_aside) == (2, ())


def test_articles_known_to_be_bad_are_not_tried(done, rows):
    record = done({"id": "bad", "text": "ORDER crash"}, *rows(1), aside={"bad": "it kills"})
    assert reasons(record) == {"bad": "it kills"}


def test_a_partition_of_bad_articles_only_has_empty_tables(done):
    record = done({"id": "bad", "text": "ORDER fail"})
    assert record.rows == dict.fromkeys(TIDY, 0)


def test_a_partition_that_is_there_is_not_analysed_again(done, rows, analyst, monkeypatch):
    first = done(*rows(2))
    monkeypatch.setattr(analyst, "rows", None)
    assert done(*rows(2)) == first


def test_an_analysis_that_does_not_start_says_so():
    analyst = Analyst("stub_analysis:nothing")
    with pytest.raises(ModelError, match="did not start"):
        analyst.rows([Article("a", "Words.")])


def test_a_worn_process_is_replaced():
    analyst = Analyst(STUB, Limits(kept_articles=1))
    for _ in range(2):
        found = analyst.rows([Article("a", "Some words.")])
        assert analyst._process is None
    assert found["sentences"].to_pylist()[0]["text"] == "Some words."


def test_a_process_makes_tables_without_holding_pandas(done, rows):
    looked = [{"id": name, "text": f"ORDER without {name}"} for name in ("pyarrow", "pandas")]
    assert list(reasons(done(*rows(1), *looked))) == ["pyarrow"]


def test_stories_are_analysed_together_and_other_articles_alone():
    articles = [Article(str(i), "x", story=s) for i, s in enumerate(["b", "b", None, None])]
    assert [[a.id for a in group] for group in groups(articles)] == [["0", "1"], ["2"], ["3"]]


def test_tables_hold_what_the_contract_says():
    article = annotated(
        prose(2), quotes=(quote(1),), hits={("troops", "force"): ["table"]}, quoted=["The"]
    )
    found = joined([batches([article])])
    assert list(found) == list(TIDY)
    for name in TIDY:
        ours, theirs = found[name].to_pandas(), tidy(name, [article])
        assert list(ours) == list(theirs)
        assert ours.to_json(orient="records") == theirs.to_json(orient="records")


def test_measures_are_sorted_by_measure():
    rows = [
        {**dict.fromkeys(SCHEMAS["measures"].names), "measure": m, "article_id": a, "n": 1}
        for a, m in [("1", "y"), ("1", "x"), ("0", "y")]
    ]
    empty = batches([])
    part = {**empty, "measures": pa.RecordBatch.from_pylist(rows, schema=SCHEMAS["measures"])}
    sorted_rows = joined([part])["measures"].to_pylist()
    assert [(r["measure"], r["article_id"]) for r in sorted_rows] == [
        ("x", "1"),
        ("y", "0"),
        ("y", "1"),
    ]


def test_sentences_are_sorted_by_article_and_stay_in_its_order():
    rows = [
        {**dict.fromkeys(SCHEMAS["sentences"].names), "article_id": a, "start": start}
        for a, start in [("b", 0), ("b", 9), ("a", 100), ("a", 20)]
    ]
    part = {
        **batches([]),
        "sentences": pa.RecordBatch.from_pylist(rows, schema=SCHEMAS["sentences"]),
    }
    found = [(r["article_id"], r["start"]) for r in joined([part])["sentences"].to_pylist()]
    assert found == [("a", 20), ("a", 100), ("b", 0), ("b", 9)]


def test_a_group_of_rows_holds_what_is_read_together():
    for name, size in [("measures", 32_768), ("sentences", 2_048), ("terms", 8_192)]:
        table = pa.table({"n": range(size + 1)})
        groups = pq.ParquetFile(io.BytesIO(parquet(name, table))).metadata
        assert [groups.row_group(i).num_rows for i in range(2)] == [size, 1]


def test_progress_says_rate_and_time_left():
    assert line(Progress(0, done=100, there=20), 200, 0.5, 50) == (
        "120 of about 400 articles; 2.0 a second; about 2 min left"
    )


def test_progress_says_only_what_it_knows():
    assert line(Progress(0, there=20), 20, 0.0, 1) == "20 articles ready"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0 s"), (61, "1 min"), (3_700, "1 h 01 min"), (180_000, "2 days 2 h")],
)
def test_times_are_said_in_plain_units(seconds, words):
    assert duration(seconds) == words
