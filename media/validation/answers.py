"""What a check answers, and how it refuses."""

from dataclasses import dataclass, field


class Refused(Exception):
    """A file that the museum does not take; the message says why and what to do, in the active language."""


@dataclass(frozen=True)
class Facts:
    """What is known of a file once it is checked; sizes in px as they are seen, duration in seconds."""

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
