"""Which tests run where: on PostgreSQL besides SQLite those that can differ there, and in
`make quick` those that take little.

The others ask the database in Django's words alone, and what they hold is held on SQLite. A path
that is no longer there fails in tests/test_selection.py.
"""

import pytest

# What differs: where a test's file, folder or name begins.
ON_POSTGRESQL = {
    "full-text search, collations, and the index beside the tables": ["tests/search/"],
    "locks and claims: who waits, and who is told": [
        "tests/museum/test_concurrent_saving.py",
        "tests/media/derivatives/test_background.py",
        "tests/media/derivatives/test_document_pages.py",
        "tests/media/ingest/test_add_files.py",
        "tests/exhibitions/admin/test_room_editor.py",
        "tests/exhibitions/models/test_room_drafts.py",
    ],
    "constraints, lengths of columns, characters that PostgreSQL refuses": [
        "tests/museum/test_bad_input.py",
        "tests/exhibitions/admin/test_editor_bad_input.py",
        "tests/exhibitions/blocks/test_bad_fields.py",
        "tests/media/ingest/test_originals.py",
    ],
    "subqueries, the order of empty values, letters without case": [
        "tests/exhibitions/admin/test_dashboard.py",
        "tests/exhibitions/admin/test_explorers.py",
    ],
    "rows written many at once, and JSON": [
        "tests/importing/test_planning_and_running.py",
        "tests/home/test_translating.py",
        "tests/home/test_load_demo.py::test_a_second_load_makes_nothing_twice",
        "tests/home/test_load_demo.py::test_every_page_is_found_by_its_title",
        "tests/home/test_load_demo.py::test_the_tree_of_pages_is_sound",
        "tests/exhibitions/presentation/test_scene.py",
    ],
    "the database's own state": [
        "tests/test_database.py",
        "tests/museum/core/test_health.py",
    ],
    "a dozen journeys through the browser, whose server writes beside the test": [
        "tests/e2e/editor/test_editorial_path.py",
        "tests/e2e/editor/test_one_save.py",
        "tests/e2e/editor/test_add_files.py::test_three_files_one_interrupted_one_refused",
        "tests/e2e/room_editor/test_journey.py",
        "tests/e2e/room_editor/test_safety.py::test_autosave_keeps_each_step_as_a_draft",
        "tests/e2e/room_editor/test_safety.py::test_two_curators_at_once_lose_nothing",
        "tests/e2e/elements/test_object_viewer.py::test_a_poster_is_taken_in_the_background",
        "tests/e2e/elements/test_page_reader.py::test_finding_words_leads_to_their_page",
        "tests/e2e/elements/test_player.py::test_a_film_is_watched",
        "tests/e2e/pages/test_languages.py::test_the_switcher_leads_to_the_same_page",
        "tests/e2e/walk/test_doors.py::test_a_door_leads_to_the_next_room_and_back",
    ],
}

# Without a browser, and yet too long for `make quick`: `make rest` runs them.
SLOW = [
    "tests/home/admin/test_addresses.py",
    "tests/home/admin/test_page_actions.py",
    "tests/home/test_load_demo.py",
    "tests/home/test_demo_accounts.py::test_production_refuses",
    "tests/home/test_demo_records.py",
    "tests/home/test_demo_zoom.py",
    "tests/home/test_translation_walk.py",
    "tests/exhibitions/derivatives/",
    "tests/exhibitions/test_query_counts.py",
    "tests/exhibitions/test_views.py::test_queries_do_not_grow_with_the_views",
    "tests/exhibitions/admin/test_editor_bad_input.py",
    "tests/exhibitions/admin/test_pages_in_use.py",
    "tests/media/derivatives/",
    "tests/media/test_picture_kinds.py",
    "tests/museum/access/",
    "tests/museum/core/test_health.py::TestDatabaseAway",
    "tests/museum/page_cache/",
    "tests/museum/test_concurrent_saving.py",
    "tests/museum/test_requirements.py::test_a_museum_runs_without_the_developers_packages",
    "tests/scripts/demo_art/",
    "tests/search/test_search_page.py::test_queries_do_not_grow_with_the_collection",
]

# A test that asks for one of these uses the database.
DATABASE = {"db", "django_db_setup", "live_server", "transactional_db"}
# Where the tests lie that drive a browser, or have the museum start one.
BROWSER = "tests/e2e/"


def uses_database(item: pytest.Item) -> bool:
    marked = item.get_closest_marker("django_db") is not None
    return marked or bool(DATABASE.intersection(getattr(item, "fixturenames", ())))


def differs_on_postgresql(item: pytest.Item) -> bool:
    starts = tuple(start for group in ON_POSTGRESQL.values() for start in group)
    return uses_database(item) and item.nodeid.startswith(starts)


def mark(item: pytest.Item) -> None:
    """Mark a test that drives a browser, one that is slow, and those that stay together."""
    if item.nodeid.startswith(tuple(SLOW)):
        item.add_marker("slow")
    if item.nodeid.startswith(BROWSER):
        item.add_marker("browser")
    else:
        # One process runs a file's tests: what they share is made once.
        item.add_marker(pytest.mark.xdist_group(item.nodeid.partition("::")[0]))


def longest_first(item: pytest.Item) -> int:
    """Sort journeys through the browser before the rest, so that all processes end together."""
    return 0 if item.get_closest_marker("browser") else 1
