"""Wrong passwords, counted where every process of the museum sees them."""

from django.db import models


class Attempt(models.Model):
    """What was guessed at from somewhere; `key` is a keyed digest, so that no name is kept."""

    key = models.CharField(max_length=64, unique=True)
    count = models.PositiveIntegerField(default=0)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, db_index=True)

    def __str__(self) -> str:
        return f"{self.count} since {self.since:%H:%M}"
