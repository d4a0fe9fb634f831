"""Where every number comes from: the files behind the edition, and the questions of the pack by evidence number."""

from dashboard.briefing.pack import Pack, Words
from dashboard.briefing.tables import heads, line, table
from dashboard.edition.answer import Answer
from dashboard.edition.catalogue import ALL
from dashboard.figures.asked import in_words
from dashboard.i18n import number

SHORT = 12  # characters of a hash in print; the whole is in manifest.json


def page(pack: Pack) -> dict:
    """To be called last: it lists every question the other pages asked."""
    files = pack.ask("sources")
    count = pack.fact("sources.count", files, "table_name", how="count")
    edition = pack.fact("edition", pack.ask("edition"), "number", number=pack.words.edition)
    return {
        "kind": "sources", "code": "sources", "headline": pack.headline("brief.sources.headline", count=count).words,
        "subtitle": pack.say("brief.sources.subtitle", edition=edition, hash=Words(pack.words.edition_hash[:SHORT])),
        "files_head": pack.say("brief.sources.files"), "files": files_table(pack, files),
        "questions_head": pack.say("brief.sources.questions"), "questions": questions_table(pack),
    }  # fmt: skip


def files_table(pack: Pack, answer: Answer) -> dict:
    rows = (
        line([row["table_name"], row["file_name"], number(row["row_count"]), row["sha256"][:SHORT]])
        for row in answer.rows()
    )
    named = heads(pack, "table", "file", "rows", "hash")
    return table(named, rows, texts=(0, 1, 3), wide=("auto", "1fr", "auto", "auto"))


def questions_table(pack: Pack) -> dict:
    """Evidence number, what was asked, of what."""
    rows = (line(question_cells(pack, answer)) for answer in pack.asked)
    named = heads(pack, "evidence", "question", "asked")
    return table(named, rows, texts=range(3), bold=(0,), wide=("auto", "1fr", "1fr"))


def question_cells(pack: Pack, answer: Answer) -> list[str]:
    question = answer.question.ja if pack.lang == "ja" else answer.question.en
    return [pack.number(answer), question, asked(pack, answer)]


def asked(pack: Pack, answer: Answer) -> str:
    """The parameters in words; nothing is said of what stands for all."""
    given = {name: code for name, code in answer.parameters.items() if code is not None}
    said = zip(given.items(), in_words(answer, pack.words, pack.lang), strict=True)
    told = dict.fromkeys(label for (name, code), (_, label) in said if code != ALL and name != "page")
    return pack.chosen.joined(*told)
