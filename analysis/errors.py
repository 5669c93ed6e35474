"""Errors a user can act on: each message says what was found, where, and what to do."""


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
