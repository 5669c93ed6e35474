# make run    install and open the dashboard on the demonstration story
# make test   install and run every test
# make lock   write requirements.lock: every package that is installed, with its hashes
# make sbom   write build/sbom.cdx.json: the same as a bill of materials (CycloneDX)
# make bench  time everything and write docs/benchmarks.md (more than an hour; to see that all of it runs: ARGS=--quick)
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
RUN_STAMP := $(VENV)/.installed-run
DEV_STAMP := $(VENV)/.installed-dev
BENCH_STAMP := $(VENV)/.installed-bench

# Tests of processes that start processes: they cannot do so from a process of the test runner.
SPAWNING := tests/analysis/batch/test_cluster.py tests/analysis/test_parallel.py tests/analysis/test_commands_run.py

.PHONY: run test bench check lint format lock sbom clean

run: $(RUN_STAMP)
	$(BIN)/python -m dashboard

test: $(DEV_STAMP)
	$(BIN)/python -m pytest -n auto --maxprocesses=4 --dist=loadfile $(addprefix --ignore=,$(SPAWNING))
	$(BIN)/python -m pytest $(SPAWNING)

bench: $(BENCH_STAMP)
	$(BIN)/python -m benchmarks $(ARGS)

check: lint test

lint: $(DEV_STAMP)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports
	$(BIN)/basedpyright
	$(BIN)/codespell

format: $(DEV_STAMP)
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Parallax needs Python 3.11 or newer")'
	$(PYTHON) -m venv $(VENV)

$(RUN_STAMP): requirements.txt pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

$(DEV_STAMP): requirements.txt requirements-dev.txt pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $(RUN_STAMP) $@

$(BENCH_STAMP): $(DEV_STAMP) requirements-bench.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-bench.txt
	touch $@

lock: $(DEV_STAMP)
	$(BIN)/python -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	  --no-header --no-annotate --no-emit-package parallax-news requirements.txt -o requirements.lock

sbom: $(DEV_STAMP)
	mkdir -p build
	$(BIN)/cyclonedx-py requirements requirements.lock -o build/sbom.cdx.json

clean:
	rm -rf $(VENV) .parallax
