"""What draws, models and films the demonstration museum; the results lie in `home/demo`.

`python -m scripts.demo_art --help` says how. It needs the development requirements and
node_modules.
"""
