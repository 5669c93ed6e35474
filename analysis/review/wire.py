"""Passages that stand word for word in another article, where the draft credits no agency."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.compare.agencies import agency_credits
from analysis.compare.wire import shared_passages
from analysis.review.finding import Found
from analysis.review.material import Material, elsewhere
from analysis.review.rule import Rule
from analysis.spans import n_words
from analysis.vocabulary import listed, plural


def shared_copy(material: Material) -> Iterator[Found]:
    """Yield the copy that the draft shares with each other article, if it credits no agency.

    Quotations are left out: two who heard one speech share its words, not their copy.
    """
    if agency_credits(material.draft):
        return
    for shared in shared_passages(material.all):
        if shared.left != 0:
            continue
        other = material.all[shared.right]
        credits = agency_credits(other)
        words = n_words(material.draft.text, shared.left_spans)
        named = f", which credits {listed(list(credits))}" if credits else ""
        yield Found(
            shared.left_spans[0],
            other.article.id,
            f"{words} words in {plural(len(shared.left_spans), 'passage')} stand word for word in "
            f"{other.article.label}{named}; this draft credits no agency. Check where the copy "
            "comes from, and credit it.",
            words,
            tuple(elsewhere(other, span) for span in shared.right_spans[:3]),
        )


WIRE = (
    Rule(
        id="wire.credit",
        title="Shared copy without a credit",
        about="Passages of at least 12 words that another article prints too, quotations left "
        "out, while the draft credits no agency.",
        find=shared_copy,
        guidance="plagiarism",
    ),
)
