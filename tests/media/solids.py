"""3D objects for the tests: small GLBs made on the spot, whole and spoilt in every way."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import trimesh
from django.core.files import File
from PIL import Image

from media.files import glb
from media.models import Object3D

Document = dict[str, Any]


def solid(path: Path, *, metres: float = 0.2, texture: int = 0, subdivisions: int = 2) -> Path:
    """Write a box of `metres` × `metres` × half, turned upright by its node; `texture` in px."""
    mesh = trimesh.creation.box((metres, metres / 2, metres))
    for _ in range(subdivisions):
        mesh = mesh.subdivide()
    if texture:
        picture = Image.new("RGB", (texture, texture), (140, 96, 40))
        uv = np.clip(mesh.vertices[:, :2] / metres + 0.5, 0, 1)
        material = trimesh.visual.material.PBRMaterial(baseColorTexture=picture)
        mesh.visual = trimesh.visual.TextureVisuals(uv=uv, material=material)
    scene = trimesh.Scene()
    scene.add_geometry(
        mesh, transform=trimesh.transformations.rotation_matrix(np.pi / 2, (1, 0, 0))
    )
    path.write_bytes(scene.export(file_type="glb"))
    return path


def spoilt(path: Path, change: Callable[[Document], object]) -> Path:
    """Write a GLB whose document was changed."""
    opened = glb.read(solid(path))
    data = path.read_bytes()[opened.start : opened.start + opened.length]
    change(opened.document)
    glb.write(path, opened.document, data)
    return path


def png(width: int, height: int) -> bytes:
    data = BytesIO()
    Image.new("1", (width, height)).save(data, "PNG")
    return data.getvalue()


def uploaded(path: Path, title: str = "Bell", **fields: Any) -> Object3D:
    """Store a GLB as a curator's upload does."""
    with path.open("rb") as file:
        item = Object3D(title=title, file=File(file, name=path.name), **fields)
        item.full_clean()
        item.save()
    item.refresh_from_db()
    return item
