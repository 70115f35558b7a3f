"""Copies of documents for the public: without the position, the maker and the program.

Made when first asked for, beside the museum's own file, and kept in `MEDIA_ROOT/downloads`. The
museum's own file stays as it came.
"""

import shutil
from pathlib import Path

from django.conf import settings

from media.delivery import tiff
from media.files.temporary_folders import work_folder
from media.models import MuseumDocument


def folder() -> Path:
    return Path(settings.MEDIA_ROOT, "downloads")


def of(document: MuseumDocument) -> Path:
    """Return what the public gets of a document: the file itself where nothing is to be taken out.

    Raises NotImplementedError where the museum's files lie on another machine.
    """
    source = Path(document.file.path)
    if source.suffix.lower() not in (".tif", ".tiff"):
        return source
    stat = source.stat()
    copy = folder() / f"document-{document.pk}-{stat.st_mtime_ns:x}-{stat.st_size:x}.tif"
    if not copy.exists():
        forget(document.pk)
        with work_folder(folder()) as work:
            written = work / "copy.tif"
            shutil.copyfile(source, written)
            with written.open("r+b") as file:
                tiff.strip(file)
            written.chmod(0o644)
            written.rename(copy)
    return copy


def forget(document_id: int) -> None:
    """Remove a document's copies."""
    for path in folder().glob(f"document-{document_id}-*.tif"):
        path.unlink(missing_ok=True)
