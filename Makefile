# Developers' commands. Each builds .venv first when it must, so they work in a fresh clone.
.PHONY: help setup check format test bench bench-reader load migrations run requirements advisories docs
BIN := .venv/bin

help:
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 22

setup: ## build .venv with what tests and checks need
	@. bin/python.sh && "$$python" -m tinhso.config.setup dev

check: setup ## everything that needs no test run: style, types, imports, templates, migrations, lengths
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/djlint tinhso --lint --quiet
	$(BIN)/tinhso makemigrations --check --dry-run
	$(BIN)/tinhso django check --fail-level WARNING
	$(BIN)/python -m pytest -q tests/house/test_lengths.py tests/house/test_words.py

format: setup ## put the code into the house's form
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

test: ## the whole suite on both databases
	bin/test

bench: setup ## page time beside the time of its bare SQL, and the reader's MB/s
	$(BIN)/python -m bench

bench-reader: setup ## precision, recall and F1 of the reader on tests/gold
	$(BIN)/python -m bench.reader

load: ## 300 people for five minutes over PostgreSQL and two workers (MINUTES=1 for a short try)
	@. bin/python.sh && "$$python" -m tinhso.config.setup dev load
	$(BIN)/python -m bench.load $(MINUTES)

migrations: setup ## write the migrations that the models ask for
	$(BIN)/tinhso makemigrations

run: ## prepare and serve
	bin/run

# Compiled with uv (the only command here that needs it): the same pins for 3.11–3.13, with hashes, no index address.
requirements: ## compile requirements/*.in into pinned *.txt with hashes
	cd requirements && for name in runtime build node dev load; do \
	  uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --only-binary :all: \
	    --no-header --no-annotate --no-emit-index-url $(UPGRADE) $$name.in -o $$name.txt || exit 1; done

# Neither is pinned here: both are the registries' own clients and want their newest list of faults. Without --strict
# pip-audit says "No known vulnerabilities found" also when it could ask about none of the packages.
advisories: ## ask the registries which pinned versions have known faults (needs pip-audit and npm)
	pip-audit --strict --disable-pip --require-hashes --requirement requirements/runtime.txt
	npm audit

docs: setup ## write docs/openapi.json; check that the documents name every setting and command
	$(BIN)/tinhso openapi docs/openapi.json
	$(BIN)/python -m pytest -q tests/house/test_documents.py
