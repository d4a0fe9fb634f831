"""Figures of the pack: drawn at their final size, captioned with a finding, n and evidence number."""

from dataclasses import replace

from dashboard.briefing.pack import Pack
from dashboard.edition.answer import Answer
from dashboard.figures.paper import draw
from dashboard.figures.spec import FigureSpec
from dashboard.i18n import number, text
from dashboard.i18n.phrases import phrases

FOLDER = "figures"


def figure(
    pack: Pack, code: str, spec: FigureSpec, answer: Answer, size: tuple[float, float], headline: str = "", n: str = ""
) -> dict:
    """A figure for the template: drawing, alternative text and caption. size: mm; headline: else the spec's topic."""
    path = f"{FOLDER}/{code}.svg"
    titled = replace(spec, headline=headline or spec.headline)
    pack.drawings[path] = draw(titled, *size)
    said = captioned(pack, titled.headline, spec.subtitle, answer, n)
    return {**said, "path": path, "alt": spec.alt}


def captioned(pack: Pack, headline: str, subtitle: str, answer: Answer, n: str = "") -> dict:
    """The caption of a figure or table: phrases that stay whole, what is shown, n and where it can be looked up."""
    aside = text("brief.joint", pack.lang).join(part for part in (n, pack.evidence(answer)) if part)
    return {"headline": phrases(headline, pack.lang), "subtitle": subtitle, "aside": aside}


def people(pack: Pack, count: int | None) -> str:
    """n=5,256"""
    return "" if count is None else text("figure.n", pack.lang, n=number(count))
