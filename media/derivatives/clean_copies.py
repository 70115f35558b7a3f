"""Copies of documents for visitors, without what their makers' programs noted in them.

The museum's own file stays as it came. A document that cannot be cleaned is given to nobody.
"""

import tempfile
from pathlib import Path

from django.core.files import File
from django.utils.translation import gettext as _

from media.derivatives import queue
from media.derivatives.failure import noted
from media.files import cleaning, digest
from media.files.local_files import on_disk
from media.models import CleanCopy, MuseumDocument


def ask(document: MuseumDocument) -> None:
    """Ask for the copy of a new or replaced file; that of the file before is given to nobody."""
    current = CleanCopy.objects.filter(document=document).first()
    if current and current.file_name == document.file.name:
        return
    if current:
        current.delete()
    if cleaning.is_needed(document.file.name):
        values = {"document": document, "file_name": document.file.name}
        queue.hand_over(CleanCopy.objects.create(**values))


@queue.makes(CleanCopy)
def make(copy: CleanCopy) -> None:
    """Make a document's clean copy, noting the state and any failure."""
    words = _(
        "Visitors are not given this document: what its program noted in it could not be taken out"
        " (%(reason)s). Save it anew from the program that made it, and send that."
    )
    with (
        noted(copy, *cleaning.FAILURES, words=words),
        on_disk(copy.document.file) as source,
        tempfile.TemporaryDirectory(prefix="museum-document-") as folder,
    ):
        written = Path(folder, f"copy{Path(copy.file_name).suffix.lower()}")
        cleaning.write(Path(source), written)
        keep(copy, written)


def keep(copy: CleanCopy, path: Path) -> None:
    """Store a copy, unless its document was deleted or replaced meanwhile."""
    name = f"downloads/document-{copy.document_id}-{digest.short(path)}{path.suffix}"
    storage, older = copy.file.storage, copy.file.name
    with path.open("rb") as file:
        stored = storage.save(name, File(file))
    if not copy.note(CleanCopy.State.READY, file=stored):
        storage.delete(stored)
    elif older and older != stored:
        storage.delete(older)
