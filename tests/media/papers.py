"""PDFs for the tests, written object by object: whole ones, and as mail,
printers and scanners leave them.
"""

import hashlib
import zlib
from collections.abc import Iterable

NEEDS_APPEARANCES = b"/NeedAppearances true"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
RED_BOX = b"q 1 0 0 RG 1 0 0 rg 0 0 200 60 re f Q"


def stream(content: bytes, more: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (more, len(content), content)


def words(text: bytes, y: int = 700) -> bytes:
    return b"BT /F1 24 Tf 60 %d Td (%s) Tj ET" % (y, text)


def pdf(parts: Iterable[bytes], more: bytes = b"", end: bytes = b"") -> bytes:
    """A PDF of these objects, the catalogue first.

    `more` in its trailer, `end` instead of its own.
    """
    parts = list(parts)
    body, places = b"%PDF-1.7\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    start = len(body)
    body += b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
    body += b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer\n<</Size %d/Root 1 0 R%s>>\n" % (len(parts) + 1, more)
    return body + trailer + (end or b"startxref\n%d\n%%%%EOF\n" % start)


def letter(text: bytes = b"Dear father", **options: bytes) -> bytes:
    """A page of one line."""
    return pdf(pages(words(text)), **options)


def pages(*contents: bytes, catalogue: bytes = b"", page: bytes = b"") -> list[bytes]:
    """The objects of a document: catalogue, tree, font, then each page and its content."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * number) for number in range(len(contents)))
    made = [
        b"<</Type/Catalog/Pages 2 0 R%s>>" % catalogue,
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(contents), kids),
        FONT,
    ]
    for number, content in enumerate(contents):
        made.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]"
            b"/Resources<</Font<</F1 3 0 R>>/Properties<</Off 7 0 R/On 8 0 R>>>>"
            b"/Contents %d 0 R%s>>" % (5 + 2 * number, page)
        )
        made.append(stream(content))
    return made


def with_packed_table() -> bytes:
    """A PDF of version 1.5: its table is a packed stream, its trailer the stream's own words."""
    body, places = b"%PDF-1.5\n", []
    for number, part in enumerate(pages(words(b"Dear father")), start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    start, count = len(body), len(places) + 2
    rows = b"\0\0\0\0" + b"".join(b"\1" + at.to_bytes(2) + b"\0" for at in [*places, start])
    said = b"/Type/XRef/Size %d/W[1 2 1]/Root 1 0 R/Filter/FlateDecode" % count
    body += b"%d 0 obj\n%s\nendobj\n" % (count - 1, stream(zlib.compress(rows), said))
    return body + b"startxref\n%d\n%%%%EOF\n" % start


def amended() -> bytes:
    """A letter whose line was written anew behind it,
    as programs do that save only what changed.
    """
    first = letter(b"Dear father")
    place = len(first)
    table = place + len(b"5 0 obj\n%s\nendobj\n" % stream(words(b"Dear mother")))
    return first + b"5 0 obj\n%s\nendobj\nxref\n5 1\n%010d 00000 n \n%s%d\n%%%%EOF\n" % (
        stream(words(b"Dear mother")),
        place,
        b"trailer\n<</Size 6/Root 1 0 R/Prev %d>>\nstartxref\n" % first.rindex(b"xref\n0"),
        table,
    )


PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def rc4(key: bytes, data: bytes) -> bytes:
    box, j = list(range(256)), 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    i = j = 0
    sealed = bytearray()
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        sealed.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(sealed)


def md5(data: bytes) -> bytes:
    return hashlib.md5(data, usedforsecurity=False).digest()


def sealed(password: bytes = b"") -> bytes:
    """A letter that its owner sealed (ISO 32000-1, 7.6.3, of 40 bits).

    Who reads needs `password`.
    """
    owner = rc4(md5((b"owner" + PADDING)[:32])[:5], (password + PADDING)[:32])
    key = md5((password + PADDING)[:32] + owner + (-4).to_bytes(4, "little", signed=True) + b"id")[
        :5
    ]
    user = rc4(key, PADDING)
    parts = pages(words(b"Dear father"))
    own = md5(key + (5).to_bytes(3, "little") + b"\0\0")[:10]
    parts[4] = stream(rc4(own, words(b"Dear father")))
    said = b"/Encrypt<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P -4>>/ID[(id)(id)]"
    return pdf(parts, more=said % (owner.hex().encode(), user.hex().encode()))


def field(name: bytes, more: bytes, y: int, flags: int = 4) -> bytes:
    said = b"<</Type/Annot/Subtype/Widget/T(%s)/Rect[60 %d 400 %d]/F %d%s>>"
    return said % (name, y, y + 30, flags, more)


def form(needs: bytes = NEEDS_APPEARANCES) -> bytes:
    """A form that was filled in by a program that left the drawing to readers."""
    names = b"6 0 R 7 0 R 8 0 R 9 0 R 10 0 R"
    said = b"/AcroForm<</Fields[%s]%s/DR<</Font<</F1 3 0 R>>>>/DA(/F1 18 Tf 0 g)>>" % (names, needs)
    box = b"/FT/Btn/MK<</CA(4)/BC[0 0 0]>>/DA(/ZaDb 0 Tf 0 g)"
    parts = pages(words(b"Name of pupil:"), catalogue=said, page=b"/Annots[%s 11 0 R]" % names)
    return pdf(
        [
            *parts,
            field(b"pupil", b"/FT/Tx/V(Rahel 1862)/DA(/F1 18 Tf 0 g)", 600),
            field(b"girl", box + b"/V/Yes/AS/Yes", 550).replace(b"400", b"90"),
            field(b"boy", box + b"/V/Off/AS/Off", 500).replace(b"400", b"90"),
            field(
                b"town",
                b"/FT/Ch/Ff 131072/Opt[(Paris)(Tetouan)]/V(Tetouan)/DA(/F1 18 Tf 0 g)",
                450,
            ),
            field(b"secret", b"/FT/Tx/V(Nobody)/DA(/F1 18 Tf 0 g)", 400, flags=2),
            b"<</Type/Annot/Subtype/Stamp/Rect[60 200 260 260]/F 4/AP<</N 12 0 R>>>>",
            stream(RED_BOX, b"/Type/XObject/Subtype/Form/BBox[0 0 200 60]"),
        ]
    )  # fmt: skip


def layers() -> bytes:
    """A page with a layer that is switched off, and one that is shown:
    red boxes at 200 and at 400 pt.
    """
    content = (
        b"/OC /Off BDC 1 0 0 rg 60 200 200 60 re f EMC /OC /On BDC 1 0 0 rg 60 400 200 60 re f EMC"
    )
    said = b"/OCProperties<</OCGs[7 0 R 8 0 R]/D<</OFF[7 0 R]>>>>"
    groups = [b"<</Type/OCG/Name(off)>>", b"<</Type/OCG/Name(on)>>"]
    return pdf([*pages(content, catalogue=said), b"null", *groups])


def written_layers() -> bytes:
    """A page whose layers hold words: off, on, off by a membership, and in a form of their own."""

    def layer(name: bytes, text: bytes) -> bytes:
        return b"/OC /%s BDC %s EMC " % (name, words(text))

    content = layer(b"Off", b"hidden") + layer(b"On", b"shown") + layer(b"Both", b"secret")
    content += b"/OC /On BDC " + layer(b"Off", b"within") + b"EMC /Fm Do"
    said = b"/OCProperties<</OCGs[7 0 R 8 0 R]/D<</OFF[7 0 R]>>>>"
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/OC 7 0 R/Resources<</Font<</F1 3 0 R>>>>"
    parts = pages(content, catalogue=said)
    parts[3] = parts[3].replace(b"/Off 7 0 R", b"/Off 7 0 R/Both 9 0 R")
    parts[3] = parts[3].replace(b"/Font", b"/XObject<</Fm 10 0 R>>/Font")
    groups = [b"<</Type/OCG/Name(off)>>", b"<</Type/OCG/Name(on)>>"]
    both = b"<</Type/OCMD/OCGs[7 0 R 8 0 R]/P/AllOn>>"
    return pdf([*parts, b"null", *groups, both, stream(words(b"form"), form)])


def ruled_layers(rule: bytes, usage: bytes = b"", default: bytes = b"/OFF[7 0 R]") -> bytes:
    """A page whose word and red box, at 200 pt, belong to a membership with a rule.

    Group 7 is off and 8 is on, unless `default` or the `usage` of 7 say otherwise.
    """
    box = b"1 0 0 rg 60 200 200 60 re f "
    content = b"/OC /Rule BDC " + box + words(b"ruled") + b" EMC"
    said = b"/OCProperties<</OCGs[7 0 R 8 0 R]/D<<%s>>>>" % default
    parts = pages(content, catalogue=said)
    parts[3] = parts[3].replace(b"/Off 7 0 R", b"/Rule 9 0 R")
    groups = [b"<</Type/OCG/Name(off)%s>>" % usage, b"<</Type/OCG/Name(on)>>"]
    return pdf([*parts, b"null", *groups, b"<</Type/OCMD%s>>" % rule])


def signed() -> bytes:
    """A page with a signature that is seen: a red box at 200 pt."""
    parts = pages(
        words(b"Signed"),
        catalogue=b"/AcroForm<</Fields[6 0 R]/SigFlags 3>>",
        page=b"/Annots[6 0 R]",
    )
    widget = field(b"signature", b"/FT/Sig/V 8 0 R/AP<</N 7 0 R>>", 200).replace(
        b"400 230", b"260 260"
    )
    value = b"<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/Contents<00>>>"
    box = stream(RED_BOX, b"/Type/XObject/Subtype/Form/BBox[0 0 200 60]")
    return pdf([*parts, widget, box, value])
