"""The browser has the lengths of rooms from Python."""

import re

from exhibitions.geometry import constants
from scripts import room_constants


def test_the_browsers_constants_are_those_of_python() -> None:
    kept = room_constants.TARGET.read_text(encoding="utf-8")
    assert kept == room_constants.module(), "run python -m scripts.room_constants"


def test_every_constant_is_written_with_its_reason() -> None:
    names = {name for name in vars(constants) if name.isupper()}
    assert {name for name, _comment in room_constants.defined()} == names
    text = room_constants.module()
    assert set(re.findall(r"^export const (\w+) =", text, re.MULTILINE)) == names
    assert "/** Narrowest passage for a wheelchair" in text
    assert "export const UNSEEN = [4, 3] as const;" in text
