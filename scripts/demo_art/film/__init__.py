"""The demonstration's film and sound, composed by this package and by nothing else.

`python -m scripts.demo_art record` makes both.
"""
