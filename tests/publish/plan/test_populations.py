"""Whole populations: planned, audited from what is printed, and attacked from outside."""

import os
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace

import numpy as np
import pytest
from attacker import CLASSES, Attack, Seen, seen, small_sums, wanted
from population import KNOWN, RULES, population, survey

from dashboard.publish.plan import algebra, groups
from dashboard.publish.plan.prints import prints
from dashboard.publish.plan.waves import open_targets, prove_all
from dashboard.publish.plan.witness import Scale

CPUS = os.cpu_count() or 1
ATTACKED = 3  # targets of one population: a linear program for each end of each of their counts takes its time
NEEDED = 0.7  # share of the secondary steps without which somebody would be found
SMALL = [(21, 200), (22, 240), (23, 280), (24, 340), (25, 420), (26, 560), (27, 800), (28, 1200)]
HALVES = Scale(np.array([-1, 0, 0, -1, 2, 2]), np.array([0, 1, 2, 3, 4, 5]), (True, False, True))
LARGE = [(seed, 400 + 80 * (seed - 50)) for seed in range(50, 70)] + [
    (seed, 5000 + 100 * (seed - 70)) for seed in range(70, 80)
]


def released(seed, people, items=1):
    """A population's plan: (the survey, row x item shown). Odd seeds: some did not say; even ones: an index."""
    big = people >= 2000
    city = population(seed, people, items, bureaus=18 if big else 6, blank=0.02 * (seed % 2))
    wave = survey(city, indexed=0 if seed % 2 else items)
    outcomes = prove_all(wave, RULES, workers=1)
    assert sum(one.unproved for one in outcomes) == 0
    return wave, np.column_stack([one.keep for one in outcomes])


def audited(wave, keep):
    """What the audit finds: targets by subtraction, and targets without a witness."""
    shows, hides = wave.structure.shows.tocsr(), wave.structure.hides.tocsr()
    left = [open_targets(wave, item, RULES, keep) for item in range(keep.shape[1])]
    return len(algebra.solvable(shows, hides)), sum(left)


def attacked(wave, keep, rules, seed=0):
    """What an attacker finds of some targets: (sums of three groups, exact counts, narrower ranges, ranges tried)."""
    groups, answered, shown = [row.people for row in wave.structure.rows], wave.answers > 0, prints(wave, keep, rules)
    dice, hidden = np.random.default_rng(seed), wave.structure.targets
    targets = [hidden[at] for at in dice.choice(len(hidden), min(ATTACKED, len(hidden)), replace=False)]
    items = [seen(shown, at) for at in range(answered.shape[1])]
    attack = Attack(groups, answered, targets, items, rules)
    rows = np.flatnonzero(~np.isnan(shown.index))
    attack.read_index({int(row): (float(shown.index[row]), int(shown.index_n[row])) for row in rows}, KNOWN)
    sums, found = 0, []
    for item, one in enumerate(items):
        sums += len(small_sums([groups[row] for row in one.n], answered[:, item], rules.k))
        found += ranges(attack, item, targets, wave.answers[:, item], bool(one.means))
    least, most, need = np.array(found).T
    exact = np.ceil(least - 1e-6) >= np.floor(most + 1e-6)
    return sums, int(exact.sum()), int((most - least < need - 1e-6).sum()), len(found)


def ranges(attack, item, targets, answers, has_means):
    """(least, most, width promised) of every count and, where means are shown, every sum of points."""
    kinds = np.array([CLASSES.get(int(answer), -1) for answer in answers])
    city = np.bincount(kinds[kinds >= 0], minlength=3)
    found = []
    for target, people in enumerate(targets):
        n = int((answers[people] > 0).sum())
        for kind in np.flatnonzero(city) if n else ():
            need = wanted(n, city[kind] / city.sum())
            found.append((*attack.reach(item, target, attack.of_class(kind)), need))
        if n and has_means:
            found.append((*attack.reach(item, target, {answer: answer for answer in CLASSES}), np.ceil(n / 2)))
    return found


def campaign(one):
    """(targets, what the audit finds, what an attacker finds) of one population, of which the whole city is shown."""
    wave, keep = released(*one)
    assert keep[0].all()
    return len(wave.structure.targets), audited(wave, keep), attacked(wave, keep, RULES)


def mutants(wave, keep):
    """The plan with one secondary step taken back: a group cut in two that are large enough, or an item shown again."""
    structure, people = wave.structure, wave.answers.shape[0]
    shown = {row.people.tobytes(): keep[at] for at, row in enumerate(structure.rows)}
    for at, block in enumerate(structure.blocks):
        for group in block.groups:
            for parts in groups.cuts(block, group, RULES)[:1] if len(group) > 1 else []:
                blocks = [replace(one, groups=list(one.groups)) for one in structure.blocks]
                blocks[at].groups = groups.in_order([*(one for one in block.groups if one != group), *parts])
                finer, _ = algebra.tried(blocks, people, RULES)
                if len(finer.rows) > len(structure.rows):
                    before = shown.get(block.people(group).tobytes(), np.ones(keep.shape[1], dtype=bool))
                    rows = np.array([shown.get(row.people.tobytes(), before) for row in finer.rows])
                    yield replace(wave, structure=finer, allowed=np.ones_like(rows)), rows
    for row, item in np.argwhere(~keep & keep.any(axis=0)):
        again = keep.copy()
        again[row, item] = True
        yield wave, again


def noticed(one):
    """(secondary steps taken back, those the audit takes notice of) in a population. one: seed and people."""
    found = [audited(*mutant) != (0, 0) for mutant in mutants(*released(*one))]
    return len(found), sum(found)


def over(populations, work=campaign):
    with ProcessPoolExecutor(CPUS) as pool:
        return list(pool.map(work, populations))


def test_the_audit_and_an_attacker_find_nothing_in_small_populations():
    for targets, audit, (*attack, tried) in over(SMALL):
        assert audit == (0, 0) and attack == [0, 0, 0] and targets and tried


@pytest.mark.parametrize("indexed", [0, 3])
def test_a_scale_without_a_middle_shows_its_counts_and_means_and_gives_nobody_away(indexed):
    """Nobody can answer in the middle, so that a count of none there hides nothing and tells nothing."""
    city, dice = population(23, 280), np.random.default_rng(0)
    middle = city.answers == 3
    city.answers[middle] = dice.choice([2, 4], middle.sum())
    wave = replace(survey(city, indexed), scales=[HALVES] * city.answers.shape[1])
    outcomes = prove_all(wave, RULES, workers=1)
    keep = np.column_stack([one.keep for one in outcomes])
    shown = prints(wave, keep, RULES)
    assert keep.mean() > 0.8 and not np.isnan(shown.mean[0]).any() and not shown.coded[0].any()
    assert audited(wave, keep) == (0, 0)
    *attack, tried = attacked(wave, keep, RULES)
    assert attack == [0, 0, 0] and tried


def test_a_plan_hides_no_more_than_it_must():
    """Taken back one by one, most secondary steps let the audit find somebody."""
    steps, found = noticed(SMALL[1])
    assert steps >= 3 and found / steps >= NEEDED


@pytest.mark.slow
def test_no_plan_of_small_populations_hides_more_than_it_must():
    steps, found = np.sum(over(SMALL, noticed), axis=0)
    assert steps >= 20 and found / steps >= NEEDED


@pytest.mark.slow
def test_the_audit_and_an_attacker_find_nothing_in_large_ones():
    found = over(LARGE)
    for _, audit, (*attack, tried) in found:
        assert audit == (0, 0) and attack == [0, 0, 0] and tried
    assert min(targets for targets, _, _ in found[-10:]) >= 10


def test_the_attacker_is_one_who_finds_something():
    """The same groups printed to the person, under rules the plan was not proved for."""
    wave = survey(population(22, 240, items=1))
    assert sum(attacked(wave, wave.allowed, replace(RULES, step=1, floor=0))[1:3]) > 0


def test_the_attacker_reads_means_and_the_index():
    """60 people, 54 or more favourable: a mean of 5.0 leaves three points, an index of 100.0 an eighth of one."""
    everybody, answered, target = [np.arange(60)], np.ones((60, 1), dtype=bool), [np.arange(3)]
    counts = {0: [("at most", 6), ("at most", 6), ("at least", 54)]}
    favourable = Attack.of_class(2)
    blind = Attack(everybody, answered, target, [Seen({0: 60}, counts, {})], RULES)
    assert blind.reach(0, 0, favourable) == [0, 3]
    told = Attack(everybody, answered, target, [Seen({0: 60}, counts, {0: 5.0})], RULES)
    assert told.reach(0, 0, favourable) == pytest.approx([1.5, 3], abs=1e-4)
    blind.read_index({0: (100.0, 60)}, known=0)
    assert blind.reach(0, 0, favourable) == pytest.approx([3 - 0.06, 3], abs=1e-4)


def test_the_attacker_subtracts():
    groups = [np.arange(60), np.arange(30), np.arange(30, 55)]
    assert small_sums(groups[:2], np.ones(60, dtype=bool), 10) == []
    assert small_sums(groups, np.ones(60, dtype=bool), 10), "60 less 30 less 25 leaves 5"
