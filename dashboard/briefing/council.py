"""What a pack for the council may hold: members of wide views and wide areas, named in data/release.toml."""

from collections.abc import Iterator, Mapping

from dashboard.briefing.problems import FinerThanCouncil
from dashboard.edition.answer import Answer

KEYED = (("views", "view", "member"), ("areas", "area_kind", "area"))  # what is held, its column, the member's column
NAMED = ("ward", "district", "association")  # a column or parameter of this name holds an area of this kind
ONE_PLACE = "association"  # a question with this parameter speaks of one association, whatever its columns


def held(answer: Answer) -> Iterator[tuple[str, str, str]]:
    """(views | areas, kind, member) of everything an answer speaks of."""
    frame, asked = answer.frame, {parameter.name for parameter in answer.question.parameters}
    for of, column, member in KEYED:
        if column in asked and answer.parameters[column] is not None:
            yield of, answer.parameters[column], str(answer.parameters.get(member) or answer.parameters[column])
        if column in frame:
            codes = frame[member if member in frame else column]
            yield from dict.fromkeys((of, *pair) for pair in zip(frame[column], codes, strict=True))
    for kind in NAMED:
        if kind in frame:
            yield from (("areas", kind, str(code)) for code in frame[kind].dropna().unique())
    if ONE_PLACE in asked:
        yield "areas", ONE_PLACE, str(answer.parameters[ONE_PLACE])


def check(answer: Answer, rule: Mapping[str, list[str]]) -> None:
    """Raise FinerThanCouncil where an answer holds a view or area that the rule does not list.

    rule: [council] of data/release.toml, the kinds of `views` and `areas` that may be held.
    """
    for of, kind, member in held(answer):
        if kind not in rule[of]:
            raise FinerThanCouncil(question=answer.question.name, kind=kind, member=member)
