"""The screens of an import: a file, its columns, its plan and what came of it."""
