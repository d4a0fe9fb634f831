"""Every word a reader sees: message catalogues, numbers and fiscal years in Japanese and English."""

from dashboard.i18n.catalogue import LANGUAGES, text
from dashboard.i18n.numerals import fiscal_year, number, ordinal, rounded, signed

__all__ = ["LANGUAGES", "fiscal_year", "number", "ordinal", "rounded", "signed", "text"]
