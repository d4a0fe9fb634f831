"""Do the three proposals work? Effects of staggered starts, from released cells and records of places only."""
