"""Order of runs in a line of mixed direction: the implicit part of Unicode's UAX #9."""

from __future__ import annotations

from unicodedata import bidirectional

RIGHT_TO_LEFT = {"R", "AL"}


def base_direction(text: str) -> str:
    """ "rtl" or "ltr" by the first strong letter (rules P2 and P3)."""
    for character in text:
        kind = bidirectional(character)
        if kind == "L":
            return "ltr"
        if kind in RIGHT_TO_LEFT:
            return "rtl"
    return "ltr"


def levels(text: str, direction: str) -> list[int]:
    """Embedding level of each character (rules W1-W7, N1-N2, I1-I2; no explicit marks)."""
    base = 1 if direction == "rtl" else 0
    kinds = _weak([bidirectional(c) or "L" for c in text], base)
    kinds = _neutral(kinds, base)
    result = []
    for kind in kinds:
        if base == 0:
            result.append({"L": 0, "R": 1, "EN": 2, "AN": 2}[kind])
        else:
            result.append({"L": 2, "R": 1, "EN": 2, "AN": 2}[kind])
    return result


def _weak(kinds: list[str], base: int) -> list[str]:
    strong = "R" if base else "L"
    for i, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[i] = kinds[i - 1] if i else strong
    last = strong
    for i, kind in enumerate(kinds):
        if kind in {"L", "R", "AL"}:
            last = kind
        elif kind == "EN" and last == "AL":
            kinds[i] = "AN"
    kinds = ["R" if kind == "AL" else kind for kind in kinds]
    for i in range(1, len(kinds) - 1):
        around = kinds[i - 1], kinds[i + 1]
        if around == ("EN", "EN") and kinds[i] in {"ES", "CS"}:
            kinds[i] = "EN"
        elif around == ("AN", "AN") and kinds[i] == "CS":
            kinds[i] = "AN"
    for i, kind in enumerate(kinds):
        if kind == "ET" and (_run_meets(kinds, i, 1) or _run_meets(kinds, i, -1)):
            kinds[i] = "EN"
    last = strong
    for i, kind in enumerate(kinds):
        if kind in {"L", "R"}:
            last = kind
        elif kind == "EN" and last == "L":
            kinds[i] = "L"
    return kinds


def _run_meets(kinds: list[str], place: int, step: int) -> bool:
    while 0 <= place < len(kinds) and kinds[place] == "ET":
        place += step
    return 0 <= place < len(kinds) and kinds[place] == "EN"


def _neutral(kinds: list[str], base: int) -> list[str]:
    strong = "R" if base else "L"
    settled = {"L", "R", "EN", "AN"}
    i = 0
    while i < len(kinds):
        if kinds[i] in settled:
            i += 1
            continue
        end = i
        while end < len(kinds) and kinds[end] not in settled:
            end += 1
        before = _side(kinds[i - 1]) if i else strong
        after = _side(kinds[end]) if end < len(kinds) else strong
        kinds[i:end] = [before if before == after else strong] * (end - i)
        i = end
    return kinds


def _side(kind: str) -> str:
    return "R" if kind in {"EN", "AN"} else kind


def visual_runs(text: str, direction: str) -> list[tuple[int, int, int]]:
    """Runs (start, end, level) of equal level, in order from left to right (rule L2)."""
    if not text:
        return []
    marks = levels(text, direction)
    runs, start = [], 0
    for i in range(1, len(text) + 1):
        if i == len(text) or marks[i] != marks[start]:
            runs.append((start, i, marks[start]))
            start = i
    for level in range(max(marks), 0, -1):
        i = 0
        while i < len(runs):
            end = i
            while end < len(runs) and runs[end][2] >= level:
                end += 1
            if end > i:
                runs[i:end] = runs[i:end][::-1]
            i = max(end, i + 1)
    return runs
