"""The words of the demonstration museum: TOML files, one item a file,
every text in four languages.
"""

import html
import re
import tomllib
import uuid
from functools import cache
from pathlib import Path
from typing import Any

CONTENT = Path(__file__).parent / "content"
PICTURES = Path(__file__).parent / "pictures"
# Pictures in their full size, where that is more than a page shows; by the same keys.
ORIGINALS = Path(__file__).parent / "originals"
DOCUMENTS = Path(__file__).parent / "documents"
LANGUAGES = ("he", "es", "fr", "en")

# Namespace of the demonstration's identities: what is loaded twice is recognised, and what is
# removed is only what was loaded.
NAMESPACE = uuid.UUID("6f2c1f0e-7d0b-5b0a-9a57-2f1c6c1d1860")

# Kinds of pages; recordings are items too, but have no page.
RECORDINGS = "recording"
FOLDERS = {
    "page": "pages",
    "community": "communities",
    "story": "stories",
    "artifact": "artifacts",
    "exhibition": "exhibitions",
    "room": "rooms",
}


def identity(*parts: str | int) -> uuid.UUID:
    """Return the identity of a thing of the demonstration, the same on every machine."""
    return uuid.uuid5(NAMESPACE, "/".join(map(str, parts)))


@cache
def items(kind: str) -> dict[str, dict[str, Any]]:
    """Return all items of a kind by key, in the order of their file names."""
    folder = "recordings" if kind == RECORDINGS else FOLDERS[kind]
    paths = sorted((CONTENT / folder).glob("*.toml"))
    return {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in paths}


@cache
def terms() -> list[dict[str, Any]]:
    """Return the controlled vocabularies."""
    return tomllib.loads((CONTENT / "terms.toml").read_text(encoding="utf-8"))["term"]


def term_keys() -> list[uuid.UUID]:
    """Return the translation keys of the controlled vocabularies' terms."""
    return [identity("term", row["vocabulary"], row["slug"]) for row in terms()]


def in_language(value: Any, language: str) -> Any:
    """Replace every table of four languages by its text in one of them."""
    if isinstance(value, dict):
        if set(value) == set(LANGUAGES):
            return value[language].strip()
        return {key: in_language(one, language) for key, one in value.items()}
    if isinstance(value, list):
        return [in_language(one, language) for one in value]
    return value


def rich(text: str) -> str:
    """Return a text as the editor's markup: blank lines part paragraphs, *stars* make italics."""
    paragraphs = re.split(r"\n\s*\n", html.escape(text.strip(), quote=False))
    italic = (
        re.sub(r"[*]([^*]+)[*]", r"<i>\1</i>", re.sub(r"[ \t\n]+", " ", one).strip())
        for one in paragraphs
    )
    return "".join(f"<p>{one}</p>" for one in italic if one)
