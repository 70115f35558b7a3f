"""What Wagtail's choosers and forms say is in the language of who reads it, not of the museum."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from django.utils import translation
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.images.forms import ImageInsertionForm
from wagtail.users.models import UserProfile

from exhibitions.models.term import Term

NAMES = ("choose_one_text", "choose_another_text", "edit_item_text", "search_tab_label",
         "create_action_label")  # fmt: skip


@pytest.mark.django_db
def test_words_follow_the_reader(client: Client) -> None:
    client.get(reverse("wagtailadmin_login"))
    for name in NAMES:
        said = set()
        for language in ("he", "fr", "en"):
            with translation.override(language):
                said.add(str(getattr(ChooserViewSet, name)))
        assert len(said) == 3, name
    with translation.override("en"):
        labels = [str(field.label) for field in ImageInsertionForm.base_fields.values()]
    assert labels == ["Format", "Image is decorative", "Alt text"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "home"), [("en", "Home"), ("fr", "Accueil"), ("he", "דף הבית")]
)
def test_the_way_to_a_list_is_named_for_its_reader(client: Client, language: str, home: str):
    reader = get_user_model().objects.create_superuser("reader")
    UserProfile.objects.create(user=reader, preferred_language=language)
    client.force_login(reader)
    shown = client.get(reverse(Term.snippet_viewset.get_url_name("list")))
    steps = BeautifulSoup(shown.content, "html.parser").select(".w-breadcrumbs a")
    assert home in steps[0].text
