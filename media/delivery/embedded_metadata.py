"""What a picture that is taken home says of itself: credit, rights and where it comes from.

It is written as XMP, in all languages, and once more as IPTC-IIM, which has short fields and one
language, for the programs that know only that. Sources: IPTC Photo Metadata Standard 2023.1;
IPTC-NAA Information Interchange Model 4.2; Metadata Working Group, Guidelines for Handling Image
Metadata 2.0.
"""

import hashlib
import re
import struct
from dataclasses import dataclass, field
from xml.etree import ElementTree

NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "plus": "http://ns.useplus.org/ldf/xmp/1.0/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
}
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
for prefix, uri in NAMESPACES.items():
    ElementTree.register_namespace(prefix, uri)


@dataclass(frozen=True)
class EmbeddedMetadata:
    """What is written into a copy.

    Texts in several languages go by their codes, the first is the default.
    """

    title: dict[str, str] = field(default_factory=dict)
    rights: dict[str, str] = field(default_factory=dict)
    credit: str = ""
    source: str = ""
    statement: str = ""
    page: str = ""


def name(space: str, tag: str) -> str:
    return f"{{{NAMESPACES[space]}}}{tag}"


def xmp(metadata: EmbeddedMetadata) -> bytes:
    """Return the metadata as an XMP packet; signs that XML has no place for are left out."""
    root = ElementTree.Element("{adobe:ns:meta/}xmpmeta")
    described = ElementTree.SubElement(
        ElementTree.SubElement(root, name("rdf", "RDF")),
        name("rdf", "Description"),
        {name("rdf", "about"): ""},
    )
    for tag, texts in (("title", metadata.title), ("rights", metadata.rights)):
        if texts:
            alternatives(ElementTree.SubElement(described, name("dc", tag)), texts)
    plain = [
        ("photoshop", "Credit", metadata.credit),
        ("photoshop", "Source", metadata.source),
        ("xmpRights", "Marked", "True" if metadata.statement else ""),
        ("xmpRights", "WebStatement", metadata.statement),
    ]
    for space, tag, text in plain:
        if text:
            ElementTree.SubElement(described, name(space, tag)).text = clean(text)
    if metadata.page:
        contact = ElementTree.SubElement(described, name("Iptc4xmpCore", "CreatorContactInfo"))
        contact.set(name("rdf", "parseType"), "Resource")
        ElementTree.SubElement(contact, name("Iptc4xmpCore", "CiUrlWork")).text = metadata.page
        licensor = ElementTree.SubElement(
            ElementTree.SubElement(described, name("plus", "Licensor")), name("rdf", "Seq")
        )
        item = ElementTree.SubElement(licensor, name("rdf", "li"))
        item.set(name("rdf", "parseType"), "Resource")
        ElementTree.SubElement(item, name("plus", "LicensorURL")).text = metadata.page
    return ElementTree.tostring(root, encoding="utf-8")


def alternatives(parent: ElementTree.Element, texts: dict[str, str]) -> None:
    """Add a text in several languages, the first of them as the default, too."""
    found = ElementTree.SubElement(parent, name("rdf", "Alt"))
    for code, text in {"x-default": first(texts), **texts}.items():
        item = ElementTree.SubElement(found, name("rdf", "li"))
        item.set("{http://www.w3.org/XML/1998/namespace}lang", code)
        item.text = clean(text)


def clean(text: str) -> str:
    return NOT_XML.sub("", text)


UTF_8 = b"\x1b%G"
IIM, IIM_DIGEST = 0x0404, 0x0425
"""The numbers of Photoshop's image resources that hold the IIM record and its MD5 digest."""
OCTETS = {5: 64, 40: 256, 110: 32, 115: 32, 116: 128}
"""How long a dataset of the application record may be."""


def iim(metadata: EmbeddedMetadata) -> bytes:
    """Return the metadata as the content of a JPEG's APP13 segment; what is too long is cut.

    By the digest readers see that the record has not been changed by itself, and prefer XMP.
    """
    texts = {
        5: first(metadata.title),
        40: f"{metadata.statement} {metadata.page}".strip(),
        110: metadata.credit,
        115: metadata.source,
        116: first(metadata.rights),
    }
    values = ((number, cut(text, OCTETS[number])) for number, text in texts.items())
    record = dataset(1, 90, UTF_8) + dataset(2, 0, b"\0\4")
    record += b"".join(dataset(2, number, value) for number, value in values if value)
    digest = hashlib.md5(record, usedforsecurity=False).digest()
    return b"Photoshop 3.0\0" + resource(IIM, record) + resource(IIM_DIGEST, digest)


def dataset(record: int, number: int, value: bytes) -> bytes:
    return struct.pack(">BBBH", 0x1C, record, number, len(value)) + value


def resource(number: int, content: bytes) -> bytes:
    """Return an image resource without a name, filled up to an even length."""
    head = struct.pack(">4sHHI", b"8BIM", number, 0, len(content))
    return head + content + b"\0" * (len(content) % 2)


def cut(text: str, octets: int) -> bytes:
    """Return a text in UTF-8, cut between two characters."""
    return clean(text).encode()[:octets].decode(errors="ignore").encode()


def first(texts: dict[str, str]) -> str:
    return next(iter(texts.values()), "")
