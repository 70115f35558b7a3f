"""3D objects on the plinths of a room: what the walk may show instead of a picture."""

from collections.abc import Iterable
from typing import Any

from exhibitions.geometry.stored import StoredWork, given
from exhibitions.models import Artifact
from media.models import Object3D

Json = dict[str, Any]


def models_on(floor: Iterable[StoredWork]) -> dict[int, Json]:
    """Return the first 3D object of each artifact on the floor, by the artifact's id.

    `height` is in whole cm: the catalogue's, or the model's own where it is not known. Objects
    whose web model is not ready are left out. Two queries at most.
    """
    ids = given(work.artifact for work in floor)
    if not ids:
        return {}
    artifacts = list(Artifact.objects.filter(pk__in=ids).only("pk", "views", "height_cm"))
    objects = first_objects(artifacts)
    models = {artifact.pk: _model(artifact, objects.get(artifact.pk)) for artifact in artifacts}
    return {pk: model for pk, model in models.items() if model}


def first_objects(artifacts: Iterable[Artifact]) -> dict[int, Object3D]:
    """Return the first 3D object of each artifact that has one, by the artifact's id.

    One query at most.
    """
    chosen: dict[int, int] = {}
    for artifact in artifacts:
        first = (view for view in artifact.views.raw_data if view["type"] == "object")
        if view := next(first, None):
            chosen[artifact.pk] = view["value"].get("object") or 0
    found = Object3D.objects.in_bulk(set(chosen.values())) if chosen else {}
    return {pk: found[item] for pk, item in chosen.items() if item in found}


def _model(artifact: Artifact, item: Object3D | None) -> Json | None:
    if item is None or not item.web_address or not item.size_y:
        return None
    height = artifact.height_cm or item.size_y * 100
    return {
        "source": item.web_address,
        "height": max(1, round(height)),
        "bytes": item.web_model.size,
        "triangles": item.triangles,
    }
