"""What is the same for everybody and on many pages, looked for once until something changes.

The page cache names a generation, which ends with every change that a visitor could see
(`museum.page_cache`). What was found in it is kept by this process, for requests that only read.
Whoever writes, tests something inside a transaction, or works behind the scenes asks the database.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

T = TypeVar("T")
Facts = dict[Hashable, Any]

_facts: ContextVar[Facts | None] = ContextVar("facts", default=None)


@contextmanager
def relying_on(facts: Facts) -> Iterator[None]:
    """Have `once` look into these facts meanwhile."""
    token = _facts.set(facts)
    try:
        yield
    finally:
        _facts.reset(token)


def once(key: Hashable, find: Callable[[], T]) -> T:
    """Return what `find` finds; what was found is shared, and nobody changes it.

    The keys are few: none is made of what a stranger sends.
    """
    facts = _facts.get()
    if facts is None:
        return find()
    if key not in facts:
        facts[key] = find()
    found: T = facts[key]
    return found
