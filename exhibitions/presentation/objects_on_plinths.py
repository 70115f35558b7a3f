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
    shown: dict[Artifact, int] = {}
    for artifact in Artifact.objects.filter(pk__in=ids).only("pk", "views", "height_cm"):
        first = (view for view in artifact.views.raw_data if view["type"] == "object")
        if view := next(first, None):
            shown[artifact] = view["value"].get("object") or 0
    objects = Object3D.objects.in_bulk(set(shown.values())) if shown else {}
    models = {artifact.pk: _model(artifact, objects.get(pk)) for artifact, pk in shown.items()}
    return {pk: model for pk, model in models.items() if model}


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
