"""What the result folder of a batch says of itself."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from analysis.errors import InputError

MANIFEST = "manifest.json"

FORMAT = 1
"""Of the folder; a reader refuses others."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a result folder holds; the same for the same inputs, however the run went."""

    inputs: tuple[str, ...]
    versions: Mapping[str, str]
    fingerprint: str
    partition_rows: int
    is_finished: bool = False
    articles: int = 0
    refused: int = 0
    cut_stories: int = 0
    rows: Mapping[str, int] = field(default_factory=dict)
    """Rows by table."""
    parts: tuple[str, ...] = ()
    """Names of the parts, in the order of the inputs."""
    unread: tuple[str, ...] = ()
    """Inputs that could not be read, or not to their end."""
    format: int = FORMAT

    def to_json(self) -> str:
        """Return the manifest as JSON."""
        return json.dumps(asdict(self), indent=1, ensure_ascii=False) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Manifest:
        """Return the manifest that ``to_json`` wrote.

        Raises
        ------
        InputError
            If it is not one that this version reads.
        """
        try:
            row: dict[str, Any] = {"unread": (), **json.loads(text)}
            tuples = {name: tuple(row[name]) for name in ("inputs", "parts", "unread")}
            manifest = cls(**{**row, **tuples})
        except (ValueError, TypeError, KeyError) as err:
            message = f"{MANIFEST} is not a batch's; choose the folder that a batch wrote"
            raise InputError(message) from err
        if manifest.format != FORMAT:
            message = f"{MANIFEST} has format {manifest.format}; this version reads {FORMAT}"
            raise InputError(message)
        return manifest


def finished(folder: Path) -> Manifest:
    """Return the manifest of a folder on this machine whose batch is complete.

    Raises
    ------
    InputError
        If there is none, or the batch has not come to its end.
    """
    try:
        text = (folder / MANIFEST).read_text(encoding="utf-8", errors="replace")
    except OSError as err:
        message = f"no {MANIFEST} in {folder.name}; choose the folder that a batch wrote"
        raise InputError(message) from err
    manifest = Manifest.from_json(text)
    if not manifest.is_finished:
        message = f"the batch in {folder.name} is not finished; run the same command again"
        raise InputError(message)
    return manifest
