"""What `python -m scripts.house` finds out of order, in small houses built for each test."""

from pathlib import Path

import pytest

from scripts import house


def build(root: Path, files: dict[str, str]) -> list[str]:
    """Write the files and say what is wrong."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return list(house.faults_of(root))


def test_a_house_in_order(tmp_path: Path) -> None:
    faults = build(
        tmp_path,
        {
            "media/models/images.py": "from media.files import kinds\nimport museum.core.shell\n",
            "media/files/kinds.py": "import os\nfrom django.db import models\n",
            "museum/core/shell.py": "",
            "frontend/elements/player/index.ts": 'import { words } from "../../shared/words";\n',
            "frontend/shared/words.ts": 'import { html } from "lit";\n',
        },
    )
    assert faults == []


def test_a_circle_names_both_files_and_lines(tmp_path: Path) -> None:
    faults = build(
        tmp_path,
        {
            "search/views.py": "import os\nimport search.backend\n",
            "search/backend.py": "from search.normalise import plain\n",
            "search/normalise.py": "\n\nfrom search import views\n",
            "search/apps.py": "from search import views\n",
        },
    )
    assert "\n".join(faults).splitlines() == [
        "A circle of 3 files:",
        "  search/backend.py:1 imports search/normalise.py",
        "  search/normalise.py:3 imports search/views.py",
        "  search/views.py:2 imports search/backend.py",
    ]


@pytest.mark.parametrize(
    "back",
    [
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from search import views\n",
        "def ask():\n    class Inner:\n        from search.views import search\n",
        "from . import views",
        "from .views import search",
        "from ..search import views",
        "import os, search.views as seen",
        "from importlib import import_module\nimport_module('search.views')",
        "import importlib\nimportlib.import_module('.views', __package__)",
        "import importlib\nimportlib.import_module('.views', package='search')",
        (
            "from django.utils.module_loading import import_string\n"
            "import_string('search.views.search')"
        ),
        "__import__('search.views')",
    ],
)
def test_every_way_to_import_python_counts(tmp_path: Path, back: str) -> None:
    faults = build(
        tmp_path,
        {
            "search/views.py": "from search import backend\n",
            "search/backend.py": back,
        },
    )
    assert len(faults) == 1 and faults[0].startswith("A circle of 2 files")


@pytest.mark.parametrize(
    "back",
    [
        'import { View } from "./view";',
        'import type { View } from "./view";',
        'import { type View } from "./view.ts";',
        'export * from "./view.js";',
        'export type { View } from "./view";',
        'import "./view";',
        "let view: import('./view').View;",
        "async function open() { await import(`./view`); }",
        'const worker = new Worker(new URL("./view.ts", import.meta.url));',
        'import {\n  View, // the "view\'s" type\n} from "./view";',
    ],
)
def test_every_way_to_import_typescript_counts(tmp_path: Path, back: str) -> None:
    faults = build(
        tmp_path,
        {
            "frontend/elements/player/view.ts": 'import { Model } from "./model";\n',
            "frontend/elements/player/model.ts": back,
        },
    )
    assert len(faults) == 1 and faults[0].startswith("A circle of 2 files")


@pytest.mark.parametrize(
    "text",
    [
        '// import "./view";',
        '/* export * from "./view"; */',
        "const text = 'import \"./view\"';",
        'const sides = { from: "./view" };',
        'import view from "view";',
    ],
)
def test_what_only_looks_like_an_import(tmp_path: Path, text: str) -> None:
    faults = build(
        tmp_path,
        {
            "frontend/elements/player/view.ts": 'import { Model } from "./model";\n',
            "frontend/elements/player/model.ts": text,
        },
    )
    assert faults == []


def test_a_package_is_its_own_file(tmp_path: Path) -> None:
    faults = build(
        tmp_path,
        {
            "media/models/__init__.py": "from .images import Picture\n",
            "media/models/images.py": "from media.models import Licence\n",
            "media/signals/pictures.py": "from media.models import images\n",
        },
    )
    assert len(faults) == 1 and "media/models/images.py:1" in faults[0]


def test_an_import_that_climbs(tmp_path: Path) -> None:
    faults = build(
        tmp_path,
        {
            "media/files/kinds.py": "def ask():\n    from exhibitions.models.room import Room\n",
            "exhibitions/models/room.py": "",
            "exhibitions/views.py": "from exhibitions.models import room\n",
            "frontend/shared/dom.ts": 'import type { Page } from "../elements/page/index";\n',
            "frontend/elements/page/index.ts": "",
        },
    )
    dom, kinds = faults
    assert dom.startswith("frontend/shared/dom.ts:1 imports frontend/elements/page/index.ts")
    assert dom.endswith("climbs from frontend/shared to frontend/elements")
    assert kinds.startswith("media/files/kinds.py:2 imports exhibitions/models/room.py")
    assert kinds.endswith("climbs from media/files to exhibitions/models")


def test_a_module_on_no_floor(tmp_path: Path) -> None:
    assert build(tmp_path, {"cellar/wine.py": ""}) == [
        "cellar/wine.py stands on no floor of scripts/house.py"
    ]


def test_a_crowded_folder(tmp_path: Path) -> None:
    many = {f"media/files/kind{number}.py": "" for number in range(12)}
    uncounted = {
        "media/files/__init__.py": "",
        "media/files/deeper/more.py": "",
        **{f"media/migrations/{number:04}.py": "" for number in range(20)},
        **{f"frontend/shared/{number}.test.ts": "" for number in range(20)},
    }
    assert build(tmp_path, many | uncounted) == []
    faults = build(tmp_path, {"media/files/glb.py": ""})
    assert faults == ["media/files holds 13 modules, and 12 are the most"]


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    (fault,) = build(tmp_path, {"search/views.py": "import ("})
    assert fault.startswith("search/views.py cannot be read")


def test_the_command_fails_with_what_it_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build(tmp_path, {"media/rights.py": "import home.models", "home/models.py": ""})
    assert house.main(tmp_path) == 1
    assert "media/rights.py:1 imports home/models.py" in capsys.readouterr().err
    (tmp_path / "media/rights.py").write_text("")
    assert house.main(tmp_path) == 0
    assert capsys.readouterr().err == ""
