"""Addresses of imports, below the admin: only for those who may import."""

from django.urls import path

from importing.screens import columns, plan, start

app_name = "importing"
urlpatterns = [
    path("", start.Start.as_view(), name="start"),
    path("<int:import_id>/columns/", columns.Columns.as_view(), name="columns"),
    path("<int:import_id>/", plan.Plan.as_view(), name="plan"),
    path("<int:import_id>/progress/", plan.progress, name="progress"),
    path("<int:import_id>/choose/", plan.choose, name="choose"),
    path("<int:import_id>/again/", plan.again, name="again"),
    path("<int:import_id>/run/", plan.run, name="run"),
    path("<int:import_id>/undo/", plan.undo, name="undo"),
    path("<int:import_id>/discard/", plan.discard, name="discard"),
]
