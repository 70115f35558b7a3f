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


class Layers:
    """Which of a document's layers (optional content groups) are off, as its default has it."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf
        self.seen: set[Any] = set()
        said: Any = pdf.Root.get("/OCProperties", {})
        default = said.get("/D", {})
        self.off = {group.objgen for group in default.get("/OFF", ())}
        if default.get("/BaseState") == "/OFF":
            on = {group.objgen for group in default.get("/ON", ())}
            self.off = {group.objgen for group in said.get("/OCGs", ())} - on

    def is_off(self, owner: Any) -> bool:
        """Is content hidden that belongs to a group, or to a membership of several?"""
        if not isinstance(owner, pikepdf.Dictionary):
            return False
        if owner.get("/Type") != "/OCMD":
            return owner.objgen in self.off
        groups: Any = owner.get("/OCGs", [])
        groups = list(groups) if isinstance(groups, pikepdf.Array) else [groups]
        off = [group.objgen in self.off for group in groups]
        rule = str(owner.get("/P", "/AnyOn"))
        is_shown = {
            "/AllOn": not any(off),
            "/AnyOff": any(off),
            "/AllOff": all(off),
        }.get(rule, not all(off))
        return bool(off) and not is_shown

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
