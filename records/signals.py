"""A record that is deleted takes its translations along."""

from typing import Any

from django.conf import settings
from django.db.models.signals import post_delete
from django.dispatch import receiver

from records.models import Person, Place, Record, School


@receiver(post_delete, sender=Person)
@receiver(post_delete, sender=School)
@receiver(post_delete, sender=Place)
def delete_translations(instance: Record, **kwargs: Any) -> None:
    if instance.locale.language_code == settings.LANGUAGE_CODE:
        type(instance).objects.filter(translation_key=instance.translation_key).delete()
