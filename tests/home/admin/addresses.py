"""Every address of the admin, with the arguments that lead to something, and who may go there."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, Locale, Site, Task, Workflow
from wagtail_localize.models import Translation

from exhibitions.models import Artifact, RegisterBatch, RegisterView, Term
from exhibitions.models import Collection as ArtifactIndex
from home.founding import found_museum
from home.letters.models import Letter
from home.translating import translate
from importing.models import Import
from media.models import MuseumDocument, MuseumMedia, Object3D, Track
from museum.core.models import User
from records.models import KINDS
from tests.exhibitions.room_factory import make_image
from tests.records.factories import make as make_record

# Addresses whose views answer nothing but a test or a script of their own.
LEFT_OUT = {
    "wagtailadmin_error_test",
    "wagtailadmin_logout",
    # The museum has no such settings.
    "wagtailsettings:edit",
    "wagtailsettings:preview_on_edit",
}


def make_museum(owner: User) -> dict[str, Any]:
    """Make one thing of every kind, and return the arguments of addresses by their names."""
    home = found_museum()
    french = Locale.objects.get(language_code="fr")
    collection = ArtifactIndex.objects.child_of(home).get()
    page = collection.add_child(
        instance=Artifact(title="גלובוס", slug="globe", accession_number="DM.1", owner=owner)
    )
    revision = page.save_revision(user=owner)
    revision.publish()
    twin = Artifact(title="Globe", slug="globe")
    translate(page, twin, french)
    translation = Translation.objects.get(
        source__object_id=page.translation_key, target_locale=french
    )
    folder = Collection.get_first_root_node().add_child(name="Folder")
    term = Term.objects.create(vocabulary="subject", slug="bell", name="פעמון", locale=page.locale)
    file = {"file": ContentFile(b"-", "rules.txt"), "uploaded_by_user": owner}
    document = MuseumDocument.objects.create(title="Rules", **file)
    media = MuseumMedia.objects.create(title="Film", duration=3, type="video", **file)
    track = Track.objects.create(
        recording=media,
        kind="captions",
        language="fr",
        file=ContentFile(b"WEBVTT\n\n00:00.000 --> 00:01.000\na\n", "t.vtt"),
    )
    image = make_image(1, 90, 64)
    image.uploaded_by_user = owner
    image.save()
    solid = Object3D.objects.create(title="Box", file="box.glb", uploaded_by_user=owner)
    records = {
        model._meta.model_name: make_record(model, ("שם", "he"), slug="one") for model in KINDS
    }
    told = {"name": "Rachel", "email": "rachel@example.org", "text": "-", "language": "en"}
    letter = Letter.objects.create(**told)
    segment = translation.source.stringsegment_set.first()
    planned = Import.objects.create(file_name="list.csv", language="he", state="planned")
    return {
        "page": page,
        "french": page.get_translation(french),
        "page_id": page.pk,
        "page_pk": page.pk,
        "page_to_move_id": page.pk,
        "parent_page_id": collection.pk,
        "destination_id": home.pk,
        "revision_id": revision.pk,
        "revision_id_a": "earliest",
        "revision_id_b": "latest",
        "task_state_id": 1,
        "workflow_state_id": 1,
        "task_id": Task.objects.first().pk,
        "workflow_pk": Workflow.objects.first().pk,
        "action_name": "approve",
        "image_id": image.pk,
        "import_id": planned.pk,
        "filter_spec": "max-200x200",
        "document_id": document.pk,
        "doc_id": document.pk,
        "uploaded_file_id": 1,
        "media_id": media.pk,
        "media_type": "video",
        "recording_id": media.pk,
        "redirect_id": Redirect.objects.create(old_path="/old", redirect_page=page).pk,
        "collection_id": folder.pk,
        "collection": collection.pk,
        "artifact": page.pk,
        "name": "date",
        "batch": RegisterBatch.objects.create(action="publish", said="-", language="en").pk,
        "view": RegisterView.objects.create(name="All", owner=owner, shared=True).pk,
        "translation_id": translation.pk,
        "translation_source_id": translation.source_id,
        "string_segment_id": segment.pk,
        "overridable_segment_id": 1,
        "content_type_app_name": "exhibitions",
        "content_type_model_name": "artifact",
        "app_label": "exhibitions",
        "app_name": "exhibitions",
        "model_name": "term",
        "mode": "",
        "key": str(uuid4()),
        "kind": "web-model",
        "object_id": solid.pk,
        "session_id": 1,
        "uidb64": "MQ",
        "token": "set-password",
        # What `pk` is depends on where it stands.
        "pk": {
            "wagtailadmin_api:pages": page.pk,
            "wagtailadmin_api:documents": document.pk,
            "wagtailadmin_api:images": image.pk,
            "wagtailadmin_pages": page.pk,
            "wagtailadmin_collections": folder.pk,
            "wagtailadmin_workflows": Workflow.objects.first().pk,
            "letters": letter.pk,
            "recording": media.pk,
            "track": track.pk,
            "wagtailsnippets_exhibitions_term": term.pk,
            "wagtailsnippetchoosers_exhibitions_term": term.pk,
            "wagtailsnippets_media_object3d": solid.pk,
            "wagtailsnippetchoosers_media_object3d": solid.pk,
            **{
                f"{place}_records_{name}": record.pk
                for name, record in records.items()
                for place in ("wagtailsnippets", "wagtailsnippetchoosers")
            },
            "wagtail_localize": term.pk,
            "wagtaillocales": french.pk,
            "wagtailsites": Site.objects.first().pk,
            "wagtailusers_users": owner.pk,
            "wagtailusers_groups": Group.objects.first().pk,
            "wagtaildocs_chooser": document.pk,
            "wagtailimages_chooser": image.pk,
        },
    }


def patterns(
    resolver: URLResolver | None = None, spaces: str = "", route: str = ""
) -> Iterator[tuple[str, URLPattern]]:
    """Yield the name, with its namespaces, and the pattern of every address of the admin."""
    for pattern in (resolver or get_resolver()).url_patterns:
        path = route + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = f"{spaces}{pattern.namespace}:" if pattern.namespace else spaces
            yield from patterns(pattern, inner, path)
        elif pattern.name and path.startswith("admin/"):
            yield f"{spaces}{pattern.name}", pattern


def argument(name: str, key: str, values: dict[str, Any]) -> Any:
    """Return what stands for a pattern's argument; a place of its own decides what `pk` is."""
    if key == "pk":
        place = name.rpartition(":")[0] or ("track" if "track" in name else "recording")
        return values["pk"][place]
    if name.startswith("wagtail_localize:snippets_api") and key == "model_name":
        return "term"
    if name.startswith("wagtailadmin_workflows") and key in ("app_label", "model_name"):
        return {"app_label": "wagtailcore", "model_name": "groupapprovaltask"}[key]
    if name.startswith(("wagtailadmin_tag", "wagtailadmin_editing")) and key == "model_name":
        return "artifact"
    return values[key]


def addresses(values: dict[str, Any]) -> dict[str, str]:
    """Return the address of every pattern by its name,
    and those of actions on many or by the API.
    """
    found: dict[str, str] = {}
    for name, pattern in patterns():
        if name in LEFT_OUT or name in ("wagtail_bulk_action", "wagtailadmin_api:pages:action"):
            continue
        keys = [*pattern.pattern.converters, *pattern.pattern.regex.groupindex]
        for wanted in (dict.fromkeys(keys), {}):
            try:
                arguments = {key: argument(name, key, values) for key in wanted}
                found.setdefault(name, reverse(name, kwargs=arguments))
                break
            except NoReverseMatch:
                continue
    bulk_action_registry.get_bulk_actions_for_model("wagtailcore", "page")
    ids = {
        "page": values["page"].pk,
        "artifact": values["page"].pk,
        "museumimage": values["image_id"],
        "museumdocument": values["document_id"],
        "user": values["pk"]["wagtailusers_users"],
        "term": values["pk"]["wagtailsnippets_exhibitions_term"],
        "object3d": values["object_id"],
        **{
            model._meta.model_name: values["pk"][
                f"wagtailsnippets_records_{model._meta.model_name}"
            ]
            for model in KINDS
        },
    }
    for app, models in bulk_action_registry.actions.items():
        for model, actions in models.items():
            for action in actions:
                address = reverse("wagtail_bulk_action", args=[app, model, action])
                if model in ids:
                    found[f"many: {model} {action}"] = f"{address}?id={ids[model]}"
    for action in ("convert_alias", "copy", "create_alias", "delete", "move", "publish",
                   "revert_to_page_revision", "unpublish"):  # fmt: skip
        found[f"API: {action}"] = reverse(
            "wagtailadmin_api:pages:action", args=[values["page_id"], action]
        )
    return found


def answer(client: Client, method: str, address: str) -> str:
    """Say what an address answers: `no` where it denies or hides, a failure, or `yes`."""
    headers = {"HTTP_X_REQUESTED_WITH": "XMLHttpRequest"}
    response = getattr(client, method)(address, **headers)
    # What is not found is looked for in the visitor's language.
    elsewhere = response.headers.get("Location", "").startswith(("/en/admin/", "/he/admin/"))
    if response.status_code in (401, 403, 404) or elsewhere:
        return "no"
    if "/bulk/" in address and method == "get" and response.status_code == 200:
        return "yes" if response.context["items"] else "no"
    if response.status_code >= 500:
        return f"{response.status_code} {response.exc_info[1]!r}"
    return "yes"
