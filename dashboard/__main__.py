"""python -m dashboard [--port N] [--lan] [--batch FOLDER]: start the app and say where it is."""

from __future__ import annotations

import argparse
import os
import socket
import sys
from pathlib import Path

from streamlit.web.cli import main as streamlit

from analysis import paths
from analysis.batch.manifest import finished
from analysis.errors import InputError

APP = Path(__file__).with_name("server.py")

LOOPBACK = "127.0.0.1"
ALL_INTERFACES = "0.0.0.0"  # noqa: S104 - only with --lan, which says what it does
DEFAULT_PORT = 8501

TAKEN, USAGE = 1, 2


def main(arguments: list[str] | None = None) -> int:
    """Start the app; return its exit status."""
    options = _options(arguments)
    host = ALL_INTERFACES if options.lan else LOOPBACK
    if not is_free(host, options.port):
        print(
            f"Port {options.port} is taken, perhaps by Parallax itself: "
            f"look at http://{LOOPBACK}:{options.port} first, "
            f"or choose another port: python -m dashboard --port {options.port + 1}",
            file=sys.stderr,
        )
        return TAKEN
    if options.batch:
        os.environ[paths.BATCH] = str(options.batch)
    address = _lan_address() if options.lan else LOOPBACK
    print(f"Parallax: http://{address}:{options.port}  (stop with Ctrl+C)", flush=True)
    if options.lan:
        print(
            "Everyone in this network can open this address and read every article in the "
            f"library{' and the batch' if options.batch else ''}. There is no login.",
            flush=True,
        )
    return run(host, options.port, [LOOPBACK, "localhost", address])


def is_free(host: str, port: int) -> bool:
    """Return whether a server can listen there."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def run(host: str, port: int, allowed: list[str]) -> int:
    """Run the app's server in this process until it is stopped."""
    os.chdir(APP.parent.parent)  # where Streamlit looks for .streamlit/config.toml
    command = [
        *("run", str(APP), "--server.address", host, "--server.port", str(port)),
        # A page elsewhere that renames itself to this address gets no answer.
        *(part for name in dict.fromkeys(allowed) for part in ("--server.allowedHosts", name)),
    ]
    if sys.stdout.isatty():
        # Somebody sits here: open their browser, and ask them for nothing.
        command += ["--server.headless", "false", "--server.showEmailPrompt", "false"]
    return streamlit(command, standalone_mode=False) or 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m dashboard", description="Open the Parallax dashboard in your browser."
    )
    parser.add_argument("--port", type=_port, default=DEFAULT_PORT, help="default: 8501")
    parser.add_argument("--lan", action="store_true", help="let this network's computers in")
    parser.add_argument(
        "--batch",
        type=_batch,
        metavar="FOLDER",
        help="the result of a batch, to look at over time",
    )
    return parser.parse_args(arguments)


def _port(text: str) -> int:
    port = int(text)
    if not 1 <= port <= 65535:
        message = f"{port} is not a port; choose one from 1024 to 65535"
        raise argparse.ArgumentTypeError(message)
    return port


def _batch(text: str) -> Path:
    """Return the folder by its whole path; the server does not stay where it was started."""
    folder = Path(text).resolve()
    try:
        finished(folder)
    except InputError as err:
        raise argparse.ArgumentTypeError(str(err)) from err
    return folder


def _lan_address() -> str:
    """Return this computer's address in its network; nothing is sent to find out."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # RFC 5737: documentation only, never routed
        except OSError:
            return LOOPBACK
        return probe.getsockname()[0]


if __name__ == "__main__":
    sys.exit(main())
