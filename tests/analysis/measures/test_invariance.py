"""What must not change a number, for any invented comment and any outlet's name."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.measures import measure
from analysis.types import BlockKind
from tests.analysis.factories import annotated, prose

HITS = {("crowd", "harsh"): ["rioters of Testville"]}
TEXT = prose(16) + " The rioters of Testville were happy. “We are afraid,” they said."
QUOTED = ["We are afraid,"]


@settings(deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=80))
def test_a_comment_below_the_article_changes_nothing(comment):
    alone = annotated(TEXT, quoted=QUOTED, hits=HITS)
    with_comment = annotated(TEXT, (BlockKind.COMMENT, comment), quoted=QUOTED, hits=HITS)
    assert measure(with_comment) == measure(alone)


@settings(deadline=None)
@given(st.text(max_size=30))
def test_the_name_of_the_outlet_changes_nothing(outlet):
    article = annotated(TEXT, quoted=QUOTED, hits=HITS)
    renamed = replace(article, article=replace(article.article, outlet=outlet))
    assert measure(renamed) == measure(article)
