"""A library for each test: in a file, or on the server that PARALLAX_TEST_DATABASE_URL names."""

import os
import uuid

import psycopg
import pytest

from analysis.library import engine

SERVER = "PARALLAX_TEST_DATABASE_URL"


@pytest.fixture(autouse=True)
def _closed():
    yield
    engine.close_all()


@pytest.fixture
def postgres(monkeypatch):
    """Use a new database on the server; without one, skip, but fail where changes are judged."""
    server = os.environ.get(SERVER)
    if not server and os.environ.get("CI") == "true":
        pytest.fail(f"{SERVER} is not set: .ci/run starts a server and sets it")
    if not server:
        pytest.skip(f"{SERVER} names no server")
    name = f"parallax_{uuid.uuid4().hex}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        monkeypatch.setenv("PARALLAX_DATABASE_URL", f"{server}/{name}")
        yield connection
        engine.close_all()
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(
    params=["file", pytest.param("server", marks=[pytest.mark.postgres, pytest.mark.enable_socket])]
)
def either(request):
    """Run the test on a file and on a server."""
    if request.param == "server":
        request.getfixturevalue("postgres")
    return request.param
