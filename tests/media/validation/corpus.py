"""Files that no museum should take, of every kind, made on the spot.

And the good ones they are spoilt from.

Each names what is wrong with it, its name as it would be sent, and its bytes.
"""

import io
import json
import struct
import wave
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import av
import numpy as np
import pillow_heif
from PIL import Image

pillow_heif.register_heif_opener()


@dataclass(frozen=True)
class Bad:
    """A file to be refused."""

    fault: str
    name: str
    content: bytes

    def __str__(self) -> str:
        return self.fault.replace(" ", "-")


# --- good files ---


def noise(width: int, height: int) -> Image.Image:
    """A picture that does not compress to nothing, the same each time."""
    return Image.fromarray(np.random.default_rng(1).integers(0, 255, (height, width, 3), "uint8"))


@cache
def picture(kind: str, width: int = 120, height: int = 80, **options: object) -> bytes:
    data = io.BytesIO()
    noise(width, height).save(data, kind, **options)
    return data.getvalue()


def jpeg(width: int = 120, height: int = 80, **options: object) -> bytes:
    return picture("JPEG", width, height, **options)


def located(kind: str = "JPEG") -> bytes:
    """A photograph that says where it was taken, and by which camera."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0110] = "Leica", "M3"
    exif.get_ifd(0x8825).update({1: "N", 2: (31.0, 46.0, 39.5), 3: "E", 4: (35.0, 14.0, 4.25)})
    exif.get_ifd(0x8769)[0x9003] = "1954:06:01 10:00:00"
    return picture(kind, 120, 80, exif=exif.tobytes())


@cache
def tiff(pages: int = 1, side: int = 90) -> bytes:
    leaves = [noise(side, side + 10 * number) for number in range(pages)]
    data = io.BytesIO()
    leaves[0].save(data, "TIFF", save_all=True, append_images=leaves[1:])
    return data.getvalue()


def endless_tiff(pages: int) -> bytes:
    """A TIFF by hand: as many pages of one grey pixel as asked for, all of the same byte."""
    fields = {256: 1, 257: 1, 258: 8, 259: 1, 262: 1, 273: 8, 277: 1, 278: 1, 279: 1}
    page = struct.pack("<H", len(fields))
    page += b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in fields.items())
    length = len(page) + 4
    body = b"".join(page + struct.pack("<I", 12 + n * length) for n in range(1, pages))
    return b"II*\0" + struct.pack("<I4x", 12) + body + page + struct.pack("<I", 0)


def animation(frames: int, side: int = 4) -> bytes:
    """A GIF by hand: as many frames as asked for, of one colour."""
    head = b"GIF89a" + struct.pack("<HHBBB", side, side, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff"
    frame = b"," + struct.pack("<HHHHB", 0, 0, 1, 1, 0) + b"\x02\x02\x44\x01\0"
    return head + frame * frames + b";"


def pdf(pages: int = 1) -> bytes:
    kids = " ".join(f"{number + 3} 0 R" for number in range(pages))
    parts = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {pages}/Kids[{kids}]>>",
        *["<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>"] * pages,
    ]
    body, places = "%PDF-1.7\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{part}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    body += f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n{table}"
    start = body.index("xref\n0")
    trailer = f"trailer\n<</Size {len(parts) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n"
    return f"{body}{trailer}".encode()


def glb(
    change: Callable[[dict], object] = lambda document: None, data: bytes | None = None
) -> bytes:
    """One triangle as binary glTF, after a change of its document."""
    corners = struct.pack("<9f", 0, 0, 0, 1, 0, 0, 0, 1, 0)
    document = {
        "asset": {"version": "2.0"},
        "scene": 0,
        "scenes": [{"nodes": [0]}],
        "nodes": [{"mesh": 0}],
        "meshes": [{"primitives": [{"attributes": {"POSITION": 0}}]}],
        "accessors": [
            {
                "bufferView": 0, "componentType": 5126, "count": 3, "type": "VEC3",
                "min": [0, 0, 0], "max": [1, 1, 0],
            }
        ],
        "bufferViews": [{"buffer": 0, "byteLength": 36}],
        "buffers": [{"byteLength": 36}],
    }  # fmt: skip
    change(document)
    words = json.dumps(document).encode()
    words += b" " * (-len(words) % 4)
    chunks = struct.pack("<I4s", len(words), b"JSON") + words
    chunks += struct.pack("<I4s", 36, b"BIN\0") + (corners if data is None else data)
    return struct.pack("<4sII", b"glTF", 2, 12 + len(chunks)) + chunks


def sound() -> bytes:
    data = io.BytesIO()
    with wave.open(data, "wb") as file:
        file.setparams((1, 2, 8000, 8000, "NONE", ""))
        file.writeframes(np.random.default_rng(1).integers(-9999, 9999, 8000, "int16").tobytes())
    return data.getvalue()


@cache
def film(container: str = "mp4", with_picture: bool = True, with_sound: bool = False) -> bytes:
    """One second of film, of sound, or of both."""
    data = io.BytesIO()
    with av.open(data, "w", format=container) as file:
        if with_picture:
            stream = file.add_stream("mpeg4" if container != "webm" else "libvpx", rate=12)
            stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
            for _number in range(12):
                frame = av.VideoFrame.from_ndarray(np.asarray(noise(64, 48)), format="rgb24")
                file.mux(stream.encode(frame))
            file.mux(stream.encode())
        if with_sound:
            stream = file.add_stream("aac", rate=8000)  # type: ignore[assignment]
            samples = np.zeros((1, 1024), "float32")
            for _number in range(8):
                frame = av.AudioFrame.from_ndarray(samples, format="fltp", layout="mono")  # type: ignore[assignment]
                frame.sample_rate = 8000  # type: ignore[attr-defined]
                file.mux(stream.encode(frame))
            file.mux(stream.encode())
    return data.getvalue()


def packed(**entries: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in entries.items():
            file.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return data.getvalue()


# --- spoilt files ---


def half(content: bytes) -> bytes:
    return content[: len(content) // 2]


def holed(content: bytes) -> bytes:
    """Zeros instead of the middle third."""
    third = len(content) // 3
    return content[:third] + b"\0" * third + content[2 * third :]


def chunk(kind: bytes, content: bytes) -> bytes:
    return (
        struct.pack(">I", len(content))
        + kind
        + content
        + struct.pack(">I", zlib.crc32(kind + content))
    )


def png(width: int, height: int, rest: bytes = b"", extra: bytes = b"") -> bytes:
    """A PNG of a claimed size, with what lines there are."""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    lines = chunk(b"IDAT", zlib.compress(rest))
    return b"\x89PNG\r\n\x1a\n" + header + extra + lines + chunk(b"IEND", b"")


def claiming(content: bytes, width: int, height: int) -> bytes:
    """A JPEG whose header claims another size."""
    place = content.index(b"\xff\xc0") + 5
    return content[:place] + struct.pack(">HH", height, width) + content[place + 4 :]


def tiff_of(width: int, height: int, big: bool = False, beyond: bool = False) -> bytes:
    """The smallest TIFF of a claimed size, of one strip."""
    tags = [
        (256, width),
        (257, height),
        (258, 8),
        (259, 1),
        (262, 1),
        (273, 8),
        (277, 1),
        (278, height),
        (279, 4),
    ]
    if big:
        head = b"II+\0" + struct.pack("<HHQ", 8, 0, 16)
        entries = b"".join(struct.pack("<HHQQ", tag, 4, 1, value) for tag, value in tags)
        return head + struct.pack("<Q", len(tags)) + entries + struct.pack("<Q", 0)
    head = b"II*\0" + struct.pack("<I", 1 << 30 if beyond else 8)
    entries = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags)
    return head + struct.pack("<H", len(tags)) + entries + struct.pack("<I", 0)


def webp_canvas(side: int) -> bytes:
    """A WebP whose canvas claims to be side × side px, with one small frame."""
    inner = picture("WEBP")[12:]
    size = (side - 1).to_bytes(3, "little")
    extended = b"VP8X" + struct.pack("<I", 10) + b"\0\0\0\0" + size + size
    body = b"WEBP" + extended + inner
    return b"RIFF" + struct.pack("<I", len(body)) + body


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!DOCTYPE html><html><body><script>alert(1)</script></body></html>"
JAR = packed(META_INF__MANIFEST_dot_MF=b"Main-Class: Evil\n", Evil_dot_class=b"\xca\xfe\xba\xbe")


def pictures() -> Iterator[Bad]:
    yield Bad("nothing at all", "empty.jpg", b"")
    yield Bad("words as a picture", "words.jpg", b"This is a letter, not a picture.\n")
    yield Bad("PNG named JPEG", "photo.jpg", picture("PNG"))
    yield Bad("JPEG named PNG", "photo.png", jpeg())
    yield Bad("GIF named WebP", "photo.webp", picture("GIF"))
    yield Bad("TIFF named JPEG", "photo.jpg", tiff())
    yield Bad("HEIC named JPEG", "photo.jpg", picture("HEIF"))
    yield Bad("BMP named PNG", "photo.png", picture("BMP"))
    yield Bad("Photoshop named JPEG", "photo.jpg", b"8BPS\0\1" + b"\0" * 200)
    yield Bad("program named JPEG", "photo.jpg", b"MZ\x90\0" + b"\0" * 200)
    yield Bad("no extension", "photo", jpeg())
    yield Bad("extension of a program", "photo.jpg.exe", jpeg())
    yield Bad("extension of a script", "photo.php", jpeg())
    yield from broken_pictures()
    yield from bombs()
    yield from posing()
    yield from polyglots()


def broken_pictures() -> Iterator[Bad]:
    for kind, name in (
        ("JPEG", "jpg"), ("PNG", "png"), ("GIF", "gif"), ("WEBP", "webp"), ("HEIF", "heic"),
        ("AVIF", "avif"),
    ):  # fmt: skip
        yield Bad(f"truncated {kind}", f"photo.{name}", half(picture(kind)))
    yield Bad("truncated TIFF", "photo.tif", tiff_of(90, 90))
    yield Bad("JPEG of a header only", "photo.jpg", jpeg()[:300])
    yield Bad("JPEG without its last lines", "photo.jpg", jpeg(400, 300)[:-2000])
    yield Bad("PNG with zeros in it", "photo.png", holed(picture("PNG")))
    webp = picture("WEBP").replace(b"VP8 ", b"XXXX")
    yield Bad("WebP of an unknown part", "photo.webp", webp)
    heic = picture("HEIF").replace(b"meta", b"xxxx", 1)
    yield Bad("HEIC without its index", "photo.heic", heic)
    yield Bad("PNG of no size", "photo.png", png(0, 0))
    yield Bad("PNG without lines", "photo.png", png(40, 40))
    yield Bad("TIFF that points beyond its end", "photo.tif", tiff_of(90, 90, beyond=True))
    yield Bad("JPEG cut after its signature", "photo.jpg", b"\xff\xd8\xff\xe0")


def bombs() -> Iterator[Bad]:
    yield Bad("PNG bomb", "map.png", png(100_000, 100_000))
    yield Bad("PNG bomb of one line", "map.png", png(2_000_000_000, 1))
    yield Bad("JPEG bomb", "map.jpg", claiming(jpeg(), 65_000, 65_000))
    yield Bad("TIFF bomb", "map.tif", tiff_of(100_000, 100_000))
    yield Bad("BigTIFF bomb", "map.tif", tiff_of(90_000, 90_000, big=True))
    yield Bad("WebP bomb", "map.webp", webp_canvas(16_000_000 >> 4))
    yield Bad("GIF bomb", "map.gif", animation(1, side=65_000))
    yield Bad("animation of endless frames", "dance.gif", animation(5_000))
    yield Bad("animation of a huge canvas", "dance.gif", animation(20, side=12_000))


def posing() -> Iterator[Bad]:
    yield Bad("SVG", "drawing.svg", SVG)
    yield Bad("SVG named PNG", "drawing.png", SVG)
    yield Bad("SVG behind an XML line", "drawing.webp", b'\xef\xbb\xbf<?xml version="1.0"?>' + SVG)
    yield Bad("packed SVG named JPEG", "drawing.jpg", zlib.compress(SVG, wbits=31))
    yield Bad("page named JPEG", "page.jpg", HTML)
    yield Bad("page behind spaces named GIF", "page.gif", b"\n\n   " + HTML)


def polyglots() -> Iterator[Bad]:
    yield Bad("JPEG and ZIP", "photo.jpg", jpeg() + JAR)
    yield Bad("GIFAR", "photo.gif", picture("GIF") + JAR)
    yield Bad("PNG and RAR", "photo.png", picture("PNG") + b"Rar!\x1a\x07\x01\0" + b"\0" * 50)
    yield Bad("JPEG and page", "photo.jpg", jpeg() + HTML)
    yield Bad("JPEG and PDF", "photo.jpg", jpeg() + pdf())
    script = b"<?php system($_GET['c']); ?>"
    yield Bad("JPEG with a script in its comment", "photo.jpg", jpeg(comment=script))
    text = chunk(b"tEXt", b"Comment\0" + script)
    yield Bad("PNG with a script in its text", "photo.png", png(1, 1, b"\0\0", extra=text))
    yield Bad("TIFF and page", "photo.tif", tiff() + HTML)
    yield Bad(
        "script that begins as a GIF", "photo.gif", b"GIF89a/*" + b"\0" * 20 + b"*/=1;alert(1)//"
    )


def names() -> Iterator[Bad]:
    good = jpeg()
    for fault, name in (
        ("path upwards", "../../museum/photo.jpg"),
        ("path of Windows", "..\\photo.jpg"),
        ("absolute path", "/etc/photo.jpg"),
        ("letters turned round", "photo\u202egpj.jpg"),
        ("letters isolated", "photo\u2067gpj.jpg"),
        ("null in the name", "photo\0.jpg"),
        ("line break in the name", "photo\n.jpg"),
        ("device of Windows", "CON.jpg"),
        ("no name", ".jpg"),
        ("spaces around", " photo.jpg"),
        ("a dot at the end", "photo.jpg."),
        ("name too long", "p" * 300 + ".jpg"),
        ("space of no width", "photo\u200b.jpg"),
        ("byte-order mark in the name", "\ufeffphoto.jpg"),
        ("byte-order mark in the extension", "photo.j\ufeffpg"),
        ("mark of direction", "photo\u200f.jpg"),
        ("soft hyphen", "pho\u00adto.jpg"),
        ("joiner between Latin letters", "pho\u200dto.jpg"),
        ("filler that shows nothing", "\u3164.jpg"),
        ("letters of tags", "photo\U000e0041\U000e007f.jpg"),
        ("sign of nobody", "photo\ue000.jpg"),
        ("flood of marks", "pho" + "\u0301" * 40 + "to.jpg"),
        ("device of Windows before a dot", "aux.tar.jpg"),
        ("device of Windows and a space", "nul .jpg"),
        ("device of Windows in small figures", "com\u00b9.jpg"),
        ("only dots and spaces", ". . .jpg"),
    ):
        yield Bad(fault, name, good)


def documents() -> Iterator[Bad]:
    yield Bad("PDF named picture", "book.jpg", pdf())
    yield Bad("truncated PDF", "book.pdf", half(pdf(3)))
    yield Bad("PDF of nothing", "book.pdf", b"%PDF-1.7\nnothing\n%%EOF\n")
    yield Bad("PDF without pages", "book.pdf", pdf(0))
    yield Bad("page named PDF", "book.pdf", HTML)
    yield Bad("TIFF that breaks off in its third page", "book.tif", tiff(3)[: -len(tiff(3)) // 6])
    yield Bad("TIFF of endless pages", "book.tif", endless_tiff(2_001))
    yield Bad(
        "truncated office document", "list.docx", half(packed(word__document_dot_xml=b"<w/>" * 99))
    )
    yield Bad("archive named office document", "list.docx", JAR)
    macros = packed(**{"[Content_Types]_dot_xml": b"", "word__vbaProject_dot_bin": b"Sub"})
    yield Bad("office document with macros", "list.docx", macros)
    bomb = packed(**{"[Content_Types]_dot_xml": b"", "word__document_dot_xml": b"\0" * 40_000_000})
    yield Bad("office document that is a bomb", "list.docx", bomb)
    yield Bad("text that is none", "list.txt", b"one,two\n" + b"a" * 5000 + b"\0\1\2")
    yield Bad("text of another time", "list.csv", "école,élève\n".encode("latin-1") * 4)
    yield Bad("page named table", "list.csv", HTML)


def offices() -> Iterator[Bad]:
    """Office documents that would write elsewhere when they are unpacked, or unpack to too much."""
    for fault, name in (
        ("a part upwards", "../../etc/cron.d/evil"),
        ("a part upwards in the midst", "word/../../evil.xml"),
        ("a part upwards as Windows has it", "word\\..\\..\\evil.xml"),
        ("an absolute part", "/etc/passwd"),
        ("a part on a drive", "C:/evil.xml"),
        ("a part with a null", "word/document.xml\0.exe"),
        ("a part of an endless name", "word/" + "x" * 300),
    ):
        for suffix in ("docx", "odt", "xlsx"):
            yield Bad(f"{suffix} with {fault}", f"list.{suffix}", office(suffix, {name: b"<x/>"}))
    link = zipfile.ZipInfo("word/link")
    link.external_attr = 0o120777 << 16
    yield Bad("docx with a link", "list.docx", office("docx", {link: b"/etc/passwd"}))
    yield Bad("odt with macros", "list.odt", office("odt", {"Basic/Standard/Module1.xml": b"<m/>"}))
    many = {f"word/{number}.xml": b"" for number in range(20_001)}
    yield Bad("docx of endless parts", "list.docx", office("docx", many))
    bomb = {"content.xml": b"\0" * 40_000_000}
    yield Bad("odt that is a bomb", "list.odt", office("odt", bomb))


def office(suffix: str, parts: dict[Any, bytes]) -> bytes:
    """An office document of its kind with further parts;
    Python's own names of them are not cleaned.
    """
    own = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<office/>"}
    if suffix != "odt":
        own = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"}
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in {**own, **parts}.items():
            entry = name if isinstance(name, zipfile.ZipInfo) else zipfile.ZipInfo()
            if isinstance(name, str):
                # Not by ZipInfo's own way, which cuts a name at a null.
                entry.filename = name
            file.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return data.getvalue()


def objects() -> Iterator[Bad]:
    yield Bad("truncated GLB", "bell.glb", half(glb()))
    yield Bad("GLB of version 1", "bell.glb", glb()[:4] + struct.pack("<I", 1) + glb()[8:])
    yield Bad("GLB without words", "bell.glb", b"glTF" + struct.pack("<II", 2, 12))
    yield Bad(
        "GLB with a wrong length", "bell.glb", glb()[:8] + struct.pack("<I", 1 << 30) + glb()[12:]
    )
    yield Bad("glTF in words", "bell.glb", json.dumps({"asset": {"version": "2.0"}}).encode())
    outside = {"uri": "https://example.org/bell.bin", "byteLength": 36}
    yield Bad(
        "GLB with bytes elsewhere", "bell.glb", glb(lambda one: one.update(buffers=[outside]))
    )
    local = {"uri": "file:///etc/passwd"}
    yield Bad(
        "GLB with a picture elsewhere", "bell.glb", glb(lambda one: one.update(images=[local]))
    )
    circle = [{"mesh": 0, "children": [1]}, {"children": [0]}]
    unknown = {"extensionsRequired": ["ACME_holograms"], "extensionsUsed": ["ACME_holograms"]}
    yield Bad("GLB of an unknown extension", "bell.glb", glb(lambda one: one.update(unknown)))
    yield Bad("GLB in a circle", "bell.glb", glb(lambda one: one.update(nodes=circle)))
    yield Bad("GLB without surface", "bell.glb", glb(lambda one: one.update(meshes=[], nodes=[])))
    yield Bad("GLB named picture", "bell.jpg", glb())


def recordings() -> Iterator[Bad]:
    yield Bad("truncated film", "film.mp4", half(film()))
    yield Bad("film without picture", "film.mp4", film(with_picture=False, with_sound=True))
    yield Bad("film of a header only", "film.mp4", film()[:40])
    yield Bad("page named film", "film.mp4", HTML)
    yield Bad("film named sound", "film.mp3", film())
    yield Bad("truncated WebM", "film.webm", b"\x1a\x45\xdf\xa3\x01" + b"\0" * 60)
    yield Bad("list of other files", "film.mp4", b"#EXTM3U\nfile:///etc/passwd\n")
    yield Bad("truncated WAV", "voice.wav", sound()[:2000])
    yield Bad("WAV of a header only", "voice.wav", sound()[:20])
    yield Bad("MP3 of nothing", "voice.mp3", b"ID3\x04\0\0\0\0\0\0" + b"\0" * 3000)
    yield Bad("FLAC of nothing", "voice.flac", b"fLaC" + b"\0" * 3000)
    yield Bad("Ogg of nothing", "voice.ogg", b"OggS" + b"\0" * 3000)


def captions() -> Iterator[Bad]:
    cue = "00:00:01.000 --> 00:00:02.000\n"
    yield Bad(
        "captions with a script", "film.vtt", f"WEBVTT\n\n{cue}<script>alert(1)</script>\n".encode()
    )
    yield Bad(
        "captions that run backwards", "film.vtt", b"WEBVTT\n\n00:09.000 --> 00:02.000\nHello\n"
    )
    yield Bad("captions without a beginning", "film.vtt", f"{cue}Hello\n".encode())
    yield Bad(
        "captions of another time",
        "film.vtt",
        f"WEBVTT\n\n{cue}".encode() + "élève\n".encode("latin-1"),
    )
    yield Bad("captions named sound", "film.mp3", f"WEBVTT\n\n{cue}Hello\n".encode())


PARTS = {
    part.__name__: part
    for part in (pictures, names, documents, offices, objects, recordings, captions)
}


@cache
def bad_files(part: str) -> list[Bad]:
    """The files of one part, made when they are first asked for."""
    return list(PARTS[part]())
