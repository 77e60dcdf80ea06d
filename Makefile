# Everything that a newcomer, a contributor and CI call. `make help` lists the targets.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DOCUMENT ?= 35/2024/NQ-HDND

.DEFAULT_GOAL := help
.PHONY: help run test check score bench bench-extract bench-start bench-query fuzz long docs lock clean

help: ## list the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):[^#]*## /\1\t/' | expand -t 16

$(VENV)/.run: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("ansinh needs Python 3.11 or newer: make PYTHON=python3.12 run" if sys.version_info < (3, 11) else 0)'
	@echo "setting up $(VENV) (once) …" >&2
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.lock
	@touch $@

run: $(VENV)/.run ## build the graph of the five seeds, validate it, answer the main question
	$(BIN)/ansinh build
	$(BIN)/ansinh validate
	$(BIN)/ansinh query document-outcomes -p document=$(DOCUMENT)

test: $(VENV)/.dev ## every test that needs nothing but Python
	$(BIN)/python -m pytest

check: $(VENV)/.dev ## style, types, and the package installed alone in a fresh environment
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -m "" tests/packaging

score: $(VENV)/.dev ## hold what is read against the gold files, and note the error rate of every rule
	$(BIN)/python -m tests.gold.score_table
	$(BIN)/python -m tests.gold.error_rates

$(VENV)-%/.ready: requirements-%.lock
	@test -x $(VENV)-$*/bin/python || $(PYTHON) -m venv $(VENV)-$*
	@$(VENV)-$*/bin/python -m pip install --quiet --disable-pip-version-check -r $<
	@touch $@

bench-extract: $(VENV)/.dev $(VENV)-bench/.ready ## reading articles: CPU time against the usual pipeline, by turns, and by stage
	$(BIN)/python -m tests.benchmarks.extract $(VENV)-bench/bin/python

bench-start: $(VENV)/.dev ## the help and the saved queries: wall time against the smallest programs, by turns
	$(BIN)/python -m tests.benchmarks.start

bench-query: $(VENV)/.dev ## the saved queries as rows and as answers: time against the bare engine, by turns
	$(BIN)/python -m tests.benchmarks.query

bench: bench-extract bench-start bench-query ## every benchmark

FUZZ_SECONDS ?= 3600
fuzz: $(VENV)/.dev $(VENV)-fuzz/.ready ## any bytes, guided by coverage: $(FUZZ_SECONDS) seconds that must not find a traceback or a hang
	PYTHONPATH=src $(VENV)-fuzz/bin/python -m tests.fuzzing.extract $(FUZZ_SECONDS)

long: bench fuzz ## what takes an hour and more

docs: $(VENV)/.dev ## write the reference and the shown outputs anew
	$(BIN)/python -m tests.docs.refresh

lock: $(VENV)/.dev ## resolve the dependencies again
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-header pyproject.toml --group build -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-header pyproject.toml --all-extras --group build --group dev -c requirements.lock -o requirements-dev.lock
	for group in bench fuzz; do $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-header pyproject.toml --group $$group -c requirements.lock -o requirements-$$group.lock; done

clean: ## remove what was built
	rm -rf $(VENV) $(VENV)-bench $(VENV)-fuzz ansinh-store build dist .pytest_cache .mypy_cache .ruff_cache
