"""What the museum's subject adds to the Wagtail admin."""

from django.urls import URLPattern, URLResolver, include, path
from wagtail import hooks

from exhibitions.editor import urls
from exhibitions.editor.adapter import register_walls


@hooks.register("register_admin_urls")
def room_editor_urls() -> list[URLPattern | URLResolver]:
    return [path("room-editor/", include((urls, "room_editor")))]


register_walls()
