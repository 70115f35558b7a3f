"""When a film, a sound or a track arrives: have its renditions made.

When it goes, they go with it.
"""

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_save
from django.dispatch import receiver
from wagtail.models import ReferenceIndex
from wagtail.search import index

from media.derivatives import queue, recordings
from media.models import MuseumMedia, RecordingRendition, Track
from media.signals.removal import remove_later
from media.validation import Refused


@receiver(post_save, sender=MuseumMedia)
def prepare_recording(instance: MuseumMedia, raw: bool = False, **kwargs: Any) -> None:
    """Prepare a new or replaced file; a change of title or credit makes nothing anew."""
    if raw or not instance.file:
        return
    if not instance.duration:
        measure(instance)
    ask_for_renditions(instance)


def ask_for_renditions(recording: MuseumMedia) -> None:
    for row in recordings.prepare(recording):
        queue.hand_over(row)


def measure(recording: MuseumMedia) -> None:
    """Note the size of a file that came past the forms. A damaged one fails in its renditions."""
    try:
        recordings.measure(recording)
    except Refused:
        return
    MuseumMedia.objects.filter(pk=recording.pk).update(
        width=recording.width, height=recording.height, duration=recording.duration
    )


@receiver(pre_save, sender=Track)
def forget_replaced_file(instance: Track, **kwargs: Any) -> None:
    """Remove a track's file once another has taken its place."""
    old = Track.objects.filter(pk=instance.pk).first() if instance.pk else None
    if old and old.file and old.file != instance.file:
        remove_later(old.file)


@receiver(post_save, sender=Track)
def prepare_track(instance: Track, raw: bool = False, **kwargs: Any) -> None:
    """Have the versions made that a dubbed or described sound makes possible; index the words."""
    if raw:
        return
    ask_for_renditions(instance.recording)
    transaction.on_commit(partial(index_again, instance.recording))


@receiver(post_delete, sender=Track)
def remove_track(instance: Track, **kwargs: Any) -> None:
    remove_later(instance.file)
    if recording := MuseumMedia.objects.filter(pk=instance.recording_id).first():
        ask_for_renditions(recording)
        transaction.on_commit(partial(index_again, recording))


@receiver(post_delete, sender=RecordingRendition)
def remove_rendition(instance: RecordingRendition, **kwargs: Any) -> None:
    remove_later(instance.file)


@receiver(post_delete, sender=MuseumMedia)
def remove_still(instance: MuseumMedia, **kwargs: Any) -> None:
    """A still was taken for this film alone."""
    if instance.still:
        instance.still.delete()


def index_again(recording: MuseumMedia) -> None:
    """Let search find what is said in a recording on the pages that show it."""
    for page, _references in ReferenceIndex.get_references_to(recording).group_by_source_object():
        index.insert_or_update_object(page)
