"""The pictures of the demonstration museum, drawn by this package and by nothing else.

``manage.py draw_demo`` draws them all; needs the development requirements and node_modules.
"""

from .draw import draw_all, picture_keys

__all__ = ["draw_all", "picture_keys"]
