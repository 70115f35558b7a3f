"""Begin a new generation of pages whenever a visitor could see something else than before.

Every write to the database passes here, by whichever way: a model's save, an update of many rows,
raw SQL, a worker's task. What no visitor sees is named in `QUIET`; a table that nobody thought of
counts as seen. The new generation begins once the change is committed and before it is answered.
"""

import re
from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from museum.page_cache import store

WRITE = re.compile(r'\s*(?:INSERT (?:OR \w+ )?INTO|UPDATE|DELETE FROM)\s+["`]?(\w+)', re.IGNORECASE)
SET_COLUMN = re.compile(r'"(\w+)" = ')

QUIET = (
    "auth_",
    "django_admin_log",
    "django_content_type",
    "django_migrations",
    "django_session",
    "django_tasks_db_",
    "exhibitions_register",
    "home_letter",
    "importing_",
    "media_arrival",
    "media_upload",
    "museum_chorerecord",
    "museum_user",
    "museum_worker",
    "search_",
    "taggit_",
    "wagtail_localize_",
    "wagtailadmin_",
    "wagtailcore_comment",
    "wagtailcore_groupapprovaltask",
    "wagtailcore_modellogentry",
    "wagtailcore_pagelogentry",
    "wagtailcore_pagesubscription",
    "wagtailcore_referenceindex",
    "wagtailcore_revision",
    "wagtailcore_task",
    "wagtailcore_uploadedfile",
    "wagtailcore_workflow",
    "wagtailsearch_",
    "wagtailusers_",
)
"""How the tables begin that only those who work in the museum read."""
WITH_DRAFTS = {"wagtailcore_page", "records_person", "records_place", "records_school"}
DRAFT_COLUMNS = {
    "draft_title",
    "has_unpublished_changes",
    "latest_revision_id",
    "latest_revision_created_at",
}
"""What saving a draft writes to a page or record: a visitor sees none of it."""


def is_seen(sql: str) -> bool:
    """Does this statement change what a visitor could see?"""
    if not (written := WRITE.match(sql)):
        return False
    table = written[1].lower()
    if table in WITH_DRAFTS and sql.lstrip()[:6].upper() == "UPDATE":
        columns, _, _ = sql.partition(" WHERE ")
        return not set(SET_COLUMN.findall(columns)) <= DRAFT_COLUMNS
    return not table.startswith(QUIET)


def watch(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
    """Wrap every statement of a connection (Django's `execute_wrapper`)."""
    result = execute(sql, params, many, context)
    if is_seen(sql):
        transaction.on_commit(store.current().begin, using=context["connection"].alias)
    return result


def watch_connection(connection: BaseDatabaseWrapper, **kwargs: Any) -> None:
    """Watch a connection that was just made."""
    if watch not in connection.execute_wrappers:
        connection.execute_wrappers.append(watch)
