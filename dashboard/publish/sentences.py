"""Finding sentences, made by rule from published cells and nothing else."""

from itertools import groupby
from operator import itemgetter

import pandas as pd

from dashboard.edition.catalogue import ALL, CITY, HEAD_OFFICE
from dashboard.i18n import LANGUAGES
from dashboard.publish.narrator import Narrator, Said
from dashboard.publish.plan.codes import PAIR
from dashboard.publish.several import several
from dashboard.publish.silence import silence
from dashboard.publish.workplace_sentences import workplace

COLUMNS = ["page", "wave", "view", "member", "measure"]
PARTS = ("headline", "bracket", "detail")
TOLD = ("index", "theme", "rate")  # kinds of measures a page can open with


def rows_of(cells: pd.DataFrame, narrators: dict[str, Narrator], told: set[str]) -> list[dict]:
    """One row per finding: each member of a view of one attribute, then one over all members of every view.

    told: the measures a page can open with.
    """
    found = []
    family = ["wave", "view", "measure"]
    cells = cells[cells["measure"].isin(told)].sort_values(family, kind="stable").to_dict("records")
    for cell in cells:
        if PAIR not in cell["member"]:
            said = {lang: narrator.member(cell) for lang, narrator in narrators.items()}
            found.append(row("member", cell, cell["member"], said))
    for (_, view, _), group in groupby(cells, key=itemgetter(*family)):
        members = [cell for cell in group if cell["member"] != HEAD_OFFICE]
        if view != CITY and members:
            said = {lang: several(narrator, members) for lang, narrator in narrators.items()}
            found.append(row("several", members[0], ALL, said))
    return found


def row(page: str, cell: dict, member: str, said: dict[str, Said]) -> dict:
    for lang, (headline, bracket, detail) in said.items():
        said[lang] = (headline[:1].upper() + headline[1:], bracket, detail)
    keys = {"page": page, "wave": cell["wave"], "view": cell["view"], "member": member, "measure": cell["measure"]}
    words = {f"{part}_{lang}": said[lang][i] for i, part in enumerate(PARTS) for lang in LANGUAGES}
    return keys | words


def findings(frames: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The edition's table `findings` from its other tables by name.

    page = member (one cell), several (a view), drivers or traits (see workplace_sentences), unknowns (see silence).
    """
    narrators = {lang: Narrator(frames, lang) for lang in LANGUAGES}
    columns = COLUMNS + [f"{part}_{lang}" for part in PARTS for lang in LANGUAGES]
    measures = frames["measures"]
    told = set(measures.loc[measures["kind"].isin(TOLD), "measure"])
    found = rows_of(frames["cells"], narrators, told)
    found += [row(page, keys, keys["member"], said) for page, keys, said in workplace(frames, narrators)]
    found += [row("unknowns", keys, keys["member"], said) for keys, said in silence(frames, narrators, told)]
    return pd.DataFrame(found, columns=columns)
