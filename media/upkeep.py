"""What the museum does for its files by itself: half-done uploads, stray folders,
abandoned work.
"""

from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from media.delivery import download_copies
from media.derivatives import recordings, tiles, worker
from media.files import temporary_folders
from media.models import Upload
from museum.core.background.chores import Chore, register

STILL = timedelta(days=3)
"""An upload that nobody went on with for so long is given up."""


def register_chores() -> None:
    # A worker that starts looks for abandoned work itself.
    register(Chore("abandoned work", timedelta(seconds=30), worker.take_up_abandoned))
    register(Chore("stray folders", timedelta(hours=12), sweep_folders))
    register(Chore("half-done uploads", timedelta(hours=12), sweep_uploads))


def sweep_folders() -> int:
    """Remove the folders that killed workers left. Returns how many."""
    roots = (recordings.root(), download_copies.folder())
    return tiles.sweep() + sum(temporary_folders.sweep(root) for root in roots)


def sweep_uploads(still: timedelta = STILL) -> tuple[int, int]:
    """Remove uploads that stood still, and bytes that no upload knows. Returns how many of each."""
    since = timezone.now() - still
    abandoned = list(Upload.objects.filter(changed_at__lt=since))
    for upload in abandoned:
        upload.delete()
    root = Path(settings.UPLOAD_ROOT)
    known = {upload.path.name for upload in Upload.objects.all()}
    strays = [
        path
        for path in (root.iterdir() if root.exists() else ())
        if path.name not in known and path.stat().st_mtime < since.timestamp()
    ]
    for path in strays:
        path.unlink()
    return len(abandoned), len(strays)
