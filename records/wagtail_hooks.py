"""What the records add to the Wagtail admin."""

from wagtail.snippets.models import register_snippet

from records.admin import PersonViewSet, PlaceViewSet, SchoolViewSet

register_snippet(PersonViewSet)
register_snippet(SchoolViewSet)
register_snippet(PlaceViewSet)
