"""The demonstration's film and sound, composed by this package and by nothing else.

``manage.py make_demo_recordings`` makes both; needs the development requirements and node_modules.
"""
