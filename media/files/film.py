"""How the pictures of a film are meant to be seen, and what makes ffmpeg show them so everywhere.

Coded pictures may be stretched, lie on their side, be woven of two half pictures, have the colours
of another age, or begin before the film does. Sources: ITU-T H.273 for the numbers of colours,
ISO/IEC 14496-12 for edit lists.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import av
from av.stream import Disposition

LOOKED_AT = 4
"""So many pictures are decoded to see how a film's are."""
MOST_STRETCHED = 4
"""No camera makes pixels longer than this; such a number is damage, and is passed over."""

FULL_RANGE = 2
BT709, UNSPECIFIED, BT2020 = 1, 2, 9
HIGH_DYNAMIC_RANGE = {16: "smpte2084", 18: "arib-std-b67"}
"""Transfer functions by their numbers, in ffmpeg's names: PQ and HLG."""
MATRICES = {1: "bt709", 4: "fcc", 5: "bt601", 6: "bt601", 7: "smpte240m", 9: "bt2020", 10: "bt2020"}
HD = 720
"""Films of so many lines have BT.709's colours where they say nothing, smaller ones BT.601's."""
SIDE_TRACKS = Disposition.comment | Disposition.visual_impaired | Disposition.dub


@dataclass(frozen=True)
class Picture:
    """The pictures of a film; width and height in px as seen: upright, with square pixels."""

    width: int
    height: int
    codec: str
    pixels: str
    """Their format by ffmpeg's name, such as yuv420p."""
    is_square: bool = True
    is_interlaced: bool = False
    is_cut: bool = False
    """Whether an edit list hides what stands before the film's beginning."""
    matrix: int = UNSPECIFIED
    primaries: int = UNSPECIFIED
    transfer: int = UNSPECIFIED
    lines: int = 0
    """The height as coded."""

    @property
    def is_plain(self) -> bool:
        """Does every browser show the coded pictures as they are meant?"""
        plain = self.codec == "h264" and self.pixels in ("yuv420p", "yuvj420p")
        return (
            plain and not self.is_wide and self.is_square and not self.is_interlaced | self.is_cut
        )

    @property
    def is_wide(self) -> bool:
        """Does it have more light or colours than an ordinary screen?"""
        return self.transfer in HIGH_DYNAMIC_RANGE or self.primaries == BT2020

    def within(self, side: int) -> tuple[int, int]:
        """Return width and height in px, both even, with a shorter side of at most `side`."""
        scale = min(Fraction(1), Fraction(side, min(self.width, self.height)))
        width, height = (max(2, round(length * scale / 2) * 2) for length in self.size)
        return width, height

    @property
    def size(self) -> tuple[int, int]:
        return self.width, self.height

    def filters(self, side: int) -> str:
        """Return ffmpeg's filters to pictures of square pixels and BT.709's colours,
        as H.264 has them.

        ffmpeg has turned the pictures upright before.
        """
        width, height = self.within(side)
        scale = f"scale={width}:{height}:flags=bicubic"
        colours = [
            f"{scale}:in_color_matrix={self.known_matrix}:out_color_matrix=bt709:out_range=tv"
        ]
        if self.is_wide:
            colours = [*self.ordinary_colours(), scale]
        # Only pictures that are marked as woven are parted.
        woven = ["bwdif=mode=send_frame:deint=interlaced"] if self.is_interlaced else []
        return ",".join([*woven, *colours, "setsar=1", "format=yuv420p"])

    @property
    def known_matrix(self) -> str:
        return MATRICES.get(self.matrix, "bt709" if self.lines >= HD else "bt601")

    def ordinary_colours(self) -> list[str]:
        """Return filters from wide colours to BT.709.

        High light is brought down as Hable does it.
        """
        known = "min=bt2020nc:pin=bt2020"
        if self.transfer not in HIGH_DYNAMIC_RANGE:
            return [f"zscale=tin=bt2020-10:{known}:t=bt709:m=bt709:p=bt709:r=tv"]
        return [
            f"zscale=tin={HIGH_DYNAMIC_RANGE[self.transfer]}:{known}:t=linear:npl=203",
            "format=gbrpf32le",
            "zscale=p=bt709",
            "tonemap=tonemap=hable:desat=0",
            "zscale=t=bt709:m=bt709:r=tv",
        ]


TAGS = ["-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709"]
TAGS += ["-color_range", "tv"]
"""What `Picture.filters` makes, told to players."""


def read(path: str, container: str) -> Picture | None:
    """Return how a film's pictures are; None where it has none. Raises av.FFmpegError."""
    with av.open(path, format=container) as opened:
        stream = moving_pictures(opened)
        return read_picture(opened, stream) if stream else None


def read_picture(opened: Any, stream: Any) -> Picture:
    """Look at the first pictures of a stream. Raises ValueError where none can be decoded."""
    frames: list[Any] = []
    is_cut = False
    for packet in opened.demux(stream):
        is_cut = is_cut or packet.is_discard
        frames += packet.decode()
        if len(frames) >= LOOKED_AT:
            break
    if not frames:
        raise ValueError("nothing could be decoded")
    context, first = stream.codec_context, frames[0]
    stretch = stretch_of(stream)
    width, height = round(context.width * max(stretch, 1)), context.height
    if stretch < 1:
        height = round(context.height / stretch)
    if first.rotation % 180:
        width, height = height, width
    return Picture(
        width,
        height,
        codec=context.name,
        pixels=context.pix_fmt or "",
        is_square=stretch == 1,
        is_interlaced=any(frame.interlaced_frame for frame in frames),
        is_cut=is_cut,
        matrix=int(first.colorspace),
        primaries=int(first.color_primaries),
        transfer=int(first.color_trc),
        lines=context.height,
    )


def stretch_of(stream: Any) -> Fraction:
    """Return how much wider than high a pixel is seen."""
    stretch = Fraction(stream.sample_aspect_ratio or 1)
    return stretch if Fraction(1, MOST_STRETCHED) <= stretch <= MOST_STRETCHED else Fraction(1)


def moving_pictures(opened: Any) -> Any:
    """Return the stream of moving pictures; a cover that is glued to a sound is none."""
    cover = Disposition.attached_pic
    return next((one for one in opened.streams.video if not one.disposition & cover), None)


def main_sound(opened: Any) -> Any:
    """Return the sound that a player begins with, not a comment or a description;
    None without any.
    """
    sounds = list(opened.streams.audio)
    own = [sound for sound in sounds if not sound.disposition & SIDE_TRACKS] or sounds
    chosen = (sound for sound in own if sound.disposition & Disposition.default)
    return next(chosen, own[0] if own else None)
