"""The release plan of one survey: which groups are shown together, what each may say, and the proof that it is safe.

Words. A view splits respondents inside a parent (departments inside a bureau); a block is one parent's split; a cell is
one value; a group is one or more cells of a block shown as one figure; a target is 1..k-1 respondents nobody may learn
about; a witness is another whole-number answer table with exactly the same published figures but another count in the
target.
"""
