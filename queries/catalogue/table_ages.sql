-- question: それぞれの表は、いつまでのもので、次の更新はいつか。
-- english: How far does each table reach, and when is its next update due?
-- grain: table_name, wave
-- column: table_name VARCHAR [-] 表 / table
-- column: wave VARCHAR [年度] 調査回 / wave
-- column: sha256 VARCHAR [-] SHA-256
-- column: newest DATE [年月日] 最も新しい日（年度はその末日）/ the newest day (of a fiscal year its last)
-- column: cycle_months INTEGER [月] 更新の周期 / months between updates
-- column: due DATE [年月日] 次の更新の期限。最新のファイルだけ / day by which the next is due; the newest file only
-- column: freshness VARCHAR [-] 最新・更新時期・更新遅れ・随時・時点なし。最新のファイルだけ / up to date, due, overdue, no cycle, no day
-- column: as_of DATE [年月日] いつの時点で / judged on
WITH latest AS (
    SELECT table_name, max(wave) AS wave FROM sources GROUP BY table_name
)

SELECT sources.table_name, sources.wave, sha256, sources.as_of AS newest, cycle_months,
       CASE WHEN latest.wave IS NOT NULL THEN (sources.as_of + to_months(cycle_months))::DATE END AS due,
       CASE WHEN latest.wave IS NOT NULL THEN freshness(sources.as_of, cycle_months, today.as_of) END AS freshness, today.as_of
FROM sources
LEFT JOIN latest ON latest.table_name = sources.table_name AND latest.wave = sources.wave
CROSS JOIN data_as_of AS today
ORDER BY sources.table_name, sources.wave
