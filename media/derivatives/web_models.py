"""What visitors get of a 3D object: a GLB packed for the web, made in the background by gltfpack.

It lies below `MEDIA_ROOT/models/` under a name that holds a digest of its content, so what was
served once under an address never changes. Without Node.js the checked original is served as it is.
"""

import logging
import shutil
import subprocess
import tempfile
from copy import deepcopy
from io import BytesIO
from pathlib import Path

from django.conf import settings
from django.core.files import File
from django.utils.translation import gettext as _
from PIL import Image

from media.derivatives import posters, queue
from media.derivatives.failure import noted
from media.files import digest, glb
from media.files.gltf import materials
from media.models import Object3D, WebModel
from media.validation import objects

LARGEST_TEXTURE = 2048
"""Longest side in px of a picture on the object; scanners write up to 16,384."""
TEXTURE_QUALITY = 88
"""Of a picture on the object that is written anew, 1–100."""
NOTES = {"exif", "xmp", "XML:com.adobe.xmp", "Raw profile type exif", "photoshop", "comment"}
"""Where pictures say what their camera noted, the place above all; by Pillow's names."""
SECONDS = 300
"""How long packing may take: five million triangles need about one minute."""
OPTIONS = ("-c", "-kn", "-ke")
"""Quantised and compressed by meshopt; named parts and extras stay."""

logger = logging.getLogger(__name__)


class NotPacked(Exception):
    """Why gltfpack made nothing; for curators, in the active language."""


@queue.makes(WebModel)
def make(web: WebModel) -> None:
    """Make an object's web model, then ask for its poster, noting the state.

    A file that is refused has its reason noted.

    Any other failure (a full disk, say) is noted too, and raised.
    """
    words = _("The web model could not be made: %(reason)s")
    prefix = "museum-object-"
    with noted(web, words=words), tempfile.TemporaryDirectory(prefix=prefix) as folder:
        path = Path(folder, "original.glb")
        with web.object.file.open("rb") as source, path.open("wb") as target:
            shutil.copyfileobj(source, target)
        objects.check(path)
        missing = objects.not_shown(glb.read(path).document)
        reason = _("Shown without %(names)s.") % {"names": ", ".join(missing)} if missing else ""
        path = in_metres(materials.modern(path, Path(folder)), web.object.metres, Path(folder))
        note_size(web.object, objects.measure(path))
        packed = lighten(path, Path(folder))
        try:
            packed = pack(packed, Path(folder, "packed.glb"))
        except NotPacked as why:
            reason = f"{why} {reason}".strip()
        keep(web, packed, reason)
    if web.state == WebModel.State.READY:
        posters.request_poster(web.object)


def in_metres(path: Path, metres: float, folder: Path) -> Path:
    """Return an object in metres, as every viewer takes it; 1 in its file is so many `metres`."""
    if metres == 1:
        return path
    opened = glb.read(path)
    document = deepcopy(opened.document)
    nodes = document["nodes"]
    for scene in document.get("scenes", []):
        nodes.append({"children": scene.get("nodes", []), "scale": [metres] * 3})
        scene["nodes"] = [len(nodes) - 1]
    target = folder / "metres.glb"
    glb.replace_views(glb.Glb(path, document, opened.start, opened.length), {}, target)
    return target


def note_size(item: Object3D, measured: objects.Measured) -> None:
    size = dict(zip(("size_x", "size_y", "size_z"), measured.size, strict=True))
    Object3D.objects.filter(pk=item.pk, file=item.file.name).update(
        **size, triangles=measured.triangles
    )


def lighten(path: Path, folder: Path) -> Path:
    """Return the object with pictures of at most `LARGEST_TEXTURE` px,
    without what a camera noted in them.

    An object that has such pictures already is returned itself.
    """
    opened = glb.read(path)
    replaced = {}
    for picture in opened.document.get("images", []):
        with Image.open(BytesIO(opened.view(picture["bufferView"]))) as image:
            # A PNG may have its notes behind the picture.
            image.load()
            if max(image.size) <= LARGEST_TEXTURE and not NOTES.intersection(image.info):
                continue
            kind = image.format or "PNG"
            image.thumbnail((LARGEST_TEXTURE, LARGEST_TEXTURE), Image.Resampling.LANCZOS)
            data = BytesIO()
            bare = image.copy()
            bare.info = {name: value for name, value in image.info.items() if name not in NOTES}
            bare.save(data, kind, quality=TEXTURE_QUALITY)
        replaced[picture["bufferView"]] = data.getvalue()
    if not replaced:
        return path
    glb.replace_views(opened, replaced, folder / "lighter.glb")
    return folder / "lighter.glb"


def pack(source: Path, target: Path) -> Path:
    """Pack a GLB for the web. Raises NotPacked where there is no packer, or it gives up."""
    node = shutil.which("node")
    packer = Path(settings.BASE_DIR, "node_modules", "gltfpack", "cli.js")
    if not node or not packer.exists():
        raise NotPacked(_("Served as it came: Node.js and gltfpack are not installed here."))
    command = [node, str(packer), "-i", str(source), "-o", str(target), *OPTIONS]
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as reason:
        logger.warning("gltfpack: %s: %s", reason, reason.stderr)
        raise NotPacked(_("Served as it came: it could not be packed for the web.")) from reason
    # What is packed badly is no gain: small objects grow by the packer's own notes.
    return target if target.stat().st_size < source.stat().st_size else source


def keep(web: WebModel, path: Path, reason: str) -> None:
    """Put a finished model to its address, unless its object was deleted or replaced meanwhile."""
    with path.open("rb") as file:
        name = web.file.storage.save(f"models/{web.object_id}-{digest.short(path)}.glb", File(file))
    older = web.file.name
    size = path.stat().st_size
    if not web.note(WebModel.State.READY, reason, file=name, size=size):
        web.file.storage.delete(name)
    elif older and older != name:
        web.file.storage.delete(older)
