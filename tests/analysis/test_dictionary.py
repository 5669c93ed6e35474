import pytest

from analysis.dictionary import _read, about, dictionary, meaning
from analysis.schema import COLUMNS

NUMBERS = {"int64", "float64"}


@pytest.mark.parametrize("name", COLUMNS)
def test_every_table_and_column_is_explained(name):
    assert about(name)
    assert [column for column in COLUMNS[name] if not meaning(name, column)[0]] == []


@pytest.mark.parametrize("name", COLUMNS)
def test_every_number_has_a_unit(name):
    numbers = [column for column, dtype in COLUMNS[name].items() if dtype in NUMBERS]
    assert [column for column in numbers if not meaning(name, column)[1]] == []


def test_nothing_is_explained_that_is_not_there():
    known = {column for columns in COLUMNS.values() for column in columns}
    found = _read()
    assert set(found["columns"]) <= known
    assert set(found["tables"]) <= set(COLUMNS)
    for name, columns in found["overrides"].items():
        assert set(columns) <= set(COLUMNS[name])


def test_an_override_holds_for_its_table_alone():
    assert meaning("facts", "status") != meaning("framing", "status")
    assert meaning("framing", "status") == meaning("measures", "status")


def test_rows_follow_the_tables():
    assert dictionary(["triples"])[0] == (
        "triples", "outlet", "text", "who published the article", "", "",
    )  # fmt: skip
