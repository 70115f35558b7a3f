"""The doors by which files come in: Wagtail's own forms, and the museum's resumable upload.

Every door asks the same checks (`media.checks`) and keeps the original the same way
(`media.originals`).
"""
