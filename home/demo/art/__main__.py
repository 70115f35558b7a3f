"""``python -m home.demo.art [key …]``: draw the demonstration museum's pictures."""

import sys
from pathlib import Path

from .draw import PICTURE_FOLDER, draw_all


def report(key: str, path: Path) -> None:
    """Print one finished picture."""
    print(f"{key}  {path.stat().st_size // 1024} kB", flush=True)


if __name__ == "__main__":
    draw_all(PICTURE_FOLDER, sys.argv[1:] or None, report)
