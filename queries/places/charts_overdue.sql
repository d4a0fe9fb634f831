-- question: カルテの更新が遅れているのは、どの区に何件か。
-- english: How many charts are overdue, ward by ward?
-- grain: ward
-- param: ward VARCHAR 区コード。省略時と all は市全体 / ward code; default: all
-- column: ward VARCHAR [-] 区コード（all は市全体）/ ward code; all: the whole city
-- column: label_ja VARCHAR [-] 区 / ward
-- column: label_en VARCHAR [-] 区の英語名 / in English
-- column: charts INTEGER [件] カルテ / charts
-- column: overdue INTEGER [件] 更新遅れ / overdue
-- column: oldest DATE [年月日] 最も古い更新日 / oldest entry
-- column: as_of DATE [年月日] 時点 / as of
WITH counted AS (
    SELECT coalesce(own.ward, 'all') AS ward, count(*)::INTEGER AS charts,
           count(*) FILTER (WHERE overdue)::INTEGER AS overdue, min(updated_on) AS oldest
    FROM areas AS own
    CROSS JOIN places_as_of
    JOIN associations_today ON associations_today.association = own.area
    WHERE own.area_kind = 'association' AND coalesce(own.valid_from, '0001-01-01') <= as_of
      AND coalesce(own.valid_to, '9999-12-31') >= as_of
    GROUP BY ROLLUP (own.ward)
)

SELECT counted.ward, areas.label_ja, areas.label_en, charts, overdue, oldest, (SELECT as_of FROM places_as_of) AS as_of
FROM counted
LEFT JOIN areas ON areas.area_kind = 'ward' AND areas.area = counted.ward
WHERE nullif($ward::VARCHAR, 'all') IS NULL OR counted.ward IN ('all', $ward::VARCHAR)
ORDER BY counted.ward = 'all', areas.sort_no, counted.ward
