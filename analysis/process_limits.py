"""What this process may use: cores, and what the system can hold it to (Windows cannot)."""

from __future__ import annotations

import os
import sys
import time

try:
    import resource
except ImportError:
    resource = None


def n_cores() -> int:
    """Return the number of processor cores that this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def limit_memory(n_bytes: int) -> None:
    """Let no more memory than this be had; a crash writes no image of it either."""
    if resource:
        _lower(resource.RLIMIT_AS, n_bytes)
        _lower(resource.RLIMIT_CORE, 0)


def forbid_writing() -> None:
    """Let no file grow."""
    if resource:
        _lower(resource.RLIMIT_FSIZE, 0)


def limit_time(cpu_seconds: int) -> None:
    """Let the system end this process once it has used so much more processor time."""
    if resource:
        _lower(resource.RLIMIT_CPU, int(time.process_time()) + 1 + cpu_seconds)


def _lower(kind: int, limit: int) -> None:
    """Set a limit that can be raised again, within the one that cannot."""
    if resource:
        _, hard = resource.getrlimit(kind)
        resource.setrlimit(kind, (limit if hard < 0 else min(limit, hard), hard))
