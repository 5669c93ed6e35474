"""Commands by name, imported when one of them is run."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from importlib import import_module

Command = Callable[[argparse.Namespace], int]


class Later:
    """A module of commands, imported when one of them is run: help is shown at once."""

    def __init__(self, module: str) -> None:
        self._module = module

    def __getattr__(self, name: str) -> Command:
        def command(arguments: argparse.Namespace) -> int:
            return getattr(import_module(self._module), name)(arguments)

        return command
