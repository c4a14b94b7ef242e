# The README's two commands are `make edit` and `make test`. They need Python 3.11 or newer, make and git.

PYTHON ?= $(shell tools/find-python)
SAMPLE ?= samples/sudzha.txt
BIN := .venv/bin
STAMP := .venv/installed

.PHONY: edit test check install bench clean

edit: install  ## open the sample in the editor; without a terminal, print what check says of it
	@if [ -t 0 ] && [ -t 1 ]; then $(BIN)/copydesk edit $(SAMPLE); \
	else $(BIN)/copydesk check $(SAMPLE); fi

test: install  ## the whole test suite
	$(BIN)/python -m pytest

check: install  ## lint, format, types, architecture
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

# Beside Vale, proselint and harper-cli, where these are installed: make bench ARTICLES=folder STYLES=folder-of-vale-packs
bench: install  ## how fast it is here; with ARTICLES=a folder of .txt files, over many files too
	$(BIN)/python bench/check.py
	$(BIN)/python bench/names.py
	$(BIN)/python bench/packs.py $(ARTICLES)
	$(BIN)/python bench/headline.py
ifdef ARTICLES
	$(BIN)/python bench/compare.py --articles $(ARTICLES) $(if $(STYLES),--styles $(STYLES))
	$(BIN)/python bench/sameness.py $(ARTICLES) --ignore Grammar
endif

install: $(STAMP)

# The stamp is written last: an installation that broke off is begun again.
$(STAMP): pyproject.toml constraints.txt tools/find-python
	@test -n "$(PYTHON)" || { echo "copydesk needs Python 3.11 or newer; none was found" >&2; exit 1; }
	@rm -rf .venv
	@$(PYTHON) -m venv .venv || { rm -rf .venv; \
	  echo "Python cannot make a virtual environment: on Debian and Ubuntu, apt install python3-venv" >&2; exit 1; }
	@echo "Installing into .venv …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]' --constraint constraints.txt
	@$(BIN)/python -m compileall -q editor rules  # as pip does with what it copies: the first start is as quick as any
	@PYTHONDONTWRITEBYTECODE= $(BIN)/copydesk check --no-cache --exit-zero --ignore Grammar samples/sudzha.txt >/dev/null  # keeps patterns
	@touch $(STAMP)

clean:
	rm -rf .venv
