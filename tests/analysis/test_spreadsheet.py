import io

import pandas as pd
import pytest

from analysis.spreadsheet import to_csv


def _read(frame):
    return pd.read_csv(io.StringIO(to_csv(frame)), keep_default_na=False)


@pytest.mark.parametrize(
    "cell", ["=1+1", "+cmd", "-2+3", "@SUM(A1)", "\t=1", "\ufeff=1", "＝1", " =1"]
)
def test_text_that_would_run_gets_a_leading_quote(cell):
    assert _read(pd.DataFrame({"outlet": [cell]}))["outlet"][0].startswith("'")


@pytest.mark.parametrize("cell", ["The Post", "a=b", "“-” he said", ""])
def test_other_text_is_exact(cell):
    assert _read(pd.DataFrame({"outlet": [cell, "x"]}))["outlet"][0] == cell


def test_numbers_stay_numbers():
    assert _read(pd.DataFrame({"tone": [-0.5, 1.0]}))["tone"].tolist() == [-0.5, 1.0]


def test_missing_text_is_empty():
    frame = pd.DataFrame({"outlet": pd.Series([None, "x"], dtype="str")})
    assert to_csv(frame) == 'outlet\n""\nx\n'
