-- question: 自治会・派遣・研究所のデータは、いつまでのものか。
-- english: How far do the data on places reach?
-- grain: as_of
-- column: as_of DATE [年月日] 最も新しい日 / the newest day any place table speaks of
SELECT as_of
FROM places_as_of
ORDER BY as_of
