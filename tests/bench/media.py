"""Print what large files cost the server.

Run by `make bench-media`; fails beyond the limit of memory.

The museum is one of its own, in a temporary folder. Each measurement runs in a process of its own,
as a worker does, so that its peak of memory is its own; beside it stands the peak of the processes
that work for it: the small one for large pictures, ffmpeg for recordings.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

WIDTH, HEIGHT = 20_000, 15_000
UPLOAD = 200 * 1024 * 1024
PART = 8 * 1024 * 1024
PAGES = 20
FILM_SECONDS = 20
LIMIT_MB = 400


def main() -> None:
    if len(sys.argv) > 1:
        measure(sys.argv[1], Path(sys.argv[2]))
        return
    print(
        f"{'what':<46} {'seconds':>8} {'worker MB':>10} {'its child':>10} {'MB/s':>7}  note",
        flush=True,
    )
    failed = []
    with tempfile.TemporaryDirectory(prefix="museum-bench-") as folder:
        for name in STEPS:
            environment = {
                **os.environ,
                "DJANGO_SETTINGS_MODULE": "museum.settings.dev",
                "MUSEUM_VAR": folder,
                "DATABASE_URL": "",
            }
            command = [sys.executable, "-m", "tests.bench.media", name, folder]
            if subprocess.run(command, check=False, env=environment).returncode:
                failed.append(name.strip())
    if failed:
        sys.exit(f"Failed, or more than {LIMIT_MB} MB: {', '.join(failed)}")


def measure(name: str, folder: Path) -> None:
    """Run one step, and print its line: time, this process's peak of memory, and what it says."""
    import django
    from django.conf import settings

    django.setup()
    settings.DERIVATIVES = "immediate"
    began = time.perf_counter()
    size, note = STEPS[name](folder)
    seconds = time.perf_counter() - began
    own, child = (
        resource.getrusage(who).ru_maxrss / 1024
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    rate = f"{size / seconds / 1e6:.0f}" if size else ""
    print(f"{name:<46} {seconds:>8.1f} {own:>10.0f} {child:>10.0f} {rate:>7}  {note}", flush=True)
    if name in HELD and max(own, child) > LIMIT_MB:
        sys.exit(1)


def scan(folder: Path, suffix: str) -> Path:
    return folder / f"scan{suffix}"


def draw(folder: Path, suffix: str, **options: object) -> tuple[int, str]:
    """Draw a scan of 300 megapixels: noise over a gradient, so that it does not pack to nothing."""
    import pyvips

    across = pyvips.Image.xyz(WIDTH, HEIGHT)
    grain = pyvips.Image.gaussnoise(WIDTH, HEIGHT, sigma=12)
    red = across[0] * (255 / WIDTH) + grain
    blue = across[1] * (255 / HEIGHT) + grain
    picture = red.bandjoin([grain + 120, blue]).cast("uchar").copy(interpretation="srgb")
    picture.write_to_file(str(scan(folder, suffix)), **options)
    return 0, f"{scan(folder, suffix).stat().st_size / 1e6:.0f} MB"


def draw_jpeg(folder: Path) -> tuple[int, str]:
    return draw(folder, ".jpg", Q=88)


def draw_tiff(folder: Path) -> tuple[int, str]:
    return draw(folder, ".tif", compression="lzw", tile=False, bigtiff=True)


def check(folder: Path, suffix: str) -> tuple[int, str]:
    from media import validation

    path = scan(folder, suffix)
    facts = validation.of(str(path), path.name)
    return path.stat().st_size, f"{facts.width} × {facts.height} px"


def copy(folder: Path, suffix: str) -> tuple[int, str]:
    from media.ingest import originals

    made = originals.working_copy(str(scan(folder, suffix)), f"scan{suffix}")
    return scan(folder, suffix).stat().st_size, f"{made.width} × {made.height} px"


def tile(folder: Path, suffix: str) -> tuple[int, str]:
    from media.derivatives import tiles

    target = folder / f"tiles{suffix}"
    tiles.write(str(scan(folder, suffix)), target)
    count = sum(1 for _path in target.rglob("*.jpg"))
    return scan(folder, suffix).stat().st_size, f"{count} files; limit {LIMIT_MB} MB"


def upload(folder: Path) -> tuple[int, str]:
    """Send a file in parts through the whole application, without its network."""
    from django.conf import settings
    from django.contrib.auth import get_user_model
    from django.test import Client
    from wagtail.models import Collection

    from tests.media.ingest.test_add_files import begin, send

    settings.ALLOWED_HOSTS = ["testserver"]
    client = Client()
    client.force_login(get_user_model().objects.create_superuser("ruth", "", "pass"))
    address = begin(client, "map.tif", UPLOAD, Collection.get_first_root_node().pk)["Location"]
    part = os.urandom(PART)
    for offset in range(0, UPLOAD, PART):
        assert send(client, address, part, offset).status_code == 204
    return UPLOAD, f"{UPLOAD // PART} parts of {PART >> 20} MB"


def found(folder: Path) -> tuple[int, str]:
    """Make the museum's database."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    return 0, ""


def read(folder: Path) -> tuple[int, str]:
    """Store a PDF as an upload does: each page becomes a picture in all its sizes."""
    from media.models import DocumentPages
    from tests.media import books

    path = books.pdf(folder / "register.pdf", PAGES)
    paging = DocumentPages.objects.get(document=books.uploaded(path))
    assert paging.state == "ready", paging.reason
    return path.stat().st_size, f"{paging.count} pages, each in all sizes of pictures"


def watch(folder: Path) -> tuple[int, str]:
    """Store a film as an upload does, with its renditions, its poster and its checks."""
    from tests.media import films

    path = films.film(folder / "film.mp4", 1920, 1080, FILM_SECONDS)
    rows = films.recorded(path).renditions.all()
    assert {row.state for row in rows} == {"ready"}, [row.reason for row in rows]
    return path.stat().st_size, f"{FILM_SECONDS} s as {', '.join(row.name for row in rows)}"


def turn(folder: Path) -> tuple[int, str]:
    """Store a 3D object as an upload does: checked, and packed for the web."""
    from tests.media import solids

    path = solids.solid(folder / "box.glb", subdivisions=7, texture=2048)
    packed = solids.uploaded(path).web_model
    assert packed.state == "ready", packed.reason
    size = path.stat().st_size
    return size, f"{size / 1e6:.1f} MB packed to {packed.size / 1e6:.1f} MB"  # type: ignore[operator]


STEPS = {
    "drawing 20,000 × 15,000 px as JPEG": draw_jpeg,
    "checking it: header, every line, no polyglot": lambda folder: check(folder, ".jpg"),
    "its working copy": lambda folder: copy(folder, ".jpg"),
    "its tiles": lambda folder: tile(folder, ".jpg"),
    "drawing 20,000 × 15,000 px as BigTIFF": draw_tiff,
    "checking the BigTIFF": lambda folder: check(folder, ".tif"),
    "its working copy ": lambda folder: copy(folder, ".tif"),
    "its tiles ": lambda folder: tile(folder, ".tif"),
    "founding a museum": found,
    "an upload of 200 MB": upload,
    "a document of 20 pages": read,
    "a film of 20 s in 1080p": watch,
    "a 3D object of 200,000 triangles": turn,
}
# Work on large pictures is held to the limit; what the tests' own tools need of it elsewhere is
# not.
HELD = {name for name in STEPS if name.startswith(("its ", "checking "))}

if __name__ == "__main__":
    main()
