"""What figures are made for: an edition's words, a language and the codes chosen. Pages and papers both hold one."""

from dataclasses import dataclass

from dashboard.edition.catalogue import ALL, HEAD_OFFICE, Catalogue
from dashboard.edition.measure import Measure
from dashboard.i18n import text


@dataclass(frozen=True)
class Selection:
    """Codes only, never labels. measure_code: a measure of the survey; wave: '2025'; ward: all, a ward or HQ."""

    catalogue: Catalogue
    lang: str
    measure_code: str
    wave: str
    ward: str = ALL

    @property
    def measure(self) -> Measure:
        """The measure chosen. Raises KeyError where the edition has no survey."""
        return self.catalogue.measures[self.measure_code]

    @property
    def place_ward(self) -> str:
        """The ward of places: who works at the head office has none, and sees the whole city."""
        return ALL if self.ward == HEAD_OFFICE else self.ward

    @property
    def place_label(self) -> str:
        """The chosen place in words: a ward, or the whole city."""
        return self.catalogue.place_name(self.place_ward, self.lang)

    def say(self, key: str, **values: object) -> str:
        """A message in the language chosen."""
        return text(key, self.lang, **values)

    def joined(self, *parts: str) -> str:
        """Parts of a subtitle, empty ones left out."""
        return self.say("panel.joint").join(part for part in parts if part)

    def short_name(self, view: str, member: str) -> str:
        """A label for narrow places: the head office by its short name."""
        return self.say("filter.head_office") if member == HEAD_OFFICE else self.catalogue.name(view, member, self.lang)
