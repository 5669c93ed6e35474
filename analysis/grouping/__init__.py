"""Articles in, groups of them that are likely to be about one event out: proposals, no more."""

from analysis.grouping.proposals import Proposal, proposed_stories

__all__ = ["Proposal", "proposed_stories"]
