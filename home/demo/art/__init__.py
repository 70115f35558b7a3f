"""The pictures of the demonstration museum, drawn by this package and by nothing else.

``manage.py draw_demo`` draws them all; needs the development requirements and node_modules.
"""
