"""How far frame and mat reach beyond a picture."""

from math import floor

BORDERS = {"none": 0, "wood": 4, "brass": 4, "black": 3, "mat": 9}
"""Width of each kind of frame around an ordinary picture, in cm; ``mat`` includes its mat."""


def frame_border(frame: str, width: int, height: int) -> int:
    """Border in cm on each side; small pictures get narrower frames, a stamp still a fine one."""
    usual = BORDERS.get(frame, 0)
    return min(usual, max(1, floor(0.3 * min(width, height) + 0.5))) if usual else 0
