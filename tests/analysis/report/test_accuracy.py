from analysis.report.accuracy import SECTIONS, blocks, quotes_note
from analysis.report.parts import Table


def test_error_rates_of_quotes_and_of_the_documented_rules_are_told():
    tables = [block for block in blocks() if isinstance(block, Table)]
    assert len(tables) == 1 + len(SECTIONS)
    assert all(table.rows for table in tables)


def test_note_tells_found_and_right():
    assert "direct 88 % (93 %)" in quotes_note()
