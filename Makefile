.DEFAULT_GOAL := package
.PHONY: package test bench lint requirements clean

package:  ## render the edition's package into _output/
	@scripts/setup run
	@.venv/bin/mpp package

test:  ## run the tests
	@scripts/setup test
	@PATH="$(CURDIR)/.venv/bin:$$PATH" python -m pytest --numprocesses 2 --dist loadscope --no-loadscope-reorder

bench:  ## time and memory, as a table
	@scripts/setup bench
	@.venv/bin/python -m bench

lint:  ## style and types
	@scripts/setup test
	@.venv/bin/ruff check .
	@.venv/bin/mypy

requirements:  ## pin the newest versions that pyproject.toml admits
	@scripts/pin

clean:  ## remove everything that was made
	rm -rf .venv .venv-bench tests/web/node_modules _output _quarto .quarto .mpp-cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
