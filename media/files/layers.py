"""A PDF without the text of the layers that are switched off, for reading its words.

pdfium draws a page without them, but reads them out all the same. Source: ISO 32000-1, 8.11.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pikepdf

SHOWING = {"Tj", "TJ", "'", '"', "Do"}
"""The operators that show text, or another stream that may hold text."""
MOST_DEEP = 32
"""Levels of a visibility expression; pdfium reads as many."""
FAILURES = (pikepdf.PdfError, pikepdf.PasswordError, TypeError, ValueError, AttributeError)
"""What pikepdf raises for a file of another structure than the standard's."""


@contextmanager
def shown(path: str) -> Iterator[str]:
    """Give a PDF as a reader shows it first: the file itself where no layer is switched off.

    Raises `FAILURES` for a file that cannot be looked through.
    """
    with pikepdf.open(path) as pdf:
        layers = Layers(pdf)
        if not layers.off:
            yield path
            return
        for page in pdf.pages:
            layers.take_out(page.obj)
            notes = page.obj.get("/Annots", ())
            kept = [note for note in notes if not layers.is_off(note.get("/OC"))]
            page.obj.Annots = pikepdf.Array(kept)
        with tempfile.TemporaryDirectory(prefix="museum-document-") as folder:
            written = Path(folder, "shown.pdf")
            pdf.save(written)
            yield str(written)


def is_group(thing: Any) -> bool:
    """Is this a layer? A list may hold nothing in the place of one that was deleted."""
    return isinstance(thing, pikepdf.Dictionary)


def seen_by_viewers(group: Any) -> bool | None:
    """Return what a layer says of itself to programs that show pages; None where it says nothing.

    Those that draw our pages' pictures go by it, whether or not the document asks for it (`/AS`).
    """
    said: Any = group.get("/Usage", {}).get("/View", {})
    state = said.get("/ViewState")
    return None if state is None else bool(state != "/OFF")


class Layers:
    """Which of a document's layers (optional content groups) are off when it is opened."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf
        self.seen: set[Any] = set()
        said: Any = pdf.Root.get("/OCProperties", {})
        default = said.get("/D", {})
        groups = [group for group in said.get("/OCGs", ()) if is_group(group)]
        named_off = {group.objgen for group in default.get("/OFF", ())}
        if default.get("/BaseState") == "/OFF":
            named_on = {group.objgen for group in default.get("/ON", ())}
            named_off |= {group.objgen for group in groups} - named_on
        said_to_viewers = {group.objgen: seen_by_viewers(group) for group in groups}
        self.off = {
            group
            for group, is_seen in said_to_viewers.items()
            if (group in named_off if is_seen is None else not is_seen)
        }

    def is_off(self, owner: Any) -> bool:
        """Is content hidden that belongs to a group, or to a membership of several?"""
        if not isinstance(owner, pikepdf.Dictionary):
            return False
        if owner.get("/Type") != "/OCMD":
            return owner.objgen in self.off
        if (expression := owner.get("/VE")) is not None:
            return not self.holds(expression)
        groups: Any = owner.get("/OCGs", [])
        groups = list(groups) if isinstance(groups, pikepdf.Array) else [groups]
        off = [group.objgen in self.off for group in groups if is_group(group)]
        rule = str(owner.get("/P", "/AnyOn"))
        is_shown = {
            "/AllOn": not any(off),
            "/AnyOff": any(off),
            "/AllOff": all(off),
        }.get(rule, not all(off))
        return bool(off) and not is_shown

    def holds(self, expression: Any, depth: int = 0) -> bool:
        """Is a visibility expression true: a group that is on, or one of And, Or and Not of others?

        Raises ValueError for one that is deeper than any program writes.
        """
        if depth > MOST_DEEP:
            raise ValueError("visibility expression too deep")
        if not isinstance(expression, pikepdf.Array):
            return not self.is_off(expression)
        rule, *parts = expression
        held = [self.holds(part, depth + 1) for part in parts]
        if rule == "/Not":
            return not all(held)
        return any(held) if rule == "/Or" else all(held)

    def take_out(self, holder: Any) -> None:
        """Take the hidden text out of a page or form, and of the forms that it shows."""
        if holder.objgen in self.seen:
            return
        self.seen.add(holder.objgen)
        resources = holder.get("/Resources", {})
        forms = resources.get("/XObject", {})
        groups = resources.get("/Properties", {})
        kept = []
        hidden: list[bool] = []
        for step in pikepdf.parse_content_stream(holder):
            operands: Any = step.operands
            name = str(step.operator)
            if name in ("BDC", "BMC"):
                is_layer = name == "BDC" and operands[0] == "/OC"
                hidden.append(is_layer and self.is_off(groups.get(str(operands[1]))))
            elif name == "EMC" and hidden:
                hidden.pop()
            is_off = any(hidden)
            if name == "Do" and not is_off:
                is_off = self.is_off(forms.get(str(operands[0]), {}).get("/OC"))
            if not (is_off and name in SHOWING):
                kept.append(step)
        content = pikepdf.unparse_content_stream(kept)
        if isinstance(holder, pikepdf.Stream):
            holder.write(content)
        else:
            holder.Contents = self.pdf.make_stream(content)
        for form in forms.values():
            if form.get("/Subtype") == "/Form":
                self.take_out(form)
