"""3D objects in the Wagtail admin: their posters, sizes, and how far their web models are."""

from typing import Any

from django.contrib.humanize.templatetags.humanize import intcomma
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import CreateView, IndexView, SnippetViewSet

from media.derivatives import renditions
from media.ingest.forms import ObjectForm
from media.models import Object3D, WebModel


class PosterColumn(Column):
    """The object's poster; its alternative text is empty because the title stands beside it."""

    cell_template_name = "media/admin/poster_cell.html"

    def get_value(self, instance: Object3D) -> renditions.Step | None:
        steps = renditions.ladder(instance.poster) if instance.poster else []
        return next((step for step in steps if step.format == "webp"), None)


class StateColumn(Column):
    """How far the web model is, in a word, with the reason where there is one."""

    cell_template_name = "media/admin/state_cell.html"

    def get_value(self, instance: Object3D) -> WebModel | None:
        return getattr(instance, "web_model", None)


class SizeColumn(Column):
    """Width × height × depth as the model has them, in cm."""

    def get_value(self, instance: Object3D) -> str:
        sizes = (instance.size_x, instance.size_y, instance.size_z)
        if None in sizes:
            return ""
        numbers = [f"{(size or 0) * 100:.1f}".removesuffix(".0") for size in sizes]
        return gettext("%(size)s cm") % {"size": " × ".join(numbers)}


class TrianglesColumn(Column):
    def get_value(self, instance: Object3D) -> str:
        return "" if instance.triangles is None else intcomma(instance.triangles)


class ObjectIndexView(IndexView):
    """Fetches the posters of the listed objects together."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        renditions.prefetch(item.poster for item in context["object_list"])
        return context


class ObjectCreateView(CreateView):
    """Notes who brought an object."""

    def save_instance(self) -> Object3D:
        self.form.instance.uploaded_by_user = self.request.user
        return super().save_instance()


class Object3DViewSet(SnippetViewSet):
    """3D objects: what they are called, their file and their rights."""

    model = Object3D
    icon = "view"
    menu_label = _("3D objects")
    menu_order = 320
    add_to_admin_menu = True
    index_view_class = ObjectIndexView
    add_view_class = ObjectCreateView
    list_display = [
        PosterColumn("poster", label=_("Poster"), width="80px"),
        "title",
        StateColumn("web_model", label=_("For the web")),
        SizeColumn("size_x", label=_("Size")),
        TrianglesColumn("triangles", label=_("Triangles"), sort_key="triangles"),
        "created_at",
    ]
    list_filter = ["collection", "rights_statement"]
    edit_handler = ObjectList(
        [
            HelpPanel(template="media/admin/object_works.html"),
            FieldPanel("title"),
            FieldPanel("file", help_text=_("Binary glTF 2.0 (GLB), with everything in one file.")),
            FieldPanel("unit"),
            FieldPanel("poster"),
            FieldPanel("collection"),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("credit"), FieldPanel("source")]),
                    FieldPanel("rights_statement"),
                ],
                heading=_("Credit and rights"),
            ),
        ],
        base_form_class=ObjectForm,
    )
