# Two commands set everything up and do the work: `make report` and `make test`.
PYTHON   ?= python3
REGION   ?= KZ
LANGUAGE ?= en
BIN      := .venv/bin

# Without compiled bytecode every start of Python and every notebook kernel takes about twice as long.
unexport PYTHONDONTWRITEBYTECODE
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export MPLBACKEND := agg

.PHONY: report regions test quick style setup audit hooks lab bench bench-scale notebooks sample clean

# Tests of one file share what they set up, so a file stays on one core.
PYTEST := $(BIN)/pytest --numprocesses auto --dist loadfile
# What `make quick` leaves to `make test`: whole runs, commands, crawls, generated texts, and work at 32 times the size.
LONG   := chain cli crawler faults growth properties runs

report: .venv/ready           ## tables, charts and report of one region: make report REGION=KZ-43 LANGUAGE=kk
	@$(BIN)/dalel publish --region "$(REGION)" --language "$(LANGUAGE)"

regions: .venv/ready          ## the same for every region in kk, ru and en, with an index page: one language with LANGUAGE=kk
	@$(BIN)/dalel publish --all $(if $(filter command,$(origin LANGUAGE)),--language "$(LANGUAGE)")

test: style                   ## style, types, the notebooks' stored outputs, and all tests
	$(BIN)/pytest --nbval --nbval-cell-timeout 120 notebooks
	$(PYTEST)

quick: style                  ## the daily loop, under a minute: style, types and the short tests
	$(PYTEST) $(LONG:%=--ignore tests/%)

style: .venv/ready            ## style and types
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

lab: .venv/ready              ## JupyterLab on the notebooks
	$(BIN)/jupyter lab --notebook-dir notebooks

bench: .venv/ready            ## accuracy and speed, measured on this machine
	$(BIN)/python -m benchmarks.accuracy
	$(BIN)/python -m benchmarks.claims
	$(BIN)/python -m benchmarks.pages
	$(BIN)/python -m benchmarks.speed
	$(BIN)/python -m benchmarks.crawling 500 3

bench-scale: .venv/ready      ## time and memory against the number of pages: 300, 1 000 and 10 000 (minutes)
	$(BIN)/python -m benchmarks.scale --write

sample: .venv/ready           ## crawl the sample newsroom again, and make again what is committed of it
	$(BIN)/python -m newsroom.collect
	$(MAKE) notebooks

notebooks: .venv/ready        ## run the stored notebooks and the main job again, and the README's examples
	$(BIN)/python -m dalel.publishing.stored
	$(BIN)/dalel publish
	$(BIN)/python tests/house/readme.py

clean:                        ## remove what can be rebuilt; evidence and decisions stay
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis
	git clean -fdXq data/processed figures

setup: .venv/ready            ## .venv with all that is needed, from requirements.lock
	@echo "ready: $$($(BIN)/python --version), $$($(BIN)/python -m pip list 2>/dev/null | tail -n +3 | wc -l) packages in .venv; next: make report"

audit: .venv/ready            ## licences, and packages that are unused, unpinned or known to be vulnerable
	$(BIN)/python tests/house/audit.py

hooks: .venv/ready            ## let git run style, types and house rules before each commit
	$(BIN)/python -m pip install -qq pre-commit
	$(BIN)/pre-commit install

.venv/ready: requirements.lock pyproject.toml
	@echo "making .venv with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv .venv
	@echo "installing $$(grep -c '==' requirements.lock) packages at the versions of requirements.lock (minutes, once)"
	@$(BIN)/python -m pip install -qq --requirement requirements.lock
	@echo "installing dalel itself, so that its files here are used as they are"
	@$(BIN)/python -m pip install -qq --no-deps --no-build-isolation --editable .
	@touch $@
