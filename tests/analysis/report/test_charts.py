import math
import re

import pytest

from analysis.report.charts import Axis, Dot, Tick, Track, dots, strip, when
from analysis.report.charts.base import percent
from analysis.report.charts.dots import top_of
from analysis.schema import table
from analysis.timeline import line


def test_zero_is_a_hollow_mark_and_undefined_draws_none():
    rows = (Dot("A", "0 of 19", 0.0, 0.0, 0.17), Dot("B", "too few", None))
    markup = str(dots(rows, name="c", title="t"))
    assert len(re.findall(r'class="m m1 hollow"', markup)) == 1
    assert markup.count("<path") == 1


def test_dot_stands_at_its_share_of_the_scale():
    markup = str(dots((Dot("A", "1 of 4", 0.25, 0.1, 0.5),), name="c", title="t", top=0.5))
    assert '<svg x="50%"' in markup
    assert '<line x1="20%" x2="100%"' in markup


def test_shape_and_colour_follow_the_side():
    one, two = (
        str(dots((Dot("A", "1 of 2", 0.5),), name="c", title="t", index=index)) for index in (0, 1)
    )
    assert 'class="m m1"' in one
    assert 'class="m m2"' in two
    assert re.search(r' d="([^"]+)"', one)[1] != re.search(r' d="([^"]+)"', two)[1]


def test_picture_says_what_it_shows():
    markup = str(
        dots((Dot("A", "6 of 31", 0.19), Dot("B", "0 of 19", 0.0)), name="c", title="Words")
    )
    assert 'role="img" aria-labelledby="c-t c-d"' in markup
    assert '<title id="c-t">Words</title>' in markup
    assert '<desc id="c-d">A: 6 of 31; B: 0 of 19</desc>' in markup


def test_names_are_escaped():
    markup = str(dots((Dot("<b>&", "1 of 2", 0.5),), name="c", title="<i>"))
    assert "<b>" not in markup
    assert "&lt;b&gt;&amp;" in markup
    assert "&lt;i&gt;" in markup


@pytest.mark.parametrize(
    ("highs", "top"), [([0.17, 0.2], 0.2), ([0.21], 0.3), ([0.999], 1.0), ([], 0.1)]
)
def test_scale_ends_at_a_whole_tenth(highs, top):
    rows = [Dot("A", "", 0.1, 0.0, high) for high in highs]
    assert top_of(rows) == pytest.approx(top)


def test_scale_leaves_out_undefined_rows():
    assert top_of([Dot("A", "", None, math.nan, math.nan)]) == 0.1


def test_strip_draws_a_mark_per_finding():
    axis = Axis(((0, "start"), (1, "end")), middle=True)
    row = Track("A", "2 sentences", (Tick(0.25), Tick(0.75, hollow=True)))
    markup = str(strip((row,), axis, name="c", title="t", shapes=("bar",)))
    assert '<svg x="25%"' in markup
    assert '<svg x="75%"' in markup
    assert markup.count("hollow") == 1
    assert "M0-9V9" in markup
    assert "M0-8L8 0L0 8L-8 0Z" in markup


def test_strip_of_no_findings_keeps_its_rows():
    markup = str(strip((Track("A", "none", ()),), Axis(()), name="c", title="t", shapes=("bar",)))
    assert ">A</text>" in markup
    assert "<path" not in markup


def _articles(*rows):
    heads = {"published_basis": "stated", "outlet_basis": "stated"}
    counts = {"n_words": 1, "n_sentences": 1, "n_quotes": 0}
    return table("articles", [{**heads, **counts, **row} for row in rows])


def test_publication_is_a_dot_for_an_hour_and_a_bar_for_a_day():
    articles = _articles(
        {"article_id": "a", "outlet": "A", "published": "2024-05-01T12:00:00+00:00"},
        {"article_id": "b", "outlet": "B", "published": "2024-05-02"},
    )
    found = line(articles, event_zone="UTC", reader_zone=None)
    markup = str(when(found, name="c", title="t"))
    assert '<svg x="25%"' in markup
    assert '<rect x="50%" width="50%"' in markup


@pytest.mark.parametrize(
    ("share", "told"), [(0, "0%"), (1, "100%"), (0.5, "50%"), (1 / 3, "33.33%")]
)
def test_shares_are_written_short(share, told):
    assert percent(share) == told
