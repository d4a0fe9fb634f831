"""One karte in words: everything its page says, ready to be set."""

from collections.abc import Mapping, Sequence

from dashboard.briefing.karte_room import fitted
from dashboard.edition.catalogue import NO_DATA
from dashboard.edition.places import ASSOCIATION, DISTRICT
from dashboard.edition.statements import HIGH, LOW, of_karte
from dashboard.figures import karte_words
from dashboard.figures.codes import listed, said
from dashboard.figures.markup.months import month_name
from dashboard.figures.words import absent, fraction, hidden, joined
from dashboard.i18n import fiscal_year, number, text

Rows = Sequence[Mapping[str, object]]
LATE = "*"
ESTIMATED = "推計"
CONTACTS = ("meetings", "events", "calls")


def page(place: Mapping[str, object], parts: Mapping[str, Rows], lang: str, numbers: Mapping[str, str]) -> dict:
    """The page of one association.

    place: its row of karte_place. parts: rows of karte and karte_<part> by question. numbers: evidence numbers by
    question.
    """
    strips = parts["karte"]
    told = {
        **head(place, lang),
        "finding": of_karte(strips, place, lang).headline,
        "strips": standing(strips, place, lang, numbers["karte"]),
        "facts": facts(place, parts["karte_facts"], lang),
        "issues": issues(place, parts["karte_issues"], lang, numbers["karte_issues"]),
        "projects": projects(parts["karte_projects"], lang),
        "visits": visits(place, parts["karte_visits"], lang, numbers["karte_visits"]),
        "history": history(parts["karte_history"], lang),
        "note": note(strips, lang),
    }
    return {**told, "room": fitted(told, lang)}


def head(place: Mapping[str, object], lang: str) -> dict:
    """Name, where it lies, when it was updated; an association that is gone says what became of it."""
    other = place["name_kana"] if lang == "ja" else place["label_ja"]
    ended = ""
    if place["valid_to"] is not None:
        successor = place[f"successor_{lang}"] or "-"
        ended = text("karte.paper.ended", lang, date=place["valid_to"], successor=successor)
    return {
        "code": place["association"],
        "name": place[f"label_{lang}"],
        "reading": "" if other == place[f"label_{lang}"] else other or "",
        "where": text("karte.paper.where", lang, ward=place[f"ward_{lang}"], district=place[f"district_{lang}"]),
        "dated": text("karte.paper.dated", lang, code=place["association"], updated=karte_words.updated(place, lang)),
        "ended": ended,
    }


def standing(rows: Rows, place: Mapping[str, object], lang: str, number_: str) -> dict:
    """The strips: the association's own values, and apart from them what is known of its district only."""
    own, district = ([row for row in rows if row["area_kind"] == kind] for kind in (ASSOCIATION, DISTRICT))
    year = max((row["fiscal_year"] for row in rows), default=0)
    words = {"district": place[f"district_{lang}"], "year": fiscal_year(year, lang)}
    return {
        "title": text("karte.strips", lang),
        "subtitle": text("karte.paper.own", lang, **words, compared=compared(own)),
        "aside": text("karte.paper.evidence", lang, number=number_),
        "district_title": text("karte.paper.district", lang, **words),
        "district_subtitle": text("karte.paper.district_sub", lang, **words, compared=compared(district)),
        "own": [strip(own, at, year, lang) for at in range(len(own))],
        "district": [strip(district, at, year, lang) for at in range(len(district))],
    }


def compared(rows: Rows) -> str:
    """With how many places the values are compared, 738-913 where it differs."""
    counts = [row["compared"] for row in rows] or [0]
    return "-".join(number(count) for count in dict.fromkeys((min(counts), max(counts))))


def strip(rows: Rows, at: int, year: int, lang: str) -> dict:
    """One indicator; its field is named where it changes. at, ward: 0-100 on the track, None where nothing is shown."""
    row = rows[at]
    opens = at == 0 or rows[at - 1]["field"] != row["field"]
    shown = not hidden(row) and row["position"] is not None
    return {
        "opens": opens,
        "field": said(row["field"], lang) if opens else "",
        "label": row[f"label_{lang}"] + remark(row, year, lang),
        "value": value(row, lang),
        "parts": fraction(row, lang),
        "at": row["position"] if shown else None,
        "ward": row["ward_position"] if shown else None,
        "flat": row["direction"] == "none",
        "word": place_word(row, lang) if shown else "",
    }


def value(row: Mapping[str, object], lang: str) -> str:
    """The value with its unit, or why there is none; marked where its update is overdue."""
    late = LATE if row["overdue"] else ""
    if hidden(row):
        return late + absent(row, lang)
    return late + joined(number(row["value"], row["decimals"]), row[f"unit_{lang}"], lang)


def remark(row: Mapping[str, object], year: int, lang: str) -> str:
    """What sets a value apart from those around it: another year, an estimate."""
    told = [] if row["fiscal_year"] == year or hidden(row) else [fiscal_year(row["fiscal_year"], lang, short=True)]
    told += [said(ESTIMATED, lang)] if row["basis"] == ESTIMATED else []
    return text("karte.paper.remark", lang, words=text("place.and", lang).join(told)) if told else ""


def place_word(row: Mapping[str, object], lang: str) -> str:
    """The place on the track in words, for it must not rest on sight alone."""
    end = "low" if row["position"] <= LOW else "high" if row["position"] >= HIGH else "middle"
    course = "neutral" if row["direction"] == "none" else "judged"
    return text("karte.paper.middle" if end == "middle" else f"karte.paper.{course}_{end}", lang)


def facts(place: Mapping[str, object], rows: Rows, lang: str) -> dict:
    """What is not a number. Reading and towns are names: nobody translates them."""
    own = [(text(f"karte.{key}", lang), place[column], True) for key, column in karte_words.FACTS[1:]]
    own += [(said(row["fact"], lang), row[f"text_{lang}"], False) for row in rows]
    days = {row["as_of"] for row in rows if row["as_of"] is not None}
    dated = text("karte.paper.as_of", lang, date=max(days)) if days else ""
    return {
        "title": text("karte.facts", lang),
        "subtitle": dated,
        "rows": [{"name": name, "words": words, "native": native} for name, words, native in own if words],
        "none": "",
    }


def issues(place: Mapping[str, object], rows: Rows, lang: str, number_: str) -> dict:
    """Local issues, the open ones first, and who answers."""
    return {
        "title": text("karte.issues", lang),
        "subtitle": karte_words.issues_counted(place, rows, lang),
        "aside": text("karte.paper.evidence", lang, number=number_),
        "head": [text(f"karte.col_{name}", lang) for name in ("status", "issue", "raised", "unit")],
        "rows": [
            {
                "open": row["status"] in karte_words.OPEN,
                "cells": [
                    said(row["status"], lang),
                    karte_words.issue_named(row, lang),
                    karte_words.issue_raised(row, lang),
                    karte_words.own_name(row[f"answering_unit_{lang}"], lang),
                ],
            }
            for row in rows
        ],
        "none": text("karte.paper.absent" if place["issues"] is None else "karte.issues_none", lang),
    }


def projects(rows: Rows, lang: str) -> dict:
    """Studies that came from issues here, each once."""
    found = {row["project"]: [row[f"title_{lang}"], said(row["stage"] or NO_DATA, lang)] for row in rows}
    return {
        "title": text("karte.projects", lang),
        "subtitle": text("karte.projects_sub", lang),
        "rows": list(found.values()),
    }


def visits(place: Mapping[str, object], rows: Rows, lang: str, number_: str) -> dict:
    """Visits month by month: a count, 0 too, or None for a month without a report; no month where the city handed in
    no report of anywhere."""
    rows = [] if place["visit_status"] == NO_DATA else rows
    known = [row for row in rows if row["visits"] is not None]
    others = {kind: number(sum(row[kind] for row in known)) for kind in CONTACTS}
    months = [{"name": month_name(row["month"], lang), "count": row["visits"]} for row in rows]
    silent = text("figure.months.no_report", lang)
    spoken = ((month["name"], silent if month["count"] is None else number(month["count"])) for month in months)
    return {
        "title": text("karte.visits", lang),
        "subtitle": karte_words.visits_counted(place, lang) or text("karte.paper.absent", lang),
        "aside": text("karte.paper.evidence", lang, number=number_),
        "others": text("karte.paper.others", lang, **others) if known else "",
        "months": months,
        "silent": silent,
        "alt": text("figure.alt.months", lang, values=", ".join(f"{name} {count}" for name, count in spoken)),
    }


def history(rows: Rows, lang: str) -> dict:
    """What happened, newest first."""
    return {
        "title": text("karte.history", lang),
        "subtitle": text("karte.history_sub", lang),
        "rows": [[row["happened_on"][:7], karte_words.happened(row, lang)] for row in rows],
        "none": text("karte.history_none", lang),
    }


def note(rows: Rows, lang: str) -> str:
    """Where the numbers come from and when they were true, and what the marks mean."""
    sources = dict.fromkeys(source for row in rows if not hidden(row) for source in row["source"].split("、"))
    days = sorted({row["as_of"] for row in rows if row["as_of"] is not None})
    dates = text("karte.paper.to", lang).join(dict.fromkeys((days[0], days[-1]))) if days else "-"
    marks = text("karte.paper.marks", lang)
    late = text("karte.paper.late", lang, mark=LATE) if any(row["overdue"] for row in rows) else ""
    return text("karte.paper.sources", lang, sources=listed("、".join(sources), lang), dates=dates) + marks + late
