"""One question for every file that arrives, by whichever door."""

from types import ModuleType

from media.files import kinds
from media.validation import (
    captions,
    documents,
    downloads,
    names,
    objects,
    pictures,
    recordings,
)
from media.validation.answers import Facts

MODULES: dict[str, ModuleType] = {
    "image": pictures,
    "model": objects,
    "video": recordings,
    "audio": recordings,
    "application/pdf": documents,
    "application/zip": downloads,
    "text/plain": downloads,
    "text/vtt": captions,
}


def of(path: str, name: str) -> Facts:
    """Check a file whose sender calls it `name`. Raises Refused with the reason."""
    names.check(name)
    kind = kinds.media_type(path)
    kinds.check_extension(kind, name)
    module = MODULES.get(kind) or MODULES[kind.partition("/")[0]]
    answer = module.check(path)
    # Captions answer with the words that they hold.
    return answer if isinstance(answer, Facts) else Facts(kind)
