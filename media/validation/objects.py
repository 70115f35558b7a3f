"""3D objects: is it a whole GLB, without references to elsewhere, and of a size that can be shown?

Source of the rules: https://registry.khronos.org/glTF/specs/2.0/glTF-2.0.html
"""

import math
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import trimesh
from django.utils.translation import gettext as _
from PIL import Image

from media.files import glb
from media.files.glb import Glb
from media.validation import extents
from media.validation.answers import Facts, Refused

MEDIA_TYPE = "model/gltf-binary"
MAX_TRIANGLES = 5_000_000
MAX_TEXTURE_SIDE = 16_384
"""What graphics cards take at most, in px."""
MAX_TEXTURE_PIXELS = 300_000_000
MAX_NODES = 100_000
TRIANGLES = 4
"""The glTF mode of primitives that are triangles; strips and fans follow it."""

# What gltfpack keeps and the viewer shows, by name; the old materials are converted.
SHOWN_EXTENSIONS = {
    "EXT_mesh_gpu_instancing",
    "EXT_texture_webp",
    "KHR_lights_punctual",
    "KHR_materials_anisotropy",
    "KHR_materials_clearcoat",
    "KHR_materials_dispersion",
    "KHR_materials_emissive_strength",
    "KHR_materials_ior",
    "KHR_materials_iridescence",
    "KHR_materials_pbrSpecularGlossiness",
    "KHR_materials_sheen",
    "KHR_materials_specular",
    "KHR_materials_transmission",
    "KHR_materials_unlit",
    "KHR_materials_volume",
    "KHR_mesh_quantization",
    "KHR_texture_transform",
}
COMPRESSIONS = {
    "KHR_draco_mesh_compression": "Draco",
    "EXT_meshopt_compression": "meshopt",
    "KHR_meshopt_compression": "meshopt",
    "KHR_texture_basisu": "KTX2",
}
COMPONENT_BYTES = {5120: 1, 5121: 1, 5122: 2, 5123: 2, 5125: 4, 5126: 4}
COMPONENTS = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4, "MAT2": 4, "MAT3": 9, "MAT4": 16}
PICTURE_FORMATS = ("JPEG", "PNG", "WEBP")


@dataclass(frozen=True)
class Measured:
    """An object's extent in metres along x, y (up) and z, and the number of its triangles."""

    size: tuple[float, float, float]
    triangles: int


def check(path: str | Path) -> Facts:
    """Return what is known of a GLB. Raises Refused with the reason, in the active language."""
    try:
        opened = glb.read(path)
    except glb.Malformed as reason:
        raise damaged(str(reason)) from reason
    try:
        check_version(opened.document)
        check_extensions(opened.document)
        check_references(opened)
        check_accessors(opened)
        check_triangles(opened.document)
        check_pictures(opened)
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as reason:
        raise damaged(f"{type(reason).__name__}: {reason}") from reason
    return Facts(MEDIA_TYPE, size=extents.stated(opened.document))


def measure(path: str | Path) -> Measured:
    """Measure a checked GLB as it stands in its scene.

    Raises Refused where nothing is to be seen.
    """
    try:
        scene = trimesh.load_scene(str(path), file_type="glb", skip_materials=True)
        size = tuple(float(length) for length in scene.extents)
        meshes = (scene.geometry[scene.graph[node][1]] for node in scene.graph.nodes_geometry)
        triangles = sum(len(getattr(mesh, "faces", ())) for mesh in meshes)
    except Exception as reason:
        # Whatever a broken model makes the library stumble over.
        raise damaged(f"{type(reason).__name__}: {reason}") from reason
    if not triangles or not all(map(math.isfinite, size)) or max(size) <= 0:
        raise Refused(_("There is no surface to be seen in this 3D object."))
    return Measured((size[0], size[1], size[2]), triangles)


def damaged(reason: str) -> Refused:
    return Refused(
        _(
            "This is no whole GLB file (%(reason)s)."
            " Export the object again as binary glTF 2.0, with everything in one file."
        )
        % {"reason": reason[:120]}
    )


def check_version(document: dict[str, Any]) -> None:
    version = str(document["asset"]["version"])
    if not version.startswith("2."):
        raise damaged(f"glTF {version[:8]}")


def check_extensions(document: dict[str, Any]) -> None:
    """Refuse what cannot be shown without an extension that the viewer lacks, by its name."""
    for name in document.get("extensionsRequired", []):
        if name in SHOWN_EXTENSIONS:
            continue
        if name in COMPRESSIONS:
            raise Refused(
                _(
                    "This 3D object is compressed with %(name)s. Export it again without"
                    " compression:"
                    " the museum keeps the original and compresses a copy itself."
                )
                % {"name": COMPRESSIONS[name]}
            )
        raise Refused(
            _(
                "This 3D object needs “%(name)s”, which the museum’s viewer cannot show."
                " Export it again without it."
            )
            % {"name": str(name)[:80]}
        )


def not_shown(document: dict[str, Any]) -> list[str]:
    """Return the names of the extensions that an object has, can do without,
    and is shown without.
    """
    used = {str(name) for name in document.get("extensionsUsed", [])}
    return sorted(used - SHOWN_EXTENSIONS)


def check_references(opened: Glb) -> None:
    """Everything is in the file itself: nothing is fetched, by nobody, from nowhere."""
    document = opened.document
    for part in [*document.get("buffers", []), *document.get("images", [])]:
        if "uri" in part:
            raise Refused(
                _(
                    "This 3D object refers to another file (%(name)s)."
                    " Export it again with everything in one GLB file."
                )
                % {"name": str(part["uri"])[:60]}
            )
    buffers = document.get("buffers", [])
    if len(buffers) > 1 or any(buffer["byteLength"] > opened.length for buffer in buffers):
        raise damaged("bytes are missing")
    for view in document.get("bufferViews", []):
        start, length = view.get("byteOffset", 0), view["byteLength"]
        if view["buffer"] != 0 or min(start, length) < 0:
            raise damaged("a view outside of its buffer")
        if start + length > buffers[0]["byteLength"]:
            raise damaged("a view outside of its buffer")


def check_accessors(opened: Glb) -> None:
    views = opened.document.get("bufferViews", [])
    for accessor in opened.document.get("accessors", []):
        count, offset = accessor["count"], accessor.get("byteOffset", 0)
        item = COMPONENT_BYTES[accessor["componentType"]] * COMPONENTS[accessor["type"]]
        if count < 1 or offset < 0:
            raise damaged("an accessor of nothing")
        parts = [(accessor, count, item)] if "bufferView" in accessor else []
        if sparse := accessor.get("sparse"):
            indices, places = sparse["indices"], sparse["count"]
            parts += [(indices, places, COMPONENT_BYTES[indices["componentType"]])]
            parts += [(sparse["values"], places, item)]
        for part, items, size in parts:
            view = views[natural(part["bufferView"])]
            stride = view.get("byteStride") or size
            last = part.get("byteOffset", 0) + stride * (items - 1) + size
            if last > view["byteLength"]:
                raise damaged("an accessor outside of its view")


def natural(number: Any) -> int:
    """Return an index. Raises ValueError for what is none; Python would take -1 for the last."""
    if not isinstance(number, int) or number < 0:
        raise ValueError(f"{number} is no index")
    return number


def check_triangles(document: dict[str, Any]) -> None:
    """Walk the nodes, count the triangles of all that stand in them, and find circles."""
    nodes, meshes = document.get("nodes", []), document.get("meshes", [])
    if len(nodes) > MAX_NODES:
        raise damaged(f"{len(nodes)} nodes")
    parents = [natural(child) for node in nodes for child in node.get("children", [])]
    if len(parents) != len(set(parents)) or any(child >= len(nodes) for child in parents):
        raise damaged("nodes that are no tree")
    waiting = [index for index in range(len(nodes)) if index not in set(parents)]
    total, seen = 0, 0
    counts = [sum(map(count_triangles(document), mesh["primitives"])) for mesh in meshes]
    while waiting:
        node = nodes[waiting.pop()]
        seen += 1
        waiting += node.get("children", [])
        total += counts[natural(node["mesh"])] if "mesh" in node else 0
    if seen != len(nodes):
        raise damaged("nodes in a circle")
    if total == 0:
        raise Refused(_("There is no surface to be seen in this 3D object."))
    if total > MAX_TRIANGLES:
        raise Refused(
            _(
                "This 3D object has more triangles (%(count)d) than the museum takes (%(limit)d)."
                " Export it again with fewer."
            )
            % {"count": total, "limit": MAX_TRIANGLES}
        )


def count_triangles(document: dict[str, Any]) -> Any:
    """Return a function that counts a primitive's triangles; lines and points have none."""
    accessors = document.get("accessors", [])

    def count(primitive: dict[str, Any]) -> int:
        used = {name: natural(index) for name, index in primitive["attributes"].items()}
        if any(index >= len(accessors) for index in used.values()):
            raise damaged("an accessor is missing")
        mode = primitive.get("mode", TRIANGLES)
        if mode < TRIANGLES or "POSITION" not in used:
            return 0
        source = natural(primitive.get("indices", used["POSITION"]))
        corners = int(accessors[source]["count"])
        return corners // 3 if mode == TRIANGLES else max(0, corners - 2)

    return count


def check_pictures(opened: Glb) -> None:
    """Read the headers of the object's pictures, before anybody decodes one."""
    pixels = 0
    for picture in opened.document.get("images", []):
        data = opened.view(natural(picture["bufferView"]))
        try:
            with Image.open(BytesIO(data), formats=PICTURE_FORMATS) as header:
                width, height = header.size
        except (OSError, Image.DecompressionBombError) as reason:
            raise Refused(
                _("A picture on this 3D object cannot be read. It must be a JPEG, PNG or WebP.")
            ) from reason
        pixels += width * height
        if max(width, height) > MAX_TEXTURE_SIDE or pixels > MAX_TEXTURE_PIXELS:
            raise Refused(
                _(
                    "The pictures on this 3D object are too large (%(width)d × %(height)d pixels)."
                    " Reduce them to at most %(side)d pixels a side."
                )
                % {"width": width, "height": height, "side": MAX_TEXTURE_SIDE // 2}
            )
