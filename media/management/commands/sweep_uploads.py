"""Remove uploads that nobody goes on with, and bytes that no upload knows."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from media.models import Upload


class Command(BaseCommand):
    help = "Remove uploads that stopped on their way. Run it once a day."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--days", type=int, default=3, help="How long an upload may stand still (3)."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        still_since = timezone.now() - timedelta(days=options["days"])
        abandoned = list(Upload.objects.filter(changed_at__lt=still_since))
        for upload in abandoned:
            upload.delete()
        root = Path(settings.UPLOAD_ROOT)
        known = {upload.path.name for upload in Upload.objects.all()}
        strays = [
            path
            for path in (root.iterdir() if root.exists() else ())
            if path.name not in known and path.stat().st_mtime < still_since.timestamp()
        ]
        for path in strays:
            path.unlink()
        self.stdout.write(f"{len(abandoned)} uploads and {len(strays)} stray files removed.")
