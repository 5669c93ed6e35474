"""What ``python -m analysis batch`` does."""

from __future__ import annotations

import argparse
import os
import sys

from analysis.batch import ROWS
from analysis.commands import FINDINGS

INTERRUPTED = 130


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    batch = subparsers.add_parser(
        "batch", help="analyse any number of articles into a folder of tables (docs/batch.md)"
    )
    batch.add_argument(
        "inputs",
        nargs="+",
        metavar="INPUT",
        help="tables (.parquet, .jsonl, .csv), folders or patterns of them; s3:// and the like too",
    )
    batch.add_argument("out", metavar="OUT/", help="the result folder; a second run goes on in it")
    batch.add_argument(
        "--scheduler", metavar="ADDRESS", help="a Dask cluster; without: this machine"
    )
    batch.add_argument(
        "--workers", type=_count, default=os.cpu_count() or 1, help="processes on this machine"
    )
    batch.add_argument(
        "--partition-rows", type=_count, default=ROWS, help=f"articles a part; default: {ROWS}"
    )
    batch.set_defaults(command=batch_command)


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        message = f"{number} is too few; give 1 or more"
        raise argparse.ArgumentTypeError(message)
    return number


def batch_command(arguments: argparse.Namespace) -> int:
    """Run the batch, say what came of it, and return the exit status."""
    from analysis.batch.job import Job, run  # noqa: PLC0415 -- Dask takes a second to import

    job = Job(
        inputs=arguments.inputs,
        out=arguments.out,
        scheduler=arguments.scheduler,
        workers=arguments.workers,
        rows=arguments.partition_rows,
    )
    try:
        manifest = run(job)
    except KeyboardInterrupt:
        print(
            "\nstopped; what is done is kept: run the same command again to go on", file=sys.stderr
        )
        return INTERRUPTED
    print(f"{manifest.articles:,} articles analysed into {arguments.out}", file=sys.stderr)
    if manifest.refused:
        print(
            f"{manifest.refused:,} refused, each with its reason in refused.jsonl", file=sys.stderr
        )
    return FINDINGS if manifest.refused else 0
