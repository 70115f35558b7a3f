"""Print what the museum makes of every kind of file:
`python -m tests.bench.file_kinds [pictures …]`.

One line a kind, one column an output: ✓ as it should be, else what is wrong. It ends with an error
where anything is. The museum is a copy of the tests', its files lie in a temporary folder.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

Row = dict[str, str]
"""What is wrong with each output, by its name; empty words for a right one."""
NAME = 40
COLUMN = 11


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "museum.settings.test"
    import django

    django.setup()
    from django.conf import settings
    from django.utils import translation

    from tests.templates import copied_database

    wanted = sys.argv[1:] or list(TABLES)
    with copied_database(), tempfile.TemporaryDirectory() as folder, translation.override("en"):
        settings.MEDIA_ROOT = folder
        faults = sum(printed(name, TABLES[name](Path(folder))) for name in wanted)
    sys.exit(f"{faults} outputs are not as they should be." if faults else None)


def printed(title: str, rows: Iterator[tuple[str, Row]]) -> int:
    """Print a table, and return how many of its outputs are wrong."""
    faults = 0
    head: tuple[str, ...] = ()
    print(f"\n{title}")
    for name, row in rows:
        if tuple(row) != head:
            head = tuple(row)
            print(" " * NAME, *(f"{column:<{COLUMN}}" for column in head))
        wrong = [f"{column}: {fault}" for column, fault in row.items() if fault]
        marks = (f"{'✗' if fault else '✓':<{COLUMN}}" for fault in row.values())
        print(f"{name[: NAME - 1]:<{NAME}}", *marks, *wrong, flush=True)
        faults += len(wrong)
    return faults


def pictures(folder: Path) -> Iterator[tuple[str, Row]]:
    from media.derivatives import renditions
    from media.files import vips
    from media.models import MuseumImage
    from tests.media import picture_kinds
    from tests.media.picture_outputs import faults
    from tests.media.pictures import uploaded

    vips.TILE_SIDE = 32
    for number, kind in enumerate(picture_kinds.all_kinds()):
        own = folder / str(number)
        own.mkdir()
        path = own / f"picture.{kind.suffix}"
        path.write_bytes(kind.content)
        image = uploaded(path)
        renditions.make_all(image.steps)
        image = MuseumImage.objects.get(pk=image.pk)
        if image.steps.reason:
            yield kind.name, {"made": image.steps.reason}
        else:
            yield kind.name, dict(sorted(faults(kind, image, own).items()))


def documents(folder: Path) -> Iterator[tuple[str, Row]]:
    from media.derivatives import document_pages
    from tests.media.validation import test_documents

    path = folder / "letter.pdf"
    for name, content in test_documents.TAKEN.items():
        path.write_bytes(content)
        row = {"taken": told(path)}
        if not row["taken"]:
            drawn = test_documents.drawn(content, path)
            row["drawn"] = "" if test_documents.ink(drawn, 60, 695, 300, 725) else "nothing"
            text = document_pages.read_pdf(str(path), 1)
            row["read"] = "" if "Dear" in text else f"reads {text!r}"
        yield name, row
    for name, (content, words) in test_documents.REFUSED.items():
        path.write_bytes(content)
        yield name, {"refused": "" if words in told(path) else told(path) or "taken"}


def objects(folder: Path) -> Iterator[tuple[str, Row]]:
    from media.derivatives import web_models
    from media.files import glb
    from media.files.gltf import materials
    from media.validation import objects as checks
    from tests.media.derivatives import test_object_kinds as kinds

    made = {
        "of today": kinds.solid(folder / "a.glb", texture=16),
        "specular and glossiness": kinds.changed(folder / "b.glb", kinds.old_material, texture=16),
    }
    for name, path in made.items():
        row = {"taken": told(path)}
        modern = materials.modern(path, folder)
        packed = glb.read(web_models.pack(modern, folder / "packed.glb")).document
        shown = packed["materials"][0].get("pbrMetallicRoughness", {})
        row["texture"] = "" if "baseColorTexture" in shown else "is lost"
        measured = checks.measure(web_models.in_metres(modern, 0.001, folder)).size
        row["in mm"] = "" if max(measured) < 0.001 else f"{max(measured)} m"
        yield name, row


def refused(folder: Path) -> Iterator[tuple[str, Row]]:
    from tests.media.validation import corpus

    for bad in (bad for part in corpus.PARTS for bad in corpus.bad_files(part)):
        path = folder / "sent"
        path.write_bytes(bad.content)
        said = told(path, bad.name)
        yield bad.fault, {"refused": "" if len(said) > 20 else said or "taken"}


def told(path: Path, name: str = "") -> str:
    """Return why a file is refused; empty where it is taken."""
    from media import validation

    try:
        validation.of(str(path), name or path.name)
    except validation.Refused as reason:
        return str(reason)
    return ""


TABLES: dict[str, Callable[[Path], Any]] = {
    "pictures": pictures,
    "documents": documents,
    "objects": objects,
    "refused": refused,
}

if __name__ == "__main__":
    main()
