"""Errors a user can act on: each message says what was found, where, and what to do."""

from enum import StrEnum


class ParallaxError(Exception):
    """Base of every error that Parallax raises on purpose."""


class InputError(ParallaxError):
    """An article or a file of articles that cannot be read."""


class LexiconError(ParallaxError):
    """A word list that breaks its own rules."""


class StoryError(ParallaxError):
    """A story folder or an outlet entry that is incomplete or unknown."""


class ModelError(ParallaxError):
    """A trained part that is missing or does not load."""


class WorkerError(ParallaxError):
    """Worker processes that end one after the other, whatever they are given."""


class LibraryProblem(StrEnum):
    """What keeps the library from being read or written."""

    FULL = "full"
    READ_ONLY = "read-only"
    LOCKED = "locked"
    DAMAGED = "damaged"
    NEWER = "newer"
    """Written by a newer version of Parallax."""
    FOREIGN = "foreign"
    """Not a library at all."""
    UNREACHABLE = "unreachable"
    """The server that keeps it does not answer, or does not let us in."""
    CHANGED = "changed"
    """Somebody else changed the thing in the meantime."""
    FAULT = "fault"
    """Anything else that the database reports."""


class LibraryError(ParallaxError):
    """The library cannot be read or written now; what was saved before is still there."""

    def __init__(self, message: str, problem: LibraryProblem) -> None:
        super().__init__(message)
        self.problem = problem


class BatchError(ParallaxError):
    """A cluster that cannot be reached, was lost, or does not fit this version."""
