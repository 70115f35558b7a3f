"""Numbers in addresses that name something in the database: `<id:pk>`."""

from django.urls import register_converter
from django.urls.converters import IntConverter


class Id(IntConverter):
    """A number that every database can look up; what is larger is no address of ours."""

    regex = "[0-9]{1,9}"


def register() -> None:
    register_converter(Id, "id")
