"""The visual room editor of the Wagtail admin: it reads and writes the page form's own inputs."""
