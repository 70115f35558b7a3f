"""Texts that an office program would run as formulas: marked going out, unmarked coming in.

Pure Python; what one does the other takes back exactly.
"""

# Also in the wide forms of East Asia: https://owasp.org/www-community/attacks/CSV_Injection
FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")
MARK = "'"


def is_formula(text: str) -> bool:
    """Would a text be run? One that has marks already counts too: else they would be lost."""
    return text.lstrip(MARK).startswith(FORMULA_STARTS)


def marked(text: str) -> str:
    """Return a text that no program runs: an apostrophe stands before what might be a formula."""
    return f"{MARK}{text}" if is_formula(text) else text


def kept(text: str) -> str:
    """Return a text for a cell that says itself that it is text: one with marks gets another."""
    return marked(text) if text.startswith(MARK) else text


def unmarked(text: str) -> str:
    """Return the text that `marked` or `kept` was given."""
    return text[1:] if text.startswith(MARK) and is_formula(text) else text
