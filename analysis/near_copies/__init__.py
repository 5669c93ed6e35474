"""Articles in, which of them are versions or copies of one another, and what changed, out.

Nothing here reads files, a database or the network: texts and addresses in, values out.
"""

from analysis.near_copies.addresses import canonical_url
from analysis.near_copies.changes import Change, ChangeKind, differences
from analysis.near_copies.links import Link, LinkKind, Signed, links
from analysis.near_copies.signature import signature

__all__ = [
    "Change",
    "ChangeKind",
    "Link",
    "LinkKind",
    "Signed",
    "canonical_url",
    "differences",
    "links",
    "signature",
]
