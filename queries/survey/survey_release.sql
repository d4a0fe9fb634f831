-- question: 切り口ごとに、回答者の何割が自分の区分・まとめた区分で示され、何割が示されないか。
-- english: By view, what share of respondents is shown in a group of its own, in a joined group, or not at all?
-- grain: wave, view
-- param: wave VARCHAR 調査回。省略時は直近に実施した回 / default: the latest survey held
-- column: wave VARCHAR [年度] 調査回 / survey wave
-- column: view VARCHAR [-] 集計の切り口 / view
-- column: people INTEGER [人] 市全体の回答者 / respondents of the whole city
-- column: own BIGINT [人] 一つの区分として示した回答者 / shown in a group of their own
-- column: joined BIGINT [人] ほかの区分とまとめて示した回答者 / shown in a joined group
-- column: hidden BIGINT [人] 秘匿、又は属性の無回答により示さない回答者 / withheld, or did not state the attribute
-- column: groups BIGINT [区分] 示した区分の数 / groups shown
-- column: answers BIGINT [件] 示した区分と設問の組 / pairs of a group shown and an item asked
-- column: withdrawn BIGINT [件] うち示さない組（小さな集団を守るため、又は設問の表示範囲のため）/ of which not shown, to protect a smaller group
WITH told AS (
    SELECT cells.view, cells.member, cells.measure, measures.kind, cells.status, cells.n, cells.member LIKE '%+%' AS is_joined
    FROM cells
    JOIN measures USING (measure)
    WHERE wave = coalesce($wave::VARCHAR, (SELECT max(wave) FROM waves WHERE held)) AND cells.status <> 'データなし'
),

-- people behind a rate or a score add up over the groups of a view (not where results alone are known); of those that
-- do, the figure that shows most people counts
counted AS (
    SELECT told.view, told.measure, any_value(city.n) AS people,
           coalesce(sum(told.n) FILTER (WHERE NOT told.is_joined), 0) AS own,
           coalesce(sum(told.n) FILTER (WHERE told.is_joined), 0) AS joined
    FROM told
    JOIN told AS city ON city.view = 'city' AND city.measure = told.measure AND city.status = '表示'
    WHERE told.status = '表示' AND told.kind IN ('rate', 'theme') AND told.view <> 'city'
    GROUP BY told.view, told.measure
),

most AS (
    SELECT view, people, own, joined
    FROM counted
    WHERE own + joined <= people
    QUALIFY row_number() OVER (PARTITION BY view ORDER BY (own + joined) / people DESC, measure) = 1
),

items AS (
    SELECT told.view, count(DISTINCT told.member) AS "groups", count(*) AS answers,
           count(*) FILTER (WHERE told.status = '秘匿') AS withdrawn
    FROM told
    JOIN (
        SELECT DISTINCT view, member
        FROM told
        WHERE kind = 'item' AND status = '表示'
    ) AS open_groups USING (view, member)
    WHERE told.kind = 'item'
    GROUP BY told.view
)

SELECT coalesce($wave::VARCHAR, (SELECT max(wave) FROM waves WHERE held)) AS wave, most.view, most.people,
       most.own::BIGINT AS own, most.joined::BIGINT AS joined, (most.people - most.own - most.joined)::BIGINT AS hidden,
       items."groups", items.answers, items.withdrawn
FROM most
JOIN items USING (view)
ORDER BY most.view
