"""Articles that nobody wrote."""

from analysis.collect.candidate import Candidate, Origin, Way
from analysis.stories import Known
from analysis.types import Article, Basis, Block, BlockKind


def candidate(text="Rain fell on the town.", *, name="one.txt", part=None, **fields):
    """Return an article as a way in found it; its outlet's basis is stated if it has one."""
    basis = Basis.STATED if fields.get("outlet") else Basis.UNKNOWN
    known = (Known("found", "outlet", Basis.STATED, "the page"),) if fields.get("outlet") else ()
    layout = (Block(0, len(text), BlockKind.BODY, "page.body"),)
    article = Article("found", text, outlet_basis=basis, layout=layout, **fields)
    return Candidate(article, Origin(Way.FILE, name, part), known)


def candidates(n, **fields):
    """Return different articles."""
    return [candidate(f"Rain fell on day {i} of the flood.", **fields) for i in range(n)]
