-- question: 前の回と比べられない設問・指標・単位は何か。
-- english: Which items, figures and units cannot be compared with the survey before?
-- grain: wave, kind, code
-- column: wave VARCHAR [年度] この回から比べられない / not comparable from this survey on
-- column: kind VARCHAR [-] 設問変更・組織改編 / item reworded, reorganisation
-- column: code VARCHAR [-] 指標又は単位のコード / code of the figure or unit
-- column: label_ja VARCHAR [-] 名称 / label in Japanese
-- column: label_en VARCHAR [-] 英語名 / label in English
SELECT breaks.wave, breaks.kind, measures.measure AS code, measures.label_ja, measures.label_en
FROM breaks
JOIN measures USING (measure)
WHERE breaks.view = 'city' AND measures.kind <> 'trait'
UNION ALL
SELECT breaks.wave, breaks.kind, members.member AS code, members.label_ja, members.label_en
FROM breaks
JOIN members USING (view, member)
WHERE breaks.view IN ('bureau', 'department') AND breaks.measure = '*'
ORDER BY wave, kind, code
