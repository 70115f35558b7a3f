"""The museum's pictures, documents, films, sounds and 3D objects,
each with its credit and rights.
"""

from media.models.credits import RIGHTS_FIELDS, Credited, hex_colour
from media.models.derivatives import Derivative, became_ready
from media.models.documents import CleanCopy, DocumentPages, MuseumDocument
from media.models.images import Ladder, MuseumImage, MuseumRendition, Tiles
from media.models.objects import Object3D, Poster, WebModel
from media.models.preserved import Preserved
from media.models.recordings import MuseumMedia, RecordingRendition, Track
from media.models.uploads import Upload

__all__ = [
    "RIGHTS_FIELDS",
    "CleanCopy",
    "Credited",
    "Derivative",
    "DocumentPages",
    "Ladder",
    "MuseumDocument",
    "MuseumImage",
    "MuseumMedia",
    "MuseumRendition",
    "Object3D",
    "Poster",
    "Preserved",
    "RecordingRendition",
    "Tiles",
    "Track",
    "Upload",
    "WebModel",
    "became_ready",
    "hex_colour",
]
