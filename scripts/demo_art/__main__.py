"""Make the demonstration museum's pictures, 3D objects or recordings anew, into `home/demo`.

python -m scripts.demo_art draw [KEY …]
python -m scripts.demo_art model [--posters] [KEY …]
python -m scripts.demo_art record
"""

import os
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Iterator, Sequence
from pathlib import Path

import django

from home.demo import register
from home.demo.content import DOCUMENTS, ORIGINALS
from scripts.console import fail
from scripts.demo_art import book, draw, large, objects
from scripts.demo_art.film import make


def main(arguments: Sequence[str] | None = None) -> None:
    parser = ArgumentParser(
        "python -m scripts.demo_art",
        description=__doc__,
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument("what", choices=("draw", "model", "record"))
    parser.add_argument("keys", nargs="*", help="only these pictures or objects")
    parser.add_argument("--posters", action="store_true", help="photograph the objects as well")
    chosen = parser.parse_args(arguments)
    try:
        for path in made(chosen.what, chosen.keys, chosen.posters):
            print(f"{path.stem}  {path.stat().st_size // 1024} kB", flush=True)
    except KeyError as unknown:
        fail(unknown.args[0])


def made(what: str, keys: list[str], posters: bool) -> Iterator[Path]:
    """Make what is asked for, and yield each file. Raises KeyError for an unknown key."""
    if what == "draw":
        yield from drawn(keys)
    elif what == "model":
        yield from modelled(keys, posters)
    else:
        yield make.make_sound()
        yield make.make_film()
        yield from make.make_voices()


def drawn(keys: list[str]) -> Iterator[Path]:
    """Draw the pictures, and with two of them the register and the large map."""
    for key in keys or draw.picture_keys():
        yield draw.draw(key)
        if key == register.KEY:
            yield book.draw_register(DOCUMENTS / f"{key}.pdf")
        if key == large.KEY:
            yield large.draw_large(ORIGINALS / f"{key}.webp")


def modelled(keys: list[str], posters: bool) -> Iterator[Path]:
    for key in keys or objects.MODELS:
        path = objects.make(key)
        yield path
        if posters:
            yield objects.photograph(key)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "museum.settings.dev")
    django.setup()
    main()
