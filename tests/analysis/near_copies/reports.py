"""Invented reports: sentences of drawn words, each number its own."""

import random

WORDS = (
    "harbour storm ferry crew rescue council storm mayor road closed school water night "
    "wind pier boat engine captain child market bridge tower river crowd police doctor "
    "morning signal coast island letter garden window winter summer paper engine lamp "
    "station train driver farmer field orchard mill stone wall gate valley hill forest"
).split()


def sentence(draw):
    """Return a sentence of twelve words."""
    return " ".join(draw.choice(WORDS) for _ in range(12)).capitalize() + "."


def report(number, n_sentences=20):
    """Return the sentences of report ``number`` as one text."""
    draw = random.Random(number)
    return " ".join(sentence(draw) for _ in range(n_sentences))
