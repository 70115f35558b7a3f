"""Bring the demonstration's 3D objects into the museum, each with its poster."""

from django.core.files import File
from django.core.files.images import ImageFile
from django.db import transaction
from wagtail.models import Collection

from home.demo.blocks import Data, Refs, list_of
from home.demo.content import items
from home.demo.files import clear_way
from home.demo.objects import KEYS, path_of, poster_of
from media.models import MuseumImage, Object3D
from media.rights import RightsStatement


def load_objects(refs: Refs, collection: Collection, source: str) -> None:
    """Upload the objects that are missing, and note the ids of all."""
    rights: Data = {"credit": source, "source": source, "rights_statement": RightsStatement.CC0}
    existing = dict(Object3D.objects.filter(collection=collection).values_list("title", "pk"))
    for key in KEYS:
        title = items("artifact")[key]["title"]["he"]
        if title not in existing:
            item = Object3D(title=title, collection=collection, **rights)
            clear_way(MuseumImage, f"object-{key}.webp")
            clear_way(Object3D, f"{key}.glb")
            files = (path_of(key).open("rb"), poster_of(key).open("rb"))
            with transaction.atomic(), files[0] as model, files[1] as picture:
                poster = MuseumImage(title=f"object-{key}", collection=collection, **rights)
                poster.description = items("artifact")[key]["object"]["caption"]["en"]
                poster.file = ImageFile(picture, name=f"object-{key}.webp")  # type: ignore[assignment]
                poster.save()
                item.poster = poster
                item.file = File(model, name=f"{key}.glb")
                item.save()
            existing[title] = item.pk
        refs.objects[key] = existing[title]


def object_view(owner: str, key: str, item: Data, refs: Refs) -> Data:
    """Return the value of an object's view; `item` has its words in one language."""
    details = [
        {
            "title": detail["title"],
            "text": detail["text"],
            "audio": None,
            **dict(zip(("x", "y", "z"), detail["point"], strict=True)),
            **dict(zip(("normal_x", "normal_y", "normal_z"), detail["faces"], strict=True)),
        }
        for detail in item.get("details", [])
    ]
    return {
        "object": refs.objects[key],
        "caption": item["caption"],
        "details": list_of(f"{owner}/details", details),
    }
