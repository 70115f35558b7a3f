"""The museum's commands, called by the Makefile as `python -m scripts.NAME`, one purpose a file."""
