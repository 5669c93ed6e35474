"""What ``python -m analysis batch`` does."""

from __future__ import annotations

import argparse
import sys

from analysis.batch.job import Job, run
from analysis.commands import FINDINGS

INTERRUPTED = 130


def batch(arguments: argparse.Namespace) -> int:
    """Run the batch, say what came of it, and return the exit status."""
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
