"""Materials of specular and glossiness, which most museum scans of 2014 to 2020 have,
in today's terms.

three.js has forgotten them and shows such objects white. The extensions KHR_materials_specular and
KHR_materials_ior say the same: a surface that is no metal, whose reflection has the colour that it
had.

Sources: https://github.com/KhronosGroup/glTF/tree/main/extensions/2.0 —
Archived/KHR_materials_pbrSpecularGlossiness, Khronos/KHR_materials_specular,
Khronos/KHR_materials_ior.
"""

from copy import deepcopy
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image

from media.files import glb
from media.files.glb import Glb

Json = dict[str, Any]
OLD = "KHR_materials_pbrSpecularGlossiness"
SPECULAR, IOR = "KHR_materials_specular", "KHR_materials_ior"
REFLECTING = 1000
"""An index of refraction at which the reflection is the specular colour itself."""


def modern(path: Path, folder: Path) -> Path:
    """Return an object without materials of the old kind; one that has none is returned itself."""
    opened = glb.read(path)
    document = deepcopy(opened.document)
    added: list[bytes] = []
    for material in document.get("materials", []):
        old = material.get("extensions", {}).pop(OLD, None)
        if old is not None:
            convert(material, old, opened, document, added)
    if document == opened.document:
        return path
    named(document)
    target = folder / "modern.glb"
    glb.replace_views(Glb(path, document, opened.start, opened.length), {}, target, added)
    return target


def convert(material: Json, old: Json, opened: Glb, document: Json, added: list[bytes]) -> None:
    """Say a material in today's terms; pictures of its roughness are `added`."""
    glossiness = old.get("glossinessFactor", 1)
    surface: Json = {"baseColorFactor": old.get("diffuseFactor", [1, 1, 1, 1]), "metallicFactor": 0}
    surface["roughnessFactor"] = 1 - glossiness
    specular: Json = {"specularColorFactor": old.get("specularFactor", [1, 1, 1])}
    if "diffuseTexture" in old:
        surface["baseColorTexture"] = old["diffuseTexture"]
    if "specularGlossinessTexture" in old:
        used = old["specularGlossinessTexture"]
        specular["specularColorTexture"] = used
        texture = document["textures"][used["index"]]
        data = rough(opened, texture, glossiness)
        surface["roughnessFactor"] = 1
        surface["metallicRoughnessTexture"] = {**used, "index": add(document, added, texture, data)}
    material["pbrMetallicRoughness"] = surface
    material["extensions"] |= {SPECULAR: specular, IOR: {"ior": REFLECTING}}


def rough(opened: Glb, texture: Json, glossiness: float) -> bytes:
    """Return a picture whose green is the roughness,
    from one whose transparency is the glossiness.
    """
    picture = opened.document["images"][source_of(texture)]
    with Image.open(BytesIO(opened.view(picture["bufferView"]))) as image:
        gloss = image.convert("RGBA").getchannel("A")
    green = gloss.point([round(255 - value * glossiness) for value in range(256)])
    none = Image.new("L", green.size)
    data = BytesIO()
    Image.merge("RGB", (none, green, none)).save(data, "PNG")
    return data.getvalue()


def source_of(texture: Json) -> int:
    """Return the number of a texture's picture,
    in whichever of the formats that the checks let in.
    """
    webp = texture.get("extensions", {}).get("EXT_texture_webp", {})
    return int(webp["source"] if "source" in webp else texture["source"])


def add(document: Json, added: list[bytes], texture: Json, data: bytes) -> int:
    """Add a picture to the document, wrapped as `texture` is, and return its texture's number."""
    view = len(document["bufferViews"]) + len(added)
    added.append(data)
    document["images"].append({"bufferView": view, "mimeType": "image/png"})
    wrapped = {"sampler": texture["sampler"]} if "sampler" in texture else {}
    document["textures"].append({**wrapped, "source": len(document["images"]) - 1})
    return len(document["textures"]) - 1


def named(document: Json) -> None:
    """Name the extensions that are used now."""
    used = set(document.get("extensionsUsed", [])) - {OLD}
    document["extensionsUsed"] = sorted(used | {SPECULAR, IOR})
    required = [name for name in document.pop("extensionsRequired", []) if name != OLD]
    if required:
        document["extensionsRequired"] = required
