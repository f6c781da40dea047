# Two commands do everything on a machine with Python 3.11 or newer: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEV_READY := $(VENV)/.dev-ready

# One more than there are cores: tests of the viewer wait for the browser.
WORKERS := $(shell $(PYTHON) -c 'import os; print(1 + len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else "auto")' 2>/dev/null || echo auto)

# The tests start hundreds of processes, each of which would compile all it imports.
unexport PYTHONDONTWRITEBYTECODE

BROWSER_READY := $(VENV)/.browser-ready
RSVG_READY := $(VENV)/.rsvg-ready
SCHEMAS_READY := $(VENV)/.schemas-ready
PEERS_READY := $(VENV)/.peers-ready
EDITORS_READY := $(VENV)/.editors-ready

.PHONY: demo test test-all test-vscode bundle dist docs bench generate format clean

demo: $(READY)
	@$(BIN)/coldwater build

test: $(DEV_READY) $(BROWSER_READY) $(RSVG_READY) $(SCHEMAS_READY) $(PEERS_READY) $(EDITORS_READY)
	$(BIN)/ruff format --check src tests bench
	$(BIN)/ruff check src tests bench
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m coldwater.model.generate --check
	$(BIN)/python -m coldwater.schemas.generate --check
	$(BIN)/python -m coldwater.schemes.generate --check
	$(BIN)/python -m coldwater.rules.generate --check
	$(BIN)/python -m coldwater.cli.generate --check
	$(BIN)/coldwater check arguments
	$(BIN)/coldwater fmt --check arguments
	$(BIN)/coldwater render --check arguments --format svg --format png --format pdf --format html
	$(BIN)/coldwater render --check arguments
	$(BIN)/python -m pytest -q --numprocesses $(WORKERS)

# The same tests with about thirty times as many examples, and with all small maps: for a night.
test-all:
	COLDWATER_EXAMPLES=8 COLDWATER_ALL_MAPS=1 $(MAKE) test

# What is released, in dist/: built, installed in an empty environment, and the main job done there.
dist: $(DEV_READY)
	cd tests && ../$(BIN)/python -m release.making ../dist

# The documentation as a site, in build/site.
docs: $(DEV_READY)
	cd tests && ../$(BIN)/python -m website.making ../build

bench: $(DEV_READY)
	$(BIN)/python -m bench

# Rewrites what is made from models, schemes, rules and commands: schemas, quick checker, plain twins, manual, drawings.
generate: $(DEV_READY)
	$(BIN)/python -m coldwater.model.generate
	$(BIN)/python -m coldwater.schemas.generate
	$(BIN)/python -m coldwater.schemes.generate
	$(BIN)/python -m coldwater.render.fonts.cuts
	$(BIN)/python -m coldwater.render.generate
	$(BIN)/python -m coldwater.rules.generate
	$(BIN)/python -m coldwater.cli.generate
	$(BIN)/coldwater build

format: $(DEV_READY)
	$(BIN)/ruff format src tests bench
	$(BIN)/ruff check --fix src tests bench

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "coldwater needs Python 3.11 or newer; call: make PYTHON=python3.12 ..."; exit 2; }
	$(PYTHON) -m venv $(VENV)

$(READY): pyproject.toml $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[docx,lsp,pdf,serve,solve,xlsx]'
	@touch $@

$(DEV_READY): pyproject.toml $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group dev || \
	  { $(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip && $(BIN)/python -m pip install --quiet --disable-pip-version-check --group dev; }
	@touch $@

# What the browser tests need: Chromium, best without a window (installed here when that is possible: root on Debian),
# and one npm package.
# Without them these tests are skipped and say so; where CI is set they fail.
$(BROWSER_READY): tests/browser/package-lock.json $(DEV_READY)
	@command -v chromium-headless-shell >/dev/null || [ "$$(id -u)" != 0 ] || ! command -v apt-get >/dev/null || \
	  { echo "installing chromium"; apt-get -qq update && export DEBIAN_FRONTEND=noninteractive && \
	    { apt-get -qq install -y --no-install-recommends chromium-headless-shell >/dev/null 2>&1 || command -v chromium >/dev/null || \
	      apt-get -qq install -y --no-install-recommends chromium >/dev/null; }; } || true
	@command -v npm >/dev/null || [ "$$(id -u)" != 0 ] || ! command -v apt-get >/dev/null || \
	  { echo "installing npm"; apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends npm >/dev/null; } || true
	@! command -v npm >/dev/null || npm ci --prefix tests/browser --ignore-scripts --no-audit --no-fund --loglevel=error || true
	@touch $@

# What the drawings are held against: librsvg, the widest of the usual fonts, and poppler for paper. Without them those tests are skipped.
$(RSVG_READY): $(BROWSER_READY)
	@{ command -v rsvg-convert && command -v pdftoppm; } >/dev/null || [ "$$(id -u)" != 0 ] || ! command -v apt-get >/dev/null || \
	  { echo "installing librsvg2-bin"; apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends librsvg2-bin fonts-dejavu-core poppler-utils >/dev/null; } || true
	@touch $@

# Published schemas that the reports of a check are held against, from npm; without it those tests are skipped and say so.
$(SCHEMAS_READY): tests/schemas/package-lock.json $(BROWSER_READY)
	@! command -v npm >/dev/null || npm ci --prefix tests/schemas --ignore-scripts --no-audit --no-fund --loglevel=error || true
	@touch $@

# Other tools that the formats are held against, from npm: Argdown's own parser. Without it those tests are skipped.
$(PEERS_READY): tests/peers/package-lock.json $(BROWSER_READY)
	@! command -v npm >/dev/null || npm ci --prefix tests/peers --ignore-scripts --no-audit --no-fund --loglevel=error || true
	@touch $@

# Editors that the server is driven from: Neovim (installed here as Chromium is), and from npm what packs the extension
# for VS Code and what the text pane of the page is bundled from. Without them those tests are skipped.
$(EDITORS_READY): editors/vscode/package-lock.json editors/codemirror/package-lock.json $(BROWSER_READY)
	@command -v nvim >/dev/null || [ "$$(id -u)" != 0 ] || ! command -v apt-get >/dev/null || \
	  { echo "installing neovim"; apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends neovim >/dev/null; } || true
	@! command -v npm >/dev/null || npm ci --prefix editors/vscode --ignore-scripts --no-audit --no-fund --loglevel=error || true
	@! command -v npm >/dev/null || npm ci --prefix editors/codemirror --ignore-scripts --no-audit --no-fund --loglevel=error || true
	@touch $@

# The editor of the page of `coldwater serve`, bundled anew from pinned packages; the result is committed.
bundle:
	npm ci --prefix editors/codemirror --ignore-scripts --no-audit --no-fund --loglevel=error
	npm run build --prefix editors/codemirror

# The extension in VS Code itself, which npm has as part of code-server: some 300 MB, so it is no part of `make test`. Its own list
# of packages leaves out what they only wish for beside them, which npm from 11 on would not install without being told.
HOST := tests/browser/vscode
test-vscode: $(DEV_READY) $(EDITORS_READY)
	npm ci --prefix $(HOST) --ignore-scripts --no-audit --no-fund --loglevel=error
	npm ci --legacy-peer-deps --prefix $(HOST)/node_modules/code-server/lib/vscode --omit=dev --ignore-scripts --no-audit --no-fund --loglevel=error
	$(BIN)/python -m pytest -q $(HOST)

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
