"""A table that a test fills, and prints where `make tables` asks for it."""

import os


class Table:
    """Outcomes by row and column."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.rows: dict[str, dict[str, str]] = {}

    def note(self, row: str, column: str, outcome: str) -> None:
        self.rows.setdefault(row, {})[column] = outcome

    def __str__(self) -> str:
        """The table in Markdown."""
        columns = list(dict.fromkeys(name for row in self.rows.values() for name in row))
        lines = [f"## {self.title}", "", "| | " + " | ".join(columns) + " |"]
        lines.append("| --- " * (len(columns) + 1) + "|")
        for name, row in self.rows.items():
            cells = " | ".join(row.get(column, "–") for column in columns)
            lines.append(f"| {name} | {cells} |")
        return "\n".join(lines)

    def show(self) -> None:
        if os.environ.get("PRINT_TABLES"):
            print(f"\n{self}\n")
