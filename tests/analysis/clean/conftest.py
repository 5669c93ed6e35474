import pytest

from analysis.clean import clean
from analysis.types import Article


@pytest.fixture
def labelled():
    """Return a function: lines of a page -> (kind, rule, text) of each block."""

    def label(*lines, title=None, gap="\n\n"):
        text = gap.join(lines)
        blocks = clean(Article(id="x", text=text, title=title))
        return [(b.kind.value, b.rule, text[b.start : b.end]) for b in blocks]

    return label


@pytest.fixture
def kinds(labelled):
    """Return a function: lines of a page -> kind by the text of the block."""

    def label(*lines, **options):
        return {text: kind for kind, _, text in labelled(*lines, **options)}

    return label
