"""The addresses of the register, beside the list itself."""

from django.urls import path

from exhibitions.admin.register import own, value
from exhibitions.admin.register.many import views

app_name = "register"
urlpatterns = [
    path("<int:collection>/columns/", own.choose_columns, name="columns"),
    path("<int:collection>/counts/", own.counts, name="counts"),
    path("<int:collection>/lists/", own.save, name="save"),
    path("<int:collection>/lists/<int:view>/forget/", own.forget, name="forget"),
    path("changes/", views.Batches.as_view(), name="batches"),
    path("changes/<int:batch>/", views.Batch.as_view(), name="batch"),
    path("changes/<int:batch>/undo/", views.take_back, name="undo"),
    path("values/<int:artifact>/<slug:name>/", value.edit, name="value"),
]
