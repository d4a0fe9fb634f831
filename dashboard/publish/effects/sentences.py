"""What is said of an effect, by rule from its row: the verdict, its sentence, what would raise the evidence."""

from collections.abc import Mapping

import pandas as pd

from dashboard.i18n import LANGUAGES, number, signed, text
from dashboard.publish.effects.judge import DOUBTFUL, FOUND, NONE

MOST_NAMED = 2  # things that would raise the evidence, as many as are said
FULL_RESPONSE = 1.5  # times the answers of today that a survey could have at most, at a response of two thirds
RAISES = ("size", "before", "compared", "complete", "placebo")  # in the order in which they are said


def spoken(row: Mapping, rules: Mapping) -> dict[str, str]:
    """headline, sentence and more of a row of table effects, in both languages."""
    said = {}
    for lang in LANGUAGES:
        said |= {f"headline_{lang}": text(f"effect.verdict.{row['verdict']}", lang)}
        said |= {f"sentence_{lang}": sentence(row, lang), f"more_{lang}": more(row, rules, lang)}
    return said


def sentence(row: Mapping, lang: str) -> str:
    """One or two full sentences with the numbers they rest on."""
    verdict = row["verdict"]
    said = text(f"effect.sentence.{kind(row, verdict)}", lang, **values(row, lang))
    return said[:1].upper() + said[1:]


def kind(row: Mapping, verdict: str) -> str:
    if row["value"] is None and verdict != DOUBTFUL:
        return "nothing"
    if row["described_only"]:
        return "described"
    if verdict == FOUND:
        return "rose" if row["value"] > 0 else "fell"
    return verdict if verdict in (NONE, DOUBTFUL) else "unclear"


def values(row: Mapping, lang: str) -> dict[str, str]:
    """Everything a sentence may name, as printed."""
    of, decimals, outcome = row["unit_kind"], row["decimals"], row[f"outcome_{lang}"]
    shown = {name: signed(row[name], decimals) for name in ("value", "lo", "hi") if row[name] is not None}
    if row["value"] is not None:
        shown["size"] = number(abs(row["value"]), decimals)
    if row["mde"] is not None:
        shown["mde"] = number(row["mde"], decimals)
    return shown | {
        "programme": text(f"effect.name.{row['effect']}", lang), "outcome": outcome[:1].lower() + outcome[1:],
        "unit": row[f"unit_{lang}"], "units": text(f"effect.units.{of}", lang),
        "treated": text(f"effect.count.{of}", lang, count=number(row["treated"])),
        "never": text(f"effect.count.{of}", lang, count=number(row["never"])),
        "meaningful": number(row["meaningful"], decimals), "marks": number(row["marks"]),
        "waves_before": number(row["waves_before"]), "clusters": number(row["clusters"]),
    }  # fmt: skip


def more(row: Mapping, rules: Mapping, lang: str) -> str:
    """What would raise the evidence: of the marks not given the first two."""
    if row["described_only"]:
        least = {name: number(rules[name]) for name in ("waves_before", "treated", "clusters")}
        return text("effect.more.described", lang, **least)
    missing = [name for name in RAISES if not row[f"mark_{name}"]]
    if not missing:
        return text("effect.more.nothing", lang)
    joint = text("effect.more.joint", lang)
    return joint.join(raising(row, name, rules, lang) for name in missing[:MOST_NAMED])


def raising(row: Mapping, name: str, rules: Mapping, lang: str) -> str:
    units = text(f"effect.units.{row['unit_kind']}", lang)
    if name == "size":
        return size(row, units, lang)
    said = {"compared": number(rules["compared"]), "missing": number(rules["missing"])}
    return text(f"effect.more.{name}", lang, units=units, **said)


def size(row: Mapping, units: str, lang: str) -> str:
    """Answers where they would do; else starts; else a comparison."""
    answers, needed, starts = (row[name] for name in ("answers", "answers_needed", "starts_needed"))
    if needed is not None and needed <= answers * FULL_RESPONSE:
        return text("effect.more.answers", lang, needed=number(needed), answers=number(answers), units=units)
    if starts is not None:
        count = text(f"effect.count.{row['unit_kind']}", lang, count=number(starts))
        return text("effect.more.starts", lang, starts=count, units=units)
    return text("effect.more.time", lang, units=units)


def with_sentences(rows: list[dict], rules: Mapping) -> pd.DataFrame:
    """Table effects from its rows."""
    return pd.DataFrame([{**row, **spoken(row, rules)} for row in rows])
