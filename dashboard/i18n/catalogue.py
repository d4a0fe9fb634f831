"""Message catalogues: one gettext file a wing and language, keyed by codes, never by sentences."""

from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

LANGUAGES = ("ja", "en")
FOLDER = Path(__file__).parent


@cache
def messages(lang: str) -> dict[str, str]:
    """Every message of one language, key -> text; a key written twice is an error."""
    merged: dict[str, str] = {}
    for path in sorted((FOLDER / lang).glob("*.po")):
        with path.open("rb") as file:
            entries = {m.id: m.string for m in read_po(file, locale=lang) if m.id}
        doubled = merged.keys() & entries.keys()
        if doubled:
            raise ValueError(f"{path}: keys already defined elsewhere: {sorted(doubled)}")
        merged.update(entries)
    return merged


def text(key: str, lang: str, /, **values: object) -> str:
    """The message `key` in `lang` with its {placeholders} filled.

    Raises KeyError for an unknown key or a placeholder without a value: a missing word must not reach a reader.
    """
    return messages(lang)[key].format(**values)
