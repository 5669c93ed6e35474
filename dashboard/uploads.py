"""What a browser sent, as a file for as long as it is read; its own name is never used."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


@contextmanager
def on_disk(data: bytes, suffix: str) -> Iterator[Path]:
    """Write bytes to a file of our own naming, and delete it afterwards."""
    with TemporaryDirectory(prefix="parallax-") as folder:
        path = Path(folder) / f"upload{suffix}"
        path.write_bytes(data)
        yield path
