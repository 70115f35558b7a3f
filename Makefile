# The museum's commands; `make help` lists them.

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
TEST_PROCESSES ?= 2
PYTEST := $(BIN)/python -m pytest -n $(TEST_PROCESSES) --dist loadgroup --durations 25

# Compiled modules are kept, also where the shell says otherwise: each process compiles all anew.
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.PHONY: help run dev quick rest postgresql test lint format typecheck messages requirements bench bench-register bench-imports bench-media bench-files bench-rooms bench-weights tables screenshots clean \
	python tools developer-tools

help: ## List the commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 22

run: python ## Open the museum as visitors get it (PORT=8000)
	@$(PYTHON) -m scripts.port "$(PORT)"
	@$(PYTHON) -m scripts.bootstrap
	@exec $(BIN)/python -m scripts.open_museum "$(PORT)"

dev: developer-tools ## Start the developers' reloading server (PORT=8000)
	@$(PYTHON) -m scripts.port "$(PORT)"
	@exec $(BIN)/python -m scripts.open_museum "$(PORT)" --dev

quick: developer-tools ## Run the tests that need neither a browser nor PostgreSQL, in two minutes
	@rm -rf var/coverage && mkdir -p var/coverage
	npm run --silent test
	COVERAGE=var/coverage/quick $(PYTEST) -m "not browser and not slow"

rest: developer-tools ## Run the tests that `make quick` leaves out, most of them in a real browser
	@$(BIN)/python -m scripts.browser --install
	@rm -rf var/coverage/rest
	COVERAGE=var/coverage/rest $(PYTEST) -m "browser or slow"
	@$(BIN)/python -m scripts.coverage

postgresql: developer-tools ## Run again, on PostgreSQL, the tests that can differ there
	@$(BIN)/python -m scripts.browser --install
	$(BIN)/python -m scripts.postgres $(PYTEST) --differing

test: quick rest postgresql ## Run every test: quick, rest, postgresql

lint: developer-tools ## Check style, imports, templates, styles and migrations
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/python -m scripts.house
	$(BIN)/djlint --lint --quiet .
	npm run --silent check
	npm run --silent lint
	DJANGO_SETTINGS_MODULE=museum.settings.test $(BIN)/python manage.py check
	DJANGO_SETTINGS_MODULE=museum.settings.test $(BIN)/python manage.py makemigrations --check --dry-run

format: developer-tools ## Put the code in its standard form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	npx stylelint --fix "frontend/**/*.css"
	npx prettier --write --log-level warn .

typecheck: developer-tools ## Check the types
	$(BIN)/mypy

messages: developer-tools ## Collect the interface's texts into locale/
	$(BIN)/python -m scripts.messages extract

requirements: developer-tools ## Compile requirements*.in, with hashes
	for list in requirements requirements-dev; do \
		$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
			--custom-compile-command "make requirements" $$list.in --output-file $$list.txt || exit; \
	done

bench: developer-tools ## Measure what a page costs, kept and made anew, with 100 and 5,000 artifacts
	@$(BIN)/python -m tests.bench.page_cache
	@$(BIN)/python -m tests.bench.pages

bench-register: developer-tools ## Measure the editors' register of artifacts with 20,000 records
	@$(BIN)/python -m tests.bench.register

bench-imports: developer-tools ## Measure an import of 20,000 rows: planned, run, taken back
	@$(BIN)/python -m tests.bench.imports

bench-files: developer-tools ## Print what becomes of every kind of file: pictures, documents, objects, refused ones
	@$(BIN)/python -m tests.bench.file_kinds

VIEWED ?= map-network register-tetouan-1862 lamp-tetouan chart-growth school-bell
bench-media: developer-tools ## Measure what large files cost, and the viewers of the museum that runs on PORT
	@$(BIN)/python -m tests.bench.media
	@$(BIN)/python -m tests.bench.viewers http://localhost:$(PORT)/en/collection/ $(VIEWED)

ROOMS ?= first-schools/paris-1860 first-schools/tetouan-1862 the-road-east/tehran
bench-rooms: developer-tools ## Measure the 3D walk and the room editor of the museum that runs on PORT
	@$(BIN)/python -m tests.bench.rooms \
		$(foreach room,$(ROOMS),http://localhost:$(PORT)/en/exhibitions/$(room)/)
	@$(BIN)/python -m tests.bench.room_editor http://localhost:$(PORT)

bench-weights: developer-tools ## Weigh every page of the museum that runs on PORT
	@$(BIN)/python -m tests.bench.weights http://localhost:$(PORT)

tables: developer-tools ## Print who may go where in the editor, and what its actions do to each type of page
	@cat tests/home/admin/addresses.txt
	@PRINT_TABLES=1 $(BIN)/python -m pytest -q -s tests/home/admin/test_page_actions.py

screenshots: developer-tools ## Take the pictures of docs/ from the demonstration museum
	@$(BIN)/python -m scripts.screenshots

clean: ## Remove what the commands made, but keep var/: the database and uploaded files
	rm -rf .venv node_modules museum/static/museum/build var/static var/stamps var/cache
	rm -rf .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find locale -name '*.mo' -delete

python:
	@command -v $(PYTHON) >/dev/null || \
		{ echo "✗ The museum needs Python 3.11 or newer, and there is no $(PYTHON)." >&2; exit 1; }

developer-tools: python
	@$(PYTHON) -m scripts.bootstrap --dev
