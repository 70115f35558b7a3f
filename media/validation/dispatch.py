"""One question for every file that arrives, by whichever door."""

from importlib import import_module

from media.files import kinds
from media.validation import names
from media.validation.answers import Facts

# Each module brings libraries of its own; they are loaded when the first file of the kind comes.
MODULES = {
    "image": "pictures",
    "model": "objects",
    "video": "recordings",
    "audio": "recordings",
    "application/pdf": "documents",
    "application/zip": "downloads",
    "text/plain": "downloads",
    "text/vtt": "captions",
}


def of(path: str, name: str) -> Facts:
    """Check a file whose sender calls it `name`. Raises Refused with the reason."""
    names.check(name)
    kind = kinds.media_type(path)
    kinds.check_extension(kind, name)
    module = MODULES.get(kind) or MODULES[kind.partition("/")[0]]
    answer = import_module(f"media.validation.{module}").check(path)
    # Captions answer with the words that they hold.
    return answer if isinstance(answer, Facts) else Facts(kind)
