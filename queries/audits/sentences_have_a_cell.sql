-- 文章は、版にある調査回・切り口・指標についてだけ述べる。
-- A sentence speaks of a survey, view and measure of this edition, and one on a withheld cell states no change.
SELECT findings.page, findings.wave, findings.view, findings.member, findings.measure
FROM findings
LEFT JOIN cells USING (wave, view, member, measure)
WHERE findings.page IN ('member', 'unknowns') AND (cells.status IS NULL OR cells.status <> '表示' AND findings.bracket_ja <> '')
   OR findings.page = 'several' AND NOT EXISTS (
       SELECT 1
       FROM cells AS known
       WHERE known.wave = findings.wave AND known.view = findings.view AND known.measure = findings.measure
   )
   OR findings.page = 'drivers' AND NOT EXISTS (
       SELECT 1
       FROM drivers AS known
       WHERE known.wave = findings.wave AND known.view = findings.view AND known.member = findings.member
   )
   OR findings.page = 'traits' AND NOT EXISTS (
       SELECT 1
       FROM cells AS known
       JOIN measures ON measures.measure = known.measure AND measures.kind = findings.measure
       WHERE known.wave = findings.wave AND known.view = findings.view AND known.member = findings.member
   )
ORDER BY findings.page, findings.wave, findings.view, findings.member, findings.measure
