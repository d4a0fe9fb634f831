"""What a reader is looking at: language, ward, survey and measure, kept across pages and always written in the link."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields, replace

import streamlit as st

from dashboard.edition.catalogue import ALL, BUREAU, CITY, DEPARTMENT, HEAD_OFFICE, WARD, Catalogue
from dashboard.edition.need import ENDS, JOINT, condition
from dashboard.edition.places import ASSOCIATION, DISTRICT, PERCENT, Places
from dashboard.edition.question import questions
from dashboard.i18n import LANGUAGES

KINDS_TO_CHOOSE = ("index", "theme", "rate")
LATEST, CHANGE = "latest", "change"
ITEMS, TRAITS, DRIVERS = "items", "traits", "drivers"
SPLITS = ("grade", "age", "dispatched")
MESSAGES = (
    "motivation",
    "wards",
    "gaps",
    "bureaus",
    "vision",
    "dispatch",
    "institute",
    "limits",
)  # of the view for meetings
NETWORK = ("reach", "reactions", "exchange")
DISPATCH = ("places", "work", "issues", "centres", "officers", "departments", "costs", "comparison")
STUDIES = ("stages", "time", "loss")  # what the first figure of the institute shows
LISTED = ("not_adopted", "history")
PEOPLE = ("year", "ward", "origin")
MET, EVERY = "met", "every"  # of the list of need: what meets all conditions, or every association
ALIKE, FUNNEL = "alike", "funnel"  # what stands beside it
OUT, IN = "out", "in"  # places with a trait that sets them apart
EFFECTS = ("dispatch_staff", "vision", "dispatch_places", "institute")
ORIGINS = ("地域課題", "政策課題", "大学研究", "職員提案")


@dataclass(frozen=True)
class Choice:
    """Codes only, never labels: a link made in Japanese opens in English."""

    lang: str = "ja"
    ward: str = ALL
    wave: str = ""
    measure: str = "motivation"
    indicator: str = ""
    showing: str = LATEST
    district: str = ALL
    association: str = ALL
    origin: str = ALL
    studies: str = STUDIES[0]
    listed: str = LISTED[0]
    people: str = PEOPLE[0]
    split: str = WARD
    bureau: str = ALL
    network: str = "reach"
    dispatch: str = DISPATCH[0]
    department: str = ALL
    aspect: str = ITEMS
    effect: str = EFFECTS[0]
    q: str = ""
    message: str = MESSAGES[0]
    need: str = ""
    meeting: str = MET
    apart: str = OUT
    table: str = ""
    question: str = ""
    beside: str = ALIKE

    @property
    def place_ward(self) -> str:
        """The ward of places: who works at the head office has none, and sees the whole city."""
        return ALL if self.ward == HEAD_OFFICE else self.ward

    @property
    def period(self) -> str:
        """The fiscal year of places: that of the survey, without a revision's suffix."""
        return self.wave[:4]

    @property
    def cell(self) -> dict[str, str]:
        """The view and member a ward choice stands for."""
        return {"view": CITY, "member": ALL} if self.ward == ALL else {"view": WARD, "member": self.ward}

    @property
    def workplace(self) -> dict[str, str]:
        """The view and member whose answers the workplace page shows: the narrowest of department, bureau and ward."""
        if self.bureau == ALL:
            return self.cell
        if self.department == ALL:
            return {"view": BUREAU, "member": self.bureau}
        return {"view": DEPARTMENT, "member": self.department}

    @property
    def split_view(self) -> dict[str, str | None]:
        """The view that splits the chosen place by grade, age or dispatch; the wards where it is not split."""
        if self.split == WARD:
            return {"view": WARD, "parent": None}
        return {"view": self.split, "parent": None} if self.ward == ALL else self.pair

    @property
    def pair(self) -> dict[str, str | None]:
        """The view of the chosen ward's own groups."""
        return {"view": f"{WARD}_{self.split}", "parent": self.ward}


KEYS = tuple(field.name for field in fields(Choice))
TYPED = ("q",)  # what the reader writes: any text, none too
LONGEST = 200  # characters of it
SEVERAL = ("need",)  # conditions with their weights, joined; none too


def fits(key: str, value: str, allowed: dict[str, list[str]]) -> bool:
    """Whether a value of the link or of a widget can be shown."""
    if key in SEVERAL:
        return not unfit(value, allowed[key])
    return len(value) <= LONGEST if key in TYPED else value in allowed[key]


def unfit(value: str, allowed: list[str]) -> list[str]:
    """The parts of a joined value that this edition does not know."""
    return [part for part in value.split(JOINT) if part and not known_condition(part, allowed)]


def known_condition(written: str, allowed: list[str]) -> bool:
    """Whether a condition can be looked at; a weight that is none is no condition either."""
    try:
        return condition(written).code in allowed
    except ValueError:
        return False


def conditions_of(places: Places) -> list[str]:
    """Codes of the conditions that an association's list of need may have: whatever has a good side, and rates."""
    known = [one for one in places.indicators.values() if one.finest in (ASSOCIATION, DISTRICT)]
    wanted = [one.measure for one in known if one.measure.direction != "none" or one.measure.unit["ja"] == PERCENT]
    return [f"{measure.code}.{end}" for measure in wanted for end in ENDS[measure.direction]]


def options(catalogue: Catalogue, first_indicator: str, tables: Iterable[str]) -> dict[str, list[str]]:
    """The codes each key may take in this edition, the default first; the newest survey or year first.

    tables: names of the input tables.
    """
    places = catalogue.places
    indicators = sorted(places.indicators, key=lambda code: code != first_indicator)
    return {
        "lang": list(LANGUAGES),
        "ward": [ALL, *(catalogue.of_view(WARD) or places.areas["ward"])],
        "wave": catalogue.held[::-1] or list(places.years),
        "measure": [code for code, measure in catalogue.measures.items() if measure.kind in KINDS_TO_CHOOSE],
        "indicator": indicators,
        "showing": [LATEST, CHANGE],
        "district": [ALL, *places.areas[DISTRICT]],
        "association": [ALL, *places.areas[ASSOCIATION]],
        "origin": [ALL, *ORIGINS],
        "studies": list(STUDIES),
        "listed": list(LISTED),
        "people": list(PEOPLE),
        "split": [WARD, *(view for view in SPLITS if catalogue.of_view(view))],
        "bureau": [ALL, *(code for code in catalogue.of_view(BUREAU) if catalogue.departments(code))],
        "network": list(NETWORK),
        "dispatch": list(DISPATCH),
        "department": [ALL, *catalogue.of_view(DEPARTMENT)],
        "aspect": [ITEMS, TRAITS, DRIVERS],
        "effect": list(EFFECTS),
        "q": [],
        "message": list(MESSAGES),
        "need": conditions_of(places),
        "meeting": [MET, EVERY],
        "apart": [OUT, IN],
        "table": list(tables),
        "question": list(questions()),
        "beside": [ALIKE, FUNNEL],
    }


def load(allowed: dict[str, list[str]], catalogue: Catalogue) -> tuple[Choice, dict[str, str]]:
    """The present choice and the refused values of the link.

    A key whose value in the link differs from what we wrote last was changed by the reader (a link, Back, Forward)
    and wins; otherwise the session's own choice stands. Switching pages empties the link, which changes nothing.
    """
    session = st.session_state
    known: Choice = session.get("choice", Choice(wave=allowed["wave"][0] if allowed["wave"] else ""))
    written: dict[str, str] = session.get("written", {})
    refused, values, told = {}, {}, set()
    for key in KEYS:
        value = st.query_params.get(key)
        linked = value not in (None, written.get(key)) and (value != "" or key in TYPED)
        if linked and fits(key, value, allowed):
            session[widget(key)] = value
            told.add(key)
        elif linked:
            refused[key] = value
            if key in SEVERAL:  # what it knows stays
                bad = unfit(value, allowed[key])
                refused[key] = JOINT.join(bad)
                session[widget(key)] = JOINT.join(part for part in value.split(JOINT) if part and part not in bad)
        held = session.get(widget(key))
        chosen = getattr(known, key) if held is None else held
        values[key] = chosen if fits(key, chosen, allowed) else fallback(key, allowed)
    return consistent(Choice(**values), catalogue, told), refused


def fallback(key: str, allowed: dict[str, list[str]]) -> str:
    """What a key is where nothing was chosen."""
    return "" if key in SEVERAL else next(iter(allowed[key]), "")


def consistent(choice: Choice, catalogue: Catalogue, told: set[str]) -> Choice:
    """A district or association outside the chosen ward, or a department outside the bureau, is let go of.

    told: the keys that the link has just named; a department it names without a bureau opens its own.
    """
    changed = {}
    for kind in (DISTRICT, ASSOCIATION):
        area = catalogue.places.areas[kind].get(getattr(choice, kind))
        if area is not None and choice.place_ward not in (ALL, area.ward):
            changed[kind] = ALL
    home = catalogue.parents.get((DEPARTMENT, choice.department), choice.bureau)
    if home != choice.bureau:
        changed |= {"bureau": home} if choice.bureau == ALL and "department" in told else {"department": ALL}
    for key, value in changed.items():
        st.session_state[widget(key)] = value
    return replace(choice, **changed)


def widget(key: str) -> str:
    """Name of the widget that holds a key."""
    return f"filter_{key}"


def save(choice: Choice) -> None:
    """Remember the choice, write every key into the link, and give every filter without a value its own.

    This comes before the navigation: the browser then opens the page and its link as one entry. The other way round,
    a slow browser keeps an entry of the page without its link, and Back never gets past it.
    """
    values = asdict(choice)
    for key in KEYS:
        if st.session_state.get(widget(key)) is None:
            st.session_state[widget(key)] = values[key]
    st.session_state["choice"] = choice
    st.session_state["written"] = values
    if dict(st.query_params) != values:
        st.query_params.from_dict(values)


def pick(key: str, value: str) -> None:
    """Set a key from outside the filter bar (a click on the map, a button in a table) for the next rerun."""
    session = st.session_state
    session[widget(key)] = value
    session["choice"] = replace(session["choice"], **{key: value})


def pick_ward(ward: str) -> None:
    """Set the ward everywhere."""
    pick("ward", ward)
