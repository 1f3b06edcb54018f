# The two commands of the README: `make demo` and `make test`. Everything goes into .venv; nothing else is touched.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
OUTPUT ?= output/

.PHONY: demo test crash fuzz lint bench bench-view interop clean
.DEFAULT_GOAL := demo

demo: $(VENV)/.installed
	$(BIN)/kg build seeds/ -o $(OUTPUT)
	@echo
	@echo "Open $(OUTPUT)graph.html in a browser, and ask for instance:"
	@echo "  $(BIN)/kg query $(OUTPUT) -f who-struck-whom"
	@echo "  $(BIN)/kg serve $(OUTPUT)"

test: $(VENV)/.installed-test
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4

# Minutes of processes that are killed: what is left has to be whole, and the next command has to go on.
crash: $(VENV)/.installed-test
	$(BIN)/python -m pytest -m ondemand tests/test_cluster.py tests/test_crash.py

# Half an hour of hostile bytes. What breaks something is left in the folder for temporary files.
SECONDS ?= 160
fuzz: $(VENV)/.installed-test
	$(BIN)/python -m tests.fuzz --seconds $(SECONDS)

lint: $(VENV)/.installed-test
	$(BIN)/ruff check .
	$(BIN)/mypy kg tests benchmarks

bench: $(VENV)/.installed
	$(BIN)/python -m benchmarks.bench
	$(BIN)/python -m benchmarks.scale
	$(BIN)/python -m benchmarks.add
	$(BIN)/python -m benchmarks.serve
	$(BIN)/python -m benchmarks.stores

bench-view: $(VENV)/.installed-test
	$(BIN)/python -m benchmarks.view

# Other stores: installs those that are to be had (into .interop and, as root, Debian's packages), asks each, and writes docs/interop.md.
interop: $(VENV)/.installed-test
	tests/interop/install.sh $(BIN)/python
	$(BIN)/kg build seeds/ -o .interop/sample -q
	$(BIN)/python -m tests.interop .interop/sample

clean:
	rm -rf $(VENV) .interop build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	rm -rf $(OUTPUT)graph.ttl $(OUTPUT)graph.html $(OUTPUT)store $(OUTPUT)texts $(OUTPUT)report.json $(OUTPUT)articles.msgpack $(OUTPUT)cache

# pip is upgraded first: after an install by the one that comes with Python 3.11.7 (23.2), trafilatura cannot be imported.
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "newskg needs Python 3.11 or later; try make PYTHON=python3.11")'
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install -qq --upgrade pip

$(VENV)/.installed: setup.cfg pyproject.toml | $(BIN)/python
	@echo "Installing newskg and what it needs into $(VENV); this takes a minute or two, once."
	@$(BIN)/python -m pip install -qq --editable .
	@touch $@

$(VENV)/.installed-test: $(VENV)/.installed
	@$(BIN)/python -m pip install -qq --editable '.[test]'
	@touch $@
