"""Addresses of the page “Add files”, below the admin: only for those who may use it."""

from django.urls import path

from media.ingest import tus, views

app_name = "ingest"
urlpatterns = [
    path("", views.AddFiles.as_view(), name="add"),
    path("uploads/", tus.Uploads.as_view(), name="uploads"),
    path("uploads/<uuid:key>/", tus.OneUpload.as_view(), name="upload"),
    path("uploads/<uuid:key>/finish/", views.finish, name="finish"),
]
