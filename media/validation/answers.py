"""What a check answers, and how it refuses."""

from dataclasses import dataclass, field

from media.files.reasons import Refused

__all__ = ["Facts", "Refused"]


@dataclass(frozen=True)
class Facts:
    """What is known of a file once it is checked.

    Sizes in px as they are seen, duration in seconds.
    """

    media_type: str
    width: int | None = None
    height: int | None = None
    pages: int = 1
    duration: float | None = None
    # What the camera or scanner noted; never a position.
    camera: dict[str, str] = field(default_factory=dict)
    # Does the file carry the place where it was taken? Then no copy for the public is made from it
    # before its data are gone.
    position: bool = False
    # Of a picture: can its pixels be shown as they are stored?
    plain: bool = True
    # Of a 3D object: its extent along x, y and z, in the units of its file.
    size: tuple[float, float, float] | None = None
