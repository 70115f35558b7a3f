"""The teacher's certificate, engraved like a share or bank note."""

from scripts.demo_art.engraving import ornament as o
from scripts.demo_art.engraving import palette as p
from scripts.demo_art.engraving.sheet import Sheet, picture
from scripts.demo_art.lettering.typesetting import Type


@picture("certificate-teacher", 2100, 1500, p.PAPER)
def certificate(sheet: Sheet) -> None:
    """Guilloche bands and rosettes round a panel of script, with a wax seal."""
    c = sheet.canvas
    w, h, m = sheet.width, sheet.height, 116
    c.rect(40, 40, w - 80, h - 80, p.PAPER_GREEN, p.OLIVE, 4)
    for a, b, waves in (
        ((m, m), (w - m, m), 26),
        ((m, h - m), (w - m, h - m), 26),
        ((m, m), (m, h - m), 18),
        ((w - m, m), (w - m, h - m), 18),
    ):
        o.guilloche_band(c, a, b, 46, waves, p.TURQUOISE)
    c.rect(m + 74, m + 74, w - 2 * m - 148, h - 2 * m - 148, p.PAPER, p.OLIVE, 5)
    c.rect(m + 88, m + 88, w - 2 * m - 176, h - 2 * m - 176, None, p.OLIVE, 2)
    for x in (m, w - m):
        for y in (m, h - m):
            c.circle(x, y, 96, p.PAPER_GREEN)
            o.rosette(c, x, y, 96, 12, p.POMEGRANATE, 9)
            o.eight_point_star(c, x, y, 28, p.POMEGRANATE, 3)
    o.rosette(c, w / 2, h / 2 + 20, 330, 16, p.PAPER_WARM, 14)
    o.corners(c, m + 110, 150, p.OLIVE)
    _words(sheet)
    o.wax_seal(c, 480, 1180, 92, p.POMEGRANATE, p.INK_RED)
    for side in (-1, 1):
        tail = [(480 + side * 20, 1262), (480 + side * 92, 1352), (480 + side * 48, 1350)]
        c.polygon([*tail, (480 + side * 30, 1386), (480 - side * 12, 1268)], p.INK_RED)


def _words(sheet: Sheet) -> None:
    text, middle = sheet.text, sheet.width / 2
    rtl = text.direction == "rtl"
    heading = Type("suez", 100) if rtl else Type("roundhand", 128)
    sheet.write(text.heading, middle, 375, heading, ink=p.POMEGRANATE, width=1250)
    o.rules(sheet.canvas, middle - 380, 425, 760, p.OLIVE, "swelled")
    lines = text.lines
    step = min(92.0, 640 / max(len(lines), 1))
    y = 425 + step
    for i, line in enumerate(lines):
        type_ = Type("frank", step * 0.56) if rtl else Type("roundhand", step * 0.74)
        if not rtl and (i == 0 or line.isupper()):
            type_ = Type("standard", step * 0.56, 700, tracking=3)
        sheet.write(line, middle, y, type_, width=1380)
        y += step
    if text.signature:
        type_ = Type("solitreo" if rtl else "roundhand", 66)
        sheet.write(text.signature, 1460, 1180, type_, ink=p.INK_BLUE, width=540)
        sheet.canvas.line([(1190, 1205), (1730, 1205)], p.OLIVE, 2)
    if text.stamp:
        o.cachet(sheet, text.stamp, 1010, 1210, 98, p.INDIGO, 8)
