# khabar: `make graph` reads the sample articles into output/; `make help` lists the rest.
# Needs Python 3.11 or newer and make. Everything else is put into .venv, once.

.DEFAULT_GOAL := help
.PHONY: help graph test lint serve bench lock clean

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3.14 python3 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
COMPILE := $(BIN)/pip-compile --quiet --strip-extras --allow-unsafe --no-annotate --no-header \
	--no-emit-index-url --no-emit-trusted-host --no-emit-options
LOCK_INPUT := $(BIN)/python tools/lock_input.py

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

graph: $(VENV)/.ready ## build the graph of the sample articles into output/
	@$(BIN)/kg build data/articles --output output

test: $(VENV)/.ready-dev ## run the tests
	@$(BIN)/python -m pytest

lint: $(VENV)/.ready-dev ## check style, types and the import contract
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy kg
	@$(BIN)/lint-imports

serve: $(VENV)/.ready ## serve the built graph: a SPARQL endpoint with a query page, on this machine only
	@$(BIN)/kg serve output

bench: $(VENV)/.ready-dev ## measure speed
	@$(BIN)/python -m benchmarks

clean: ## remove what was built and the environment
	@rm -rf $(VENV) output/.khabar output/.store output/graph.* output/network.html output/report.json output/*.csv

lock: $(VENV)/.ready-dev ## write the locked versions anew from pyproject.toml
	@$(PIP) install pip-tools
	@$(LOCK_INPUT) run | $(COMPILE) -o - - | $(LOCK_INPUT) heading run > requirements.lock.new
	@$(LOCK_INPUT) dev | $(COMPILE) -c requirements.lock.new -o - - | $(LOCK_INPUT) heading dev > requirements-dev.lock.new
	@mv requirements.lock.new requirements.lock
	@mv requirements-dev.lock.new requirements-dev.lock

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "khabar needs Python 3.11 or newer: install it, or call make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@echo "Setting up: an environment in $(VENV)"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.ready: requirements.lock | $(VENV)/bin/python
	@echo "Setting up: the locked packages of requirements.lock"
	@$(PIP) install --requirement requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q kg
	@touch $@

$(VENV)/.ready-dev: requirements-dev.lock | $(VENV)/.ready
	@echo "Setting up: the locked packages of requirements-dev.lock"
	@$(PIP) install --requirement requirements-dev.lock
	@touch $@
