"""Note which lines of the museum's packages a process of the tests reaches.

Python 3.11 can trace lines only at half the tests' time again; slipcover puts probes into the code
as it is imported, and takes them out when they have been reached. `make quick` and `make rest` set
COVERAGE to a folder; each process writes a file there when it ends, and scripts.coverage reads
them.
"""

import atexit
import json
import os
import sys
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from typing import Any

from slipcover import Slipcover
from slipcover.importer import SlipcoverLoader

from scripts.coverage import PACKAGES


class Finder(MetaPathFinder):
    """Find the museum's modules where Python would, and have their code noted."""

    def __init__(self, noted: Slipcover) -> None:
        self.noted = noted

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        # Long module bodies take slipcover minutes, and nobody asks which lines of a migration ran.
        if name.partition(".")[0] not in PACKAGES or ".migrations." in name:
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec and spec.origin and isinstance(spec.loader, SourceFileLoader):
            spec.loader = SlipcoverLoader(self.noted, spec.loader, spec.origin)
        return spec


def note_lines(folder: Path) -> None:
    """Begin to note; the report is written when the process ends."""
    # A probe is taken out when it was passed so often for nothing: each time, slipcover looks
    # through all modules for functions to replace, a third of a second. Fifty is its default.
    noted = Slipcover(d_miss_threshold=5_000)
    sys.meta_path.insert(0, Finder(noted))

    def write() -> None:
        folder.mkdir(parents=True, exist_ok=True)
        report = noted.get_coverage()
        (folder / f"{os.getpid()}.json").write_text(json.dumps(report), encoding="utf-8")

    atexit.register(write)


note_lines(Path(os.environ["COVERAGE"]).resolve())
