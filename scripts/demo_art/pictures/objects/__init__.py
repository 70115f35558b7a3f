"""Things of school and workshop."""
