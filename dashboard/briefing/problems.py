"""Why a pack was not made."""

from dashboard.i18n import text


class PackError(Exception):
    """Base; `message` says it in the reader's language."""

    def __init__(self, **values: object):
        super().__init__(type(self).__name__, values)
        self.values = values

    def message(self, lang: str) -> str:
        return text(f"brief.error.{type(self).__name__}", lang, **self.values)


class UnknownWave(PackError):  # noqa: N818 - these are named for what they say
    """No survey was held in that year. values: wave, held."""


class UnknownWard(PackError):  # noqa: N818
    """The edition knows no ward of that code. values: ward, wards."""


class FinerThanCouncil(PackError):  # noqa: N818
    """An answer on its way into the pack is finer than the council may see. values: question, kind, member."""


class NotAPack(PackError):  # noqa: N818
    """The folder holds something that is no pack: it is left alone. values: folder."""


class NotWritten(PackError):  # noqa: N818
    """The disk is full or the folder may not be written. values: folder, detail."""
