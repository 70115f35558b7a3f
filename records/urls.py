"""Addresses of the records, below their language; the names are those of the sections."""

from django.urls import path

from records.models import KINDS
from records.views import record_list, record_page

in_languages = [
    pattern
    for model in KINDS
    for pattern in (
        path(f"{model.section}/", record_list, {"model": model}, name=model.section),
        path(
            f"{model.section}/<slug:slug>/",
            record_page,
            {"model": model},
            name=model._meta.model_name,
        ),
    )
]
