"""What is said of a file or a row that cannot be read."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from importing.reading import Fault, Problem

SENTENCES = {
    Fault.EMPTY: _("The file is empty."),
    Fault.TOO_LARGE: _("The file is larger than 100 MB. Divide it, and import the parts."),
    Fault.OLD_OR_PROTECTED: _(
        "This is a workbook of an old kind (.xls), or it asks for a password. Save it as XLSX "
        "without a password, or as CSV."
    ),
    Fault.NO_SPREADSHEET: _("This is no spreadsheet, or it is damaged. Save it as XLSX or CSV."),
    Fault.ENCODING: _("The letters cannot be read as %(detail)s. Save the file as CSV in UTF-8."),
    Fault.SWELLS: _(
        "Unpacked, the file would be far too large. Save its table alone in a new file."
    ),
    Fault.MERGED: _(
        "The cells %(detail)s are merged, so that nobody can say whose their text is. Unmerge "
        "the cells of all sheets, and write the text in each row that it belongs to."
    ),
    Fault.NO_HEADINGS: _("The file has no headings. Its first row has to name the columns."),
    Fault.DOUBLED_HEADING: _("Two columns have the same heading, “%(detail)s”. Rename one."),
    Fault.TOO_MANY_COLUMNS: _("There are more than %(detail)s columns. Leave out what is empty."),
    Fault.TOO_MANY_ROWS: _("There are more than %(detail)s rows. Divide the file."),
    Fault.LONG_CELL: _("A cell holds more than %(detail)s characters."),
    Fault.UNCLOSED_QUOTE: _(
        "Here begins a cell with more than %(detail)s characters: a quotation mark opens and "
        "does not close."
    ),
    Fault.CELL_WITHOUT_HEADING: _("“%(detail)s” stands beside the table, below no heading."),
    Fault.SPREADSHEET_ERROR: _("The cell shows an error of the spreadsheet, %(detail)s."),
}


def said(problem: Problem) -> str:
    """Say what is wrong, and where: “Row 3, column B: …”."""
    sentence = str(SENTENCES[problem.fault]) % {"detail": problem.detail}
    if problem.row and problem.column:
        place = gettext("Row %(row)d, column %(column)s") % vars(problem)
    elif problem.row:
        place = gettext("Row %(row)d") % vars(problem)
    else:
        return sentence
    return f"{place}: {sentence}"
