"""A copy is another item and has another number; only what is live holds a number."""

from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError

from exhibitions.models import Artifact
from exhibitions.models.accession_number import LONGEST, next_number

Make = Callable[..., Artifact]


@pytest.mark.parametrize(
    ("number", "taken", "following"),
    [
        ("DM.2024.009", {"DM.2024.009"}, "DM.2024.010"),
        ("DM.2024.001", {"DM.2024.001", "DM.2024.037", "DM.2025.099"}, "DM.2024.038"),
        ("aiu-999", {"aiu-999"}, "aiu-1000"),
        ("12b", {"12b", "14b", "20c"}, "15b"),
        ("globe", {"globe"}, "globe-2"),
        ("globe", {"globe", "globe-4"}, "globe-5"),
    ],
)
def test_the_next_free_number(number: str, taken: set[str], following: str) -> None:
    assert next_number(number, taken) == following


@pytest.mark.parametrize("number", ["9" * LONGEST, "x" * LONGEST, "x" * (LONGEST - 1) + "9"])
def test_a_number_stays_within_its_column(number: str) -> None:
    following = next_number(number, {number})
    assert following != number
    assert len(following) <= LONGEST
    assert len(next_number(following, {number, following})) <= LONGEST


@pytest.mark.django_db
@pytest.mark.parametrize("live", [True, False])
def test_a_copy_has_the_next_number_and_its_original_can_be_saved(
    artifact: Make, live: bool
) -> None:
    first = artifact("גלובוס", "DM.7")
    first.save_revision().publish()
    copied = first.copy(update_attrs={"slug": "copied"}, keep_live=live)
    copied = Artifact.objects.get(pk=copied.pk)
    assert (copied.accession_number, copied.number_to_check) == ("DM.8", True)
    draft = copied.get_latest_revision_as_object()
    assert (draft.accession_number, draft.number_to_check) == ("DM.8", True)
    assert {row.content["accession_number"] for row in copied.revisions.all()} == {"DM.8"}
    first = Artifact.objects.get(pk=first.pk)
    first.save_revision().publish()
    assert (first.accession_number, first.number_to_check) == ("DM.7", False)


@pytest.mark.django_db
def test_a_translation_has_its_item_s_number(
    artifact: Make, translate: Callable[..., Artifact]
) -> None:
    first = artifact("גלובוס", "DM.7")
    french = translate(first, "fr")
    assert (french.accession_number, french.number_to_check) == ("DM.7", False)


@pytest.mark.django_db
def test_an_alias_is_the_same_item_until_it_is_converted(artifact: Make) -> None:
    first = artifact("גלובוס", "DM.7")
    alias = first.create_alias(update_slug="alias")
    assert alias.accession_number == "DM.7"
    Artifact.objects.get(pk=first.pk).save_revision().publish()
    alias = Artifact.objects.get(pk=alias.pk)
    alias.alias_of_id = None
    alias.save(update_fields=["alias_of_id"], clean=False)
    alias = Artifact.objects.get(pk=alias.pk)
    assert (alias.accession_number, alias.number_to_check) == ("DM.8", True)
    assert alias.alias_of_id is None
    Artifact.objects.get(pk=first.pk).save_revision().publish()


@pytest.mark.django_db
def test_a_draft_never_blocks_what_is_live(artifact: Make) -> None:
    first = artifact("גלובוס", "DM.7")
    draft = artifact("טיוטה", "DM.9", live=False)
    Artifact.objects.filter(pk=draft.pk).update(accession_number="DM.7")
    first.save_revision().publish()
    with pytest.raises(ValidationError, match="accession number already|מספר"):
        Artifact.objects.get(pk=draft.pk).full_clean()
