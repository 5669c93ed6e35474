import io
import json

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from fsspec.spec import AbstractBufferedFile

from analysis.batch import partitions
from analysis.batch.partitions import Reader
from analysis.batch.places import RemoteTable, tables
from analysis.batch.seen import Seen
from analysis.collect.source import Kind
from analysis.errors import InputError


def read(*addresses, rows=2, fingerprint="f"):
    reader = Reader(tables(addresses), fingerprint, rows)
    return reader, list(reader.partitions())


def ids(found):
    return [[article.id for article in each.articles()] for each in found]


def test_rows_without_a_story_are_cut_into_ranges_as_they_come(table, rows):
    _, found = read(table(*rows(5)))
    assert ids(found) == [["a0", "a1"], ["a2", "a3"], ["a4"]]


def test_a_partition_knows_the_line_of_every_row(table, rows):
    _, found = read(table(*rows(3)))
    assert [each.places for each in found] == [
        ("news.jsonl:1", "news.jsonl:2"),
        ("news.jsonl:3",),
    ]


def test_articles_of_one_story_stay_together_wherever_they_stand(table, rows):
    mixed = [
        {**row, "story": story}
        for row, story in zip(rows(5), ["fire", "flood", "fire", "flood", "fire"], strict=True)
    ]
    _, found = read(table(*mixed))
    assert ids(found) == [["a0", "a2", "a4"], ["a1", "a3"]]


def test_small_stories_share_a_partition(table, rows):
    mixed = [{**row, "story": story} for row, story in zip(rows(3), "cba", strict=True)]
    _, found = read(table(*mixed))
    assert ids(found) == [["a2", "a1"], ["a0"]]


def test_rows_with_and_without_a_story_come_out_of_one_table(table, rows):
    _, found = read(table(*rows(2, "x", story="fire"), *rows(1)))
    assert ids(found) == [["a0"], ["x0", "x1"]]


def test_a_story_longer_than_can_be_analysed_together_is_counted(table, rows, monkeypatch):
    monkeypatch.setattr(partitions, "MAX_STORY", 2)
    reader, found = read(table(*rows(5, story="fire"), *rows(2, "b", story="flood")))
    assert reader.cut_stories == 1
    assert ids(found) == [["a0", "a1"], ["a2", "a3"], ["a4"], ["b0", "b1"]]


def test_long_articles_make_small_partitions(table, rows, monkeypatch):
    monkeypatch.setattr(partitions, "MAX_CHARS", 2_000)
    long = [{"id": name, "text": "A word or two. " * 120} for name in ("x", "y")]
    _, found = read(table(*rows(2), *long, *rows(1, "b")), rows=9)
    assert ids(found) == [["a0", "a1"], ["x"], ["y"], ["b0"]]


def test_the_name_depends_on_the_rows_and_the_versions_only(table, rows):
    first = read(table(*rows(2)))[1][0].key
    again = read(table(*rows(2), name="other.jsonl"))[1][0].key
    other_text = read(table(*rows(2, "b"), name="b.jsonl"))[1][0].key
    other_versions = read(table(*rows(2)), fingerprint="g")[1][0].key
    assert first == again
    assert len({first, other_text, other_versions}) == 3
    assert len(first) == 32


def test_an_id_that_comes_twice_is_refused_the_second_time(table, rows):
    reader, found = read(table(*rows(2), *rows(1)))
    assert ids(found) == [["a0", "a1"]]
    assert [(each.name, each.reason) for each in reader.refused] == [
        ("news.jsonl:3", "its id 'a0' stands in an earlier row; give every article its own")
    ]


def test_a_row_without_text_and_a_broken_line_are_refused_by_name(tmp_path):
    path = tmp_path / "news.jsonl"
    path.write_text('{"id": "a", "url": "https://example.org/a"}\n{\n', encoding="utf-8")
    reader, found = read(str(path))
    assert found == []
    assert [each.name for each in reader.refused] == ["news.jsonl:1", "news.jsonl:2"]
    assert "only an address" in reader.refused[0].reason
    assert "not a JSON object" in reader.refused[1].reason


def test_a_table_that_is_none_is_refused_and_the_others_are_read(tmp_path, table, rows):
    (tmp_path / "broken.parquet").write_bytes(b"PAR1 not at all")
    reader, found = read(str(tmp_path / "broken.parquet"), table(*rows(1)))
    assert ids(found) == [["a0"]]
    assert [each.name for each in reader.refused] == ["broken.parquet"]


def test_a_folder_gives_its_tables_by_name_and_passes_other_files_over(tmp_path, table, rows):
    table(*rows(1, "b"), name="b.jsonl")
    table(*rows(1, "a"), name="a.jsonl")
    (tmp_path / "notes.txt").write_text("no table")
    assert ids(read(str(tmp_path))[1]) == [["a0"], ["b0"]]


def test_a_pattern_gives_what_it_matches(tmp_path, table, rows):
    table(*rows(1, "a"), name="a.jsonl")
    table(*rows(1, "b"), name="b.jsonl")
    assert ids(read(str(tmp_path / "b*.jsonl"))[1]) == [["b0"]]


@pytest.mark.parametrize("name", ["nothing.jsonl", "nothing*.csv", ""])
def test_no_table_at_an_address_is_an_error(tmp_path, name):
    with pytest.raises(InputError, match="no such file, or no table"):
        tables([str(tmp_path / name)])


def test_a_file_that_is_no_table_is_an_error(tmp_path):
    (tmp_path / "a.txt").write_text("Words.")
    with pytest.raises(InputError, match=r"a.txt: a batch reads tables"):
        tables([str(tmp_path / "a.txt")])


def test_a_place_nobody_knows_is_an_error():
    with pytest.raises(InputError, match="nowhere"):
        tables(["nowhere://bucket/a.csv"])


def test_files_of_one_name_get_their_folders_name_too(tmp_path):
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "p.jsonl").write_text('{"text": "Some words."}\n')
    _, found = read(str(tmp_path / "x"), str(tmp_path / "y"))
    assert ids(found) == [["x_p-1"], ["y_p-1"]]


def test_one_file_given_twice_is_an_error(table, rows):
    path = table(*rows(1))
    with pytest.raises(InputError, match="given twice"):
        tables([path, path])


def test_tables_are_read_from_any_file_system(rows):
    place = fsspec.filesystem("memory")
    with place.open("/bucket/a.jsonl", "wb") as out:
        out.write("".join(json.dumps(row) + "\n" for row in rows(1, "a")).encode())
    with place.open("/bucket/b.parquet", "wb") as out:
        pq.write_table(pa.Table.from_pylist(rows(1, "b")), out)
    assert ids(read("memory://bucket")[1]) == [["a0"], ["b0"]]


def test_remote_files_are_read_line_by_line():
    class File(AbstractBufferedFile):
        DATA = b'{"id": "a", "text": "Some words."}\n'

        def _fetch_range(self, start, end):
            return self.DATA[start:end]

    class Place:
        def open(self, path, mode):
            return File(self, path, mode, size=len(File.DATA))

        def info(self, path, **_):
            return {"name": path, "size": len(File.DATA), "type": "file"}

    source = RemoteTable("a.jsonl", Kind.JSON_LINES, place=Place(), address="a", n_bytes=35)
    assert ids(Reader([source], "f").partitions()) == [["a"]]
    assert isinstance(source.open(), io.BufferedReader)


def test_how_much_lies_behind_is_known(table, rows):
    reader, _ = read(table(*rows(2)))
    assert reader.done == reader.total > 0
    assert reader.articles == 2


def test_ids_are_remembered_after_they_are_sorted_in(monkeypatch):
    monkeypatch.setattr("analysis.batch.seen.RECENT", 2)
    seen = Seen()
    assert [seen.add(each) for each in "abcab"] == [True, True, True, False, False]


def test_a_small_parquet_file_that_unpacks_to_gigabytes_stops_nothing(tmp_path, table, rows):
    huge = pa.DictionaryArray.from_arrays(pa.array([0] * 400, pa.int32()), ["word " * 1_600_000])
    bomb = pa.table({"id": [str(number) for number in range(400)], "text": huge})
    path = tmp_path / "bomb.parquet"
    pq.write_table(bomb, path, compression="zstd", dictionary_pagesize_limit=2**28)
    assert path.stat().st_size < 1_000_000
    reader, found = read(str(path), table(*rows(1)))
    assert ids(found) == [["a0"]]
    assert [each.name for each in reader.unread] == ["bomb.parquet"]
    assert reader.refused[0].reason.startswith("it takes more than 2 GB of memory")
