"""The internal network in an edition: reach of every post by bureau, and sums of a year, none of fewer than k people.

What is withheld is NULL. Sums that are told: the bureaus of a post, the posts of a year, the bureaus of a year; of
replies between bureaus those of each sender, and those that stay within a bureau.
"""

import datetime

import pandas as pd

from dashboard.i18n import LANGUAGES, text
from dashboard.intake.network import parties_of
from dashboard.publish.areas import Tables
from dashboard.publish.codebook import present
from dashboard.publish.place_rows import in_words, unit_words, with_unit
from dashboard.publish.units import latest_names
from dashboard.publish.withholding import hidden_within, told

ALL = "all"
YEAR, POST, BUREAU, FROM, TO = "fiscal_year", "post", "bureau", "from_bureau", "to_bureau"
REACTIONS, REPLIES = "reactions", "replies"


def fiscal_year(day: datetime.date) -> int:
    """The year in whose April the fiscal year of a day began."""
    return day.year - (day.month < 4)


def network_rows(frames: Tables, k: int, with_exchange: bool) -> Tables:
    """Every table of the network by its name in the edition; a home without posts has none.

    Rows are put in the order of their keys first, so that of two equal counts always the same one is withheld.
    with_exchange: whether replies between bureaus may be told; else nothing of that table enters the edition.
    """
    given = {name: frame for name, frame in frames.items() if not frame.empty}
    if "vision_posts" not in given:
        return {}
    posts = given["vision_posts"].drop(columns="parties").sort_values(POST, ignore_index=True)
    posts = in_words(posts, theme="theme_ja").assign(fiscal_year=[fiscal_year(day) for day in posts["posted_on"]])
    tables = {"vision_posts": posts, "vision_parties": party_rows(given["vision_posts"])}
    if "vision_reach" not in given:
        return tables
    reach = given["vision_reach"].merge(posts[[POST, YEAR]], on=POST).sort_values([POST, BUREAU], ignore_index=True)
    bureaus = bureau_rows(reach, given, k)
    tables |= {"vision_posts": with_totals(posts, reach, k), "vision_reach": reach_rows(reach, k)}
    if with_exchange and "vision_replies" in given:
        tables["vision_exchange"], crossing = exchange_rows(bureaus, posts, given["vision_replies"], k)
        bureaus["crossing"] = bureaus[YEAR].map(crossing).where(bureaus[BUREAU] == ALL).astype("Int64")
    return tables | {"vision_bureaus": bureaus}


def party_rows(posts: pd.DataFrame) -> pd.DataFrame:
    """One row for each post and party that took part."""
    pairs = [
        {POST: row[POST], "party": party}
        for row in posts.to_dict("records")
        for party in dict.fromkeys(parties_of(present(row["parties"])))
    ]
    return pd.DataFrame(pairs, columns=[POST, "party"])


def reach_rows(reach: pd.DataFrame, k: int) -> pd.DataFrame:
    """Staff reached by post and bureau."""
    return reach[[POST, BUREAU]].assign(reached=told(reach["reached"], hidden_within(reach, [POST], "reached", k)))


def with_totals(posts: pd.DataFrame, reach: pd.DataFrame, k: int) -> pd.DataFrame:
    """Posts with what they reached and set off in all bureaus. Staff reached are not summed over posts; views, which
    are nearly as many, go with them.
    """
    sums = reach.groupby(POST)[["reached", REACTIONS, REPLIES]].sum()
    posts = posts.merge(sums, left_on=POST, right_index=True, how="left")
    known = posts[posts["reached"].notna()]
    flags = {name: hidden_within(known, [YEAR], name, k) for name in (REACTIONS, REPLIES)}
    flags["reached"] = known["reached"].between(1, k - 1)
    shown = {name: told(known[name], hide).reindex(posts.index) for name, hide in flags.items()}
    few = flags["reached"].reindex(posts.index, fill_value=False)
    return posts.assign(**shown, views=told(posts["views"], few))


def bureau_rows(reach: pd.DataFrame, given: Tables, k: int) -> pd.DataFrame:
    """Staff, reactions and replies of a year by bureau, and of all bureaus on the network."""
    rows = reach.groupby([YEAR, BUREAU])[[REACTIONS, REPLIES]].sum().reset_index()
    staff = staff_by_year(given)
    pairs = zip(rows[YEAR], rows[BUREAU], strict=True)
    rows["staff"] = pd.array([staff_at(staff.get(bureau, {}), year) for year, bureau in pairs], dtype="Int64")
    whole = rows.groupby(YEAR)[["staff", REACTIONS, REPLIES]].agg(lambda it: it.sum(skipna=False))
    whole = whole.reset_index().assign(bureau=ALL)
    for name in (REACTIONS, REPLIES):
        flags = hidden_within(rows, [YEAR], name, k)
        rows[name], whole[name] = told(rows[name], flags), told(whole[name], whole[name].between(1, k - 1))
    found = with_unit(pd.concat([rows, whole], ignore_index=True), BUREAU, unit_words(given["units"]))
    names = latest_names(given["units"])
    wards = dict(zip(names["unit"], names["ward"], strict=True))
    for lang in LANGUAGES:
        found.loc[found[BUREAU] == ALL, f"{BUREAU}_{lang}"] = text("vision.everyone", lang)
    nothing = pd.array([None] * len(found), dtype="Int64")
    return found.assign(ward=found[BUREAU].map(wards).astype(object), crossing=nothing)


def staff_by_year(given: Tables) -> dict[str, dict[int, int]]:
    """bureau -> fiscal year of a survey -> staff asked there; empty without headcounts."""
    if "headcounts" not in given:
        return {}
    years = dict(zip(given["waves"]["wave"], given["waves"][YEAR], strict=True))
    found: dict[str, dict[int, int]] = {}
    for row in given["headcounts"].query("dimension == 'bureau'").to_dict("records"):
        found.setdefault(row["member"], {})[int(years[row["wave"]])] = int(row["staff"])
    return found


def staff_at(counts: dict[int, int], year: int) -> int | None:
    """The last count up to a year, else the first after it."""
    upto = [at for at in counts if at <= year]
    return counts[max(upto) if upto else min(counts)] if counts else None


def exchange_rows(
    bureaus: pd.DataFrame, posts: pd.DataFrame, replies: pd.DataFrame, k: int
) -> tuple[pd.DataFrame, dict[int, int | None]]:
    """(replies of a year from every bureau to every bureau, year -> how many went to another bureau)."""
    sent = replies.merge(posts[[POST, YEAR]], on=POST).groupby([YEAR, FROM, TO], as_index=False)[REPLIES].sum()
    there = bureaus[bureaus[BUREAU] != ALL]
    senders = there.rename(columns={BUREAU: FROM}).assign(secret=there[REPLIES].isna())[[YEAR, FROM, "secret"]]
    grid = senders.merge(there.rename(columns={BUREAU: TO})[[YEAR, TO]], on=YEAR)
    cells = grid.merge(sent, on=[YEAR, FROM, TO], how="left").fillna({REPLIES: 0})
    across = cells[REPLIES].where(cells[FROM] != cells[TO], 0).groupby(cells[YEAR]).sum()
    within = cells[REPLIES].groupby(cells[YEAR]).sum() - across
    crossing = {
        int(year): None if 0 < across[year] < k or 0 < within[year] < k else int(across[year]) for year in across.index
    }
    flags = hidden_cells(cells, k)
    return cells.drop(columns="secret").assign(replies=told(cells[REPLIES], flags)), crossing


def hidden_cells(cells: pd.DataFrame, k: int) -> pd.Series:
    """Which replies between bureaus are withheld: all of a sender whose sum is, and as many that no sender's sum and
    no sum of what stays within a bureau gives one back.
    """
    flags, own = cells["secret"], cells[FROM] == cells[TO]
    while True:
        wider = hidden_within(cells, [YEAR, FROM], REPLIES, k, flags)
        wider.loc[own] = hidden_within(cells[own], [YEAR], REPLIES, k, wider[own])
        if wider.equals(flags):
            return flags
        flags = wider
