"""briefing.pdf: the pages of a pack, set in A4 landscape; its first page is the one an executive gets."""

from pathlib import Path

from dashboard.briefing.pack import Pack
from dashboard.briefing.typesetting import compile
from dashboard.i18n.catalogue import messages

TEMPLATE = Path(__file__).with_name("brief.typ")
LABELS = "brief.label."


def write(pack: Pack, path: Path) -> None:
    """Set the pack's pages and write the PDF. The same pack gives the same bytes."""
    path.write_bytes(compile(TEMPLATE, data(pack), pack.drawings, title(pack), pack.words.built_on))


def title(pack: Pack) -> str:
    """くまもと元気カルテ　説明資料　市全体　令和7年度（2025年度）"""
    year = pack.year(pack.words.waves[pack.chosen.wave].fiscal_year)
    return pack.chosen.say("brief.title", place=pack.place, year=year)


def data(pack: Pack) -> dict:
    """What the template reads: the frame, fixed labels by their last name, and the pages."""
    said, lang = pack.chosen.say, pack.lang
    city = pack.settings.values["city"][f"name_{lang}"]
    return {
        "lang": lang, "author": city, "keywords": [said("brief.edition", number=pack.words.edition)],
        "stamp": said("demo.mark") if pack.words.demo else None, "foot": foot(pack), "pages": linked(pack.pages),
        "labels": {key.removeprefix(LABELS): word for key, word in messages(lang).items() if key.startswith(LABELS)},
    }  # fmt: skip


def linked(pages: list[dict]) -> list[dict]:
    """The pages; an answer that names a page left out names the limits, which tell why."""
    codes = {page["code"] for page in pages}
    for page in pages:
        for group in page.get("groups", []):
            for row in group["rows"]:
                row["page"] = row["page"] if row["page"] in codes else "limits"
    return pages


def foot(pack: Pack) -> list[str]:
    """Sources and credits; as-of, edition and hash."""
    said, words = pack.chosen.say, pack.words
    wave = words.waves[pack.chosen.wave]
    credit = words.map_credit[pack.lang]
    parts = [wave.label[pack.lang], *([said("foot.places")] if words.places.as_of else [])]
    source = said("brief.foot.source", sources=said("brief.foot.joint").join(parts))
    source += said("brief.foot.map", credit=credit) if credit else ""
    days = [day.isoformat() for day in (wave.closed_on, words.places.as_of) if day is not None]
    about = {"days": said("brief.foot.joint").join(days), "number": words.edition, "built": words.built_on.isoformat()}
    return [source, said("brief.foot.edition", **about, hash=words.edition_hash[:12])]
