"""What is behind a figure, one click away: its evidence number, what was asked, the rows and the files."""

from collections.abc import Callable
from html import escape

import streamlit as st

from dashboard.edition.answer import Answer
from dashboard.edition.evidence import printed
from dashboard.edition.export import csv_of, file_name, readable
from dashboard.edition.export_log import log_export
from dashboard.edition.workbook import workbook
from dashboard.figures.asked import in_words
from dashboard.figures.twins import column_name, table
from dashboard.i18n import number
from dashboard.ui.frame import Base, Frame, base_of
from dashboard.ui.reader import reader

KINDS = {"csv": "text/csv", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}


def behind(frame: Frame, key: str, answer: Answer) -> None:
    """Number and edition, question, parameters, n, as-of, query; the files; the rows as a table."""
    words, lang = frame.catalogue, frame.lang
    base = base_of(frame, (answer.question.subject,))
    facts = [*about(frame, answer, base), (frame.say("behind.n"), counted(frame, answer))]
    told = "".join(f"<dt>{escape(name)}</dt><dd>{escape(said)}</dd>" for name, said in facts)
    query = (
        f"<summary>{escape(frame.say('behind.query'))}</summary><pre><code>{escape(answer.question.sql)}</code></pre>"
    )
    st.html(f'<div class="k-behind" lang="{lang}"><dl>{told}</dl><details>{query}</details></div>')
    with st.container(horizontal=True, gap="small"):
        download(frame, key, answer, "csv", lambda: as_csv(frame, answer, base))
        download(frame, key, answer, "xlsx", lambda: as_workbook(frame, answer, base))
    rows = table(readable(answer, words, lang), lang, decimals_of(frame, answer))
    st.html(f'<div class="k-scroll" lang="{lang}" tabindex="0">{rows}</div>')


def about(frame: Frame, answer: Answer, base: Base) -> list[tuple[str, str]]:
    """What the answer is: name and words of each fact."""
    words, lang = frame.catalogue, frame.lang
    named = frame.evidence(answer)
    facts = {
        "behind.evidence": printed(named, answer.edition, lang) if named else frame.say("behind.unnumbered"),
        "behind.question": answer.question.ja if lang == "ja" else answer.question.en,
        "behind.asked": frame.say("panel.joint").join(f"{name} {said}" for name, said in in_words(answer, words, lang)),
        "behind.source": base.source,
        "behind.as_of": base.as_of.isoformat() if base.as_of else "-",
    }
    return [(frame.say(key), said) for key, said in facts.items() if said]


def counted(frame: Frame, answer: Answer) -> str:
    """How many answered, from the fewest of a row to the most; of anything but a survey the number of rows."""
    rows = frame.say("behind.rows", rows=number(len(answer.frame)))
    answered = answer.frame["n"].dropna() if "n" in answer.frame else ()
    if not len(answered):
        return rows
    few, many = number(answered.min()), number(answered.max())
    said = frame.say("behind.respondents", n=few if few == many else frame.say("behind.range", few=few, many=many))
    return frame.say("panel.joint").join((said, rows))


def decimals_of(frame: Frame, answer: Answer) -> int:
    """Decimals of an answer about one indicator of places, else one."""
    codes = answer.frame.get("indicator")
    if codes is None or codes.nunique() != 1:
        return 1
    return frame.catalogue.places.indicators[codes.iloc[0]].measure.decimals


def download(frame: Frame, key: str, answer: Answer, suffix: str, made: Callable[[], bytes]) -> None:
    """A button that makes its file when it is clicked, and writes down that it was made."""
    name, who = file_name(answer, frame.catalogue, frame.lang, suffix), reader(frame.settings)

    def logged() -> bytes:
        content, named = made(), frame.evidence(answer)
        log_export(frame.settings.home, name, answer.edition, [named] if named else [], who)
        return content

    st.download_button(
        frame.say(f"show.{suffix}"),
        data=logged,
        file_name=name,
        mime=KINDS[suffix],
        key=f"{suffix}-{key}",
        on_click="ignore",
    )


def as_csv(frame: Frame, answer: Answer, base: Base) -> bytes:
    """The rows, each with what it rests on."""
    return csv_of(answer, frame.catalogue, frame.lang, base.source, base.as_of, frame.evidence(answer))


def as_workbook(frame: Frame, answer: Answer, base: Base) -> bytes:
    """The rows as a workbook with a sheet that says what they are."""
    words, lang = frame.catalogue, frame.lang
    asked = answer.question.ja if lang == "ja" else answer.question.en
    lines = {
        frame.say("show.about"): frame.say("demo.mark") if words.demo else asked,
        **dict(about(frame, answer, base)),
        frame.say("show.edition"): f"{words.edition} · {words.built_on.isoformat()} · {words.edition_hash[:12]}",
    }
    return workbook(readable(answer, words, lang), lambda name: column_name(name, lang), answer.question.name, lines)
