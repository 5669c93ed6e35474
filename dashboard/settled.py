"""What stays for the life of the process is taken out of Python's search for garbage."""

from __future__ import annotations

import gc
import sys
from functools import lru_cache


def settle() -> None:
    """Set aside what has been imported, after a page is drawn and whenever imports were added.

    Streamlit collects garbage at the end of every run and would walk all of it each time.
    """
    _settle(len(sys.modules))


@lru_cache(maxsize=1)
def _settle(n_modules: int) -> None:
    del n_modules  # only says whether there is anything new
    gc.collect()
    gc.freeze()
