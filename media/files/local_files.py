"""Where a file can be read by libraries that want a path on the disk."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from museum.core.wagtail_compat import is_new


@contextmanager
def on_disk(file: Any) -> Iterator[str]:
    """Give the path of an uploaded or stored file; one that has none is copied for the while.

    The path ends as the file's own name does.
    """
    inner = getattr(file, "file", file)
    if hasattr(inner, "temporary_file_path"):
        yield inner.temporary_file_path()
        return
    try:
        path = "" if is_new(file) else file.path
    except (AttributeError, NotImplementedError):
        path = ""
    if path:
        yield path
        return
    with tempfile.NamedTemporaryFile(suffix=Path(file.name).suffix) as copy:
        file.seek(0)
        for chunk in file.chunks():
            copy.write(chunk)
        copy.flush()
        file.seek(0)
        yield copy.name
