"""What a person has confirmed of a survey's headers and answers, kept as data beside the sources.

sources/codebook.json: waves -> {headers: {as written: item or attribute, '' for none}, labels: {scale: {as written:
code}}}. What was confirmed for one wave holds for the later ones too, until it is confirmed otherwise.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dashboard.intake import contract, keep, values
from dashboard.intake.report import Problem

FILE = "codebook.json"


@dataclass(frozen=True)
class Confirmed:
    """What holds for one wave. headers: squashed -> item; labels: scale -> {squashed: code}; own: of this wave."""

    headers: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    own: frozenset[str] = frozenset()


def document(sources: Path) -> dict:
    """The whole file; raises keep.SourcesError if it is damaged."""
    path = sources / FILE
    if not path.exists():
        return {"waves": {}}
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        for entry in found["waves"].values():
            dict(entry["headers"]), {scale: dict(it) for scale, it in entry["labels"].items()}
        return found
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise keep.SourcesError([Problem("error", "codebook_damaged", FILE)]) from error


def holding(sources: Path, wave: str) -> Confirmed:
    """What was confirmed for `wave`, and for earlier ones where it says nothing else."""
    headers, labels, own = {}, {}, frozenset()
    for at, entry in sorted(document(sources)["waves"].items()):
        if at > wave:
            continue
        headers |= {values.squashed(written): name for written, name in entry["headers"].items()}
        for scale, names in entry["labels"].items():
            labels[scale] = labels.get(scale, {}) | {values.squashed(text): code for text, code in names.items()}
        own = frozenset(map(values.squashed, entry["headers"])) if at == wave else own
    return Confirmed(headers, labels, own)


def checked(given: object) -> list[Problem]:
    """What stands against keeping {'headers': {text: name}, 'labels': {scale: {text: code}}}."""
    shaped = isinstance(given, dict) and set(given) <= {"headers", "labels"}
    parts = [given.get("headers", {}), *dict(given.get("labels", {})).values()] if shaped and is_texts(given) else None
    if parts is None:
        return [Problem("error", "bad_confirmation", FILE)]
    personal = [header for header in parts[0] if contract.is_personal(header)]
    return [Problem("error", "personal_confirmed", FILE, column=header) for header in personal]


def is_texts(given: dict) -> bool:
    """Every level is a mapping of texts to texts."""
    labels = given.get("labels", {})
    maps = [given.get("headers", {}), *(labels.values() if isinstance(labels, dict) else [None])]
    return all(isinstance(it, dict) and all(isinstance(word, str) for word in it.values()) for it in maps)


def keep_confirmed(sources: Path, wave: str, headers: dict[str, str], labels: dict[str, dict[str, str]]) -> None:
    """Add to what was confirmed for `wave`."""
    with keep.locked(sources):
        found = document(sources)
        entry = found["waves"].setdefault(wave, {"headers": {}, "labels": {}})
        entry["headers"] |= headers
        for scale, names in labels.items():
            entry["labels"][scale] = entry["labels"].get(scale, {}) | names
        body = json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True)
        keep.write(sources / FILE, body.encode("utf-8"))
