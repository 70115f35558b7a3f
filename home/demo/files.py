"""Files of an earlier run that was ended in its middle."""

from django.db.models import FileField, Model


def clear_way(model: type[Model], name: str) -> None:
    """Remove a file that an earlier run stored, and was ended before its row was."""
    field = model._meta.get_field("file")
    assert isinstance(field, FileField)
    place = field.generate_filename(model(), name)
    if not model._default_manager.filter(file=place).exists():
        field.storage.delete(place)
