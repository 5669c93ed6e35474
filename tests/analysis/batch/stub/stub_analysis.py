"""An analysis that needs no model: one sentence, and whatever accident the text orders."""

import os
import re
import signal
import sys
from pathlib import Path

from analysis.types import AnnotatedArticle, Block, BlockKind, Sentence

ORDER = re.compile(r"ORDER (\w+)(?: (\S+))?(?: (\S+))?")


def analyse(articles):
    for article in articles:
        obey(article.text)
        if "alone" in article.text and len(articles) > 1:
            raise ValueError(article.id)
        end = len(article.text)
        yield AnnotatedArticle(
            article,
            (Block(0, end, BlockKind.BODY, "test"),),
            (Sentence("s1", 0, end, len(article.text.split()), BlockKind.BODY, 0.25),),
            (), (), (), (), (),
        )  # fmt: skip


def obey(text):
    order = ORDER.search(text)
    if order:
        ORDERS[order[1]](*filter(None, order.groups()[1:]))


def loop():
    while True:
        pass


def hoard():
    [bytes(2**28) for _ in range(64)]


def fail():
    raise KeyError(fail)


def crash():
    os._exit(70)


def deadly():
    os.kill(os.getppid(), signal.SIGKILL)
    os._exit(71)


def once(mark, what):
    """Kill a process, the first time only: the worker, or one whose number is in a file."""
    path = Path(mark)
    if path.exists():
        return
    path.touch()
    pid = os.getppid() if what == "worker" else int(Path(what).read_text())
    os.kill(pid, signal.SIGKILL)


def without(module):
    """Break down if the process has imported a module."""
    if module in sys.modules:
        raise KeyError(module)


ORDERS = {f.__name__: f for f in (loop, hoard, fail, crash, deadly, once, without)}
