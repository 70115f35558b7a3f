"""A film's or sound's tracks in the Wagtail admin, on the page of its own form.

Whoever may edit a recording may add tracks, change what is said of them, and fetch the original;
nobody else may. A track's file is an original: only who may delete the recording removes or
replaces it.
"""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.views import generic

from media.delivery.views import recording_original
from media.ingest.forms import KeptOriginalMixin
from media.ingest.permissions import may_destroy
from media.models import MuseumMedia, Track


class TrackForm(KeptOriginalMixin, WagtailAdminModelForm):
    class Meta:
        model = Track
        fields = ("kind", "language", "file")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.by = kwargs.get("for_user")
        super().__init__(*args, **kwargs)

    @property
    def original(self) -> MuseumMedia:
        return self.instance.recording


class OfRecording:
    """What the views have in common: the recording in the address, and who may come in."""

    kwargs: dict[str, Any]
    request: HttpRequest

    @cached_property
    def recording(self) -> MuseumMedia:
        return get_object_or_404(MuseumMedia, pk=self.kwargs["recording_id"])

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not self.recording.is_editable_by_user(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]

    def get_success_url(self) -> str:
        return reverse("wagtailmedia:edit", args=[self.recording.pk])

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            {"url": reverse("wagtailmedia:index"), "label": _("Films and sounds")},
            {"url": self.get_success_url(), "label": self.recording.title},
            {"url": "", "label": self.page_title},  # type: ignore[attr-defined]
        ]


class OfTrack(OfRecording):
    model = Track
    permission_policy = None
    header_icon = "openquote"
    pk_url_kwarg = "pk"

    def get_queryset(self) -> Any:
        return Track.objects.filter(recording=self.recording)


class AddTrack(OfTrack, generic.CreateView):
    form_class = TrackForm
    page_title = _("Add a track")
    success_message = _("The track was added.")
    template_name = "wagtailadmin/generic/create.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "instance": Track(recording=self.recording)}

    def get_add_url(self) -> str:
        return reverse("recording_track_add", args=[self.recording.pk])

    def get_edit_url(self) -> str:
        return reverse("recording_track_edit", args=[self.recording.pk, self.object.pk])


class EditTrack(OfTrack, generic.EditView):
    form_class = TrackForm
    page_title = _("Change a track")
    success_message = _("The track was changed.")
    template_name = "wagtailadmin/generic/edit.html"

    @cached_property
    def can_delete(self) -> bool:
        return may_destroy(self.request.user, self.recording)

    def get_edit_url(self) -> str:
        return reverse("recording_track_edit", args=[self.recording.pk, self.object.pk])

    def get_delete_url(self) -> str:
        return reverse("recording_track_delete", args=[self.recording.pk, self.object.pk])


class DeleteTrack(OfTrack, generic.DeleteView):
    page_title = _("Remove a track")
    success_message = _("The track was removed.")
    template_name = "wagtailadmin/generic/confirm_delete.html"
    confirmation_message = _("Its file is removed with it.")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not may_destroy(request.user, self.recording):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_delete_url(self) -> str:
        return reverse("recording_track_delete", args=[self.recording.pk, self.object.pk])


urlpatterns = [
    path("recordings/<id:pk>/original/", recording_original, name="recording_original"),
    path(
        "recordings/<id:recording_id>/tracks/add/",
        AddTrack.as_view(),
        name="recording_track_add",
    ),
    path(
        "recordings/<id:recording_id>/tracks/<id:pk>/",
        EditTrack.as_view(),
        name="recording_track_edit",
    ),
    path(
        "recordings/<id:recording_id>/tracks/<id:pk>/delete/",
        DeleteTrack.as_view(),
        name="recording_track_delete",
    ),
]
