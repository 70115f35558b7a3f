"""When the search index is written: with each save, or once for many objects."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db.models import Model
from django.db.models.signals import post_save
from modelsearch.backends import get_search_backend
from modelsearch.index import get_indexed_models
from modelsearch.signal_handlers import post_save_signal_handler, register_signal_handlers
from wagtail.models import Page
from wagtail.signals import page_published


def index_again(instance: Model, **kwargs: object) -> None:
    """Index a published page once more: Wagtail does it before terms and the like are saved."""
    post_save_signal_handler(instance)


@contextmanager
def indexing_paused() -> Iterator[None]:
    """Leave the index as it is, in this process, while many objects are saved several times each.

    Who pauses it passes what was saved to `index_all` afterwards.
    """
    for model in get_indexed_models():
        post_save.disconnect(post_save_signal_handler, sender=model)
    page_published.disconnect(index_again)
    try:
        yield
    finally:
        register_signal_handlers()
        page_published.connect(index_again)


def index_all(objects: Iterable[Model]) -> None:
    """Write objects, each of its specific class, into the index."""
    by_model = defaultdict(list)
    for item in objects:
        by_model[type(item)].append(item)
    backend = get_search_backend()
    for model, items in by_model.items():
        backend.add_bulk(model, items)


def remove_stale() -> None:
    """Take out of the index what is no longer in the database."""
    # One index holds all models of a database backend.
    get_search_backend().get_index_for_model(Page).delete_stale_entries()
