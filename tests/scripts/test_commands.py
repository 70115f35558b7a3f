"""The Makefile's helpers refuse in one clear sentence, and work only when there is work."""

import socket
import stat
from pathlib import Path

import pytest

from scripts import bootstrap, browser, port
from scripts.installing import debian, stamps


@pytest.fixture
def empty_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A PATH on which no program is."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def program(folder: Path, name: str, says: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\necho {says}\n")
    path.chmod(path.stat().st_mode | stat.S_IEXEC)


class TestRefusals:
    def test_busy_port(self) -> None:
        with (
            socket.create_server((port.HOST, 0)) as server,
            pytest.raises(SystemExit, match=r"busy.*another port"),
        ):
            port.require_free(server.getsockname()[1])

    def test_free_port(self) -> None:
        with socket.create_server((port.HOST, 0)) as server:
            free = server.getsockname()[1]
        port.require_free(free)

    @pytest.mark.parametrize("given", ["", "abc", "0", "70000", "-1"])
    def test_port_that_is_none(self, given: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("sys.argv", ["port", given])
        with pytest.raises(SystemExit, match="from 1 to 65535"):
            port.main()

    def test_old_python(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("sys.version_info", (3, 9, 2))
        with pytest.raises(SystemExit, match=r"Python 3.11 or newer.* is 3\.9\.2"):
            bootstrap.check_python()

    @pytest.mark.usefixtures("empty_path")
    def test_missing_node(self) -> None:
        with pytest.raises(SystemExit, match="node is not on the PATH"):
            bootstrap.check_node()

    def test_missing_npm(self, empty_path: Path) -> None:
        program(empty_path, "node", "v20.1.0")
        with pytest.raises(SystemExit, match="npm is not on the PATH"):
            bootstrap.check_node()

    def test_old_node(self, empty_path: Path) -> None:
        program(empty_path, "node", "v18.19.0")
        program(empty_path, "npm", "9")
        with pytest.raises(SystemExit, match=r"Node.js 20 or newer.* is v18"):
            bootstrap.check_node()

    def test_browser_that_is_not_there(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("CHROMIUM", "/no/such/chromium")
        with pytest.raises(SystemExit, match="CHROMIUM names /no/such/chromium"):
            browser.main()

    @pytest.mark.usefixtures("empty_path")
    def test_no_browser_and_no_means_to_install_one(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("CHROMIUM", raising=False)
        monkeypatch.setattr("sys.argv", ["browser", "--install"])
        with pytest.raises(SystemExit, match="need Chromium.*apt-get install chromium"):
            browser.main()

    def test_only_root_installs(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("os.geteuid", lambda: 1000)
        with pytest.raises(SystemExit, match="sudo apt-get install postgresql"):
            debian.install("postgresql", "PostgreSQL is missing")


class TestStamps:
    @pytest.fixture
    def project(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        monkeypatch.setattr(stamps, "ROOT", tmp_path)
        monkeypatch.setattr(stamps, "STAMPS", tmp_path / "stamps")
        (tmp_path / "sources").mkdir()
        (tmp_path / "sources" / "a.ts").write_text("1")
        return tmp_path

    def test_made_once_until_a_source_changes(self, project: Path) -> None:
        made: list[int] = []
        product = project / "product"

        def make() -> None:
            made.append(1)
            product.touch()

        def start() -> None:
            stamps.unless_current("thing", [project / "sources"], product, make)

        start()
        start()
        assert len(made) == 1
        (project / "sources" / "b.ts").write_text("2")
        start()
        assert len(made) == 2
        product.unlink()
        start()
        assert len(made) == 3
        stamps.forget("th*")
        start()
        assert len(made) == 4
        start()
        assert len(made) == 4

    def test_a_failed_step_is_tried_again(self, project: Path) -> None:
        def break_off() -> None:
            raise SystemExit("broken")

        for _ in range(2):
            with pytest.raises(SystemExit):
                stamps.unless_current("thing", [project / "sources"], project, break_off)
