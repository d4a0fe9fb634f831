-- question: この自治会への訪問と報告は、月ごとにどうか。
-- english: Visits to this association and reports on it, month by month.
-- grain: month
-- param: association VARCHAR 自治会のコード。省略時は最初の自治会 / default: the first association
-- column: month DATE [年月] 月 / month
-- column: visits INTEGER [回] 訪問 / visits
-- column: meetings INTEGER [回] 会合 / meetings
-- column: events INTEGER [回] 行事 / events
-- column: calls INTEGER [回] 電話 / calls
-- column: hours DOUBLE [時間] 時間 / hours
-- column: residents INTEGER [人] 会った住民 / residents met
-- column: reported BOOLEAN [-] 報告があったか / was it reported
-- column: status VARCHAR [-] 表示・報告なし / shown, no report
WITH own AS (
    SELECT area AS association FROM areas WHERE area_kind = 'association' AND area = coalesce(
        nullif($association::VARCHAR, 'all'),
        (SELECT min_by(area, sort_no) FROM areas WHERE area_kind = 'association' AND valid_to IS NULL)
    )
),

done AS (
    SELECT date_trunc('month', held_on)::DATE AS month,
           count(*) FILTER (WHERE kind = '訪問') AS visits, count(*) FILTER (WHERE kind = '会合') AS meetings,
           count(*) FILTER (WHERE kind = '行事') AS events, count(*) FILTER (WHERE kind = '電話') AS calls,
           sum(hours) AS hours, sum(residents) AS residents
    FROM activities
    JOIN dispatches USING (dispatch)
    WHERE area_kind = 'association' AND area = (SELECT association FROM own)
    GROUP BY date_trunc('month', held_on)
),

reports AS (SELECT month FROM reported_months WHERE association = (SELECT association FROM own)),

joined AS (
    SELECT recent_months.month, visits, meetings, events, calls, hours, residents, reports.month IS NOT NULL AS reported,
           reports.month IS NOT NULL OR done.month IS NOT NULL AS is_known
    FROM recent_months
    LEFT JOIN done USING (month)
    LEFT JOIN reports USING (month)
)

SELECT month,
       CASE WHEN is_known THEN coalesce(visits, 0) END::INTEGER AS visits,
       CASE WHEN is_known THEN coalesce(meetings, 0) END::INTEGER AS meetings,
       CASE WHEN is_known THEN coalesce(events, 0) END::INTEGER AS events,
       CASE WHEN is_known THEN coalesce(calls, 0) END::INTEGER AS calls,
       hours::DOUBLE AS hours, residents::INTEGER AS residents, reported,
       CASE WHEN is_known THEN '表示' ELSE '報告なし' END AS status
FROM joined
ORDER BY month
