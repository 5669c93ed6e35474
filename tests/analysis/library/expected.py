"""What tests of a library in trouble expect."""

import pytest

from analysis.errors import LibraryError


class Fails:
    """Expect a library error of one kind with some words in it."""

    def __init__(self, problem, words):
        self.problem, self.raises = problem, pytest.raises(LibraryError, match=words)

    def __enter__(self):
        self.raised = self.raises.__enter__()

    def __exit__(self, *raised):
        done = self.raises.__exit__(*raised)
        assert self.raised.value.problem is self.problem
        return done
