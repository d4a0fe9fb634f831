"""Chance in whole numbers only: fractions, exp and log may differ in the last bit from processor to processor."""

import numpy as np

SUMMED = 4  # uniform draws in a bell
REACH = 866  # per mille of the standard deviation: four uniforms on [-reach, reach] have a variance of 4/3 reach^2


class Draws:
    """One stream of draws. Each use has its own, so that a change of one leaves the others as they were."""

    def __init__(self, *key: int):
        self.generator = np.random.Generator(np.random.PCG64(np.random.SeedSequence(key)))

    def below(self, limit: int, shape) -> np.ndarray:
        """Whole numbers 0 .. limit - 1."""
        return self.generator.integers(0, limit, shape, dtype=np.int64)

    def bell(self, deviation: int, shape) -> np.ndarray:
        """Whole numbers around 0 with this standard deviation, near enough to a normal curve."""
        reach = deviation * REACH // 1000
        total = np.zeros(shape, dtype=np.int64)
        for _ in range(SUMMED):
            total += self.generator.integers(-reach, reach + 1, shape, dtype=np.int64)
        return total

    def member(self, shares: np.ndarray) -> np.ndarray:
        """One member a row of `shares` (rows x members, per mille, each row 1,000)."""
        edges = np.cumsum(shares, axis=1)
        return (self.below(1000, len(shares))[:, None] >= edges).sum(axis=1)

    def order(self, count: int) -> np.ndarray:
        """The numbers 0 .. count - 1 in a drawn order."""
        return np.argsort(self.below(2**60, count), kind="stable")
