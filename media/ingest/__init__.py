"""The doors by which files come in: Wagtail's own forms, and the museum's resumable upload.

Every door asks the same checks (`media.validation`) and keeps the original the same way
(`media.ingest.originals`).
"""
