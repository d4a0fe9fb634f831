-- question: この自治会への訪問と報告は、月ごとにどうか。
-- english: Visits to this association and reports on it, month by month.
-- grain: association, month
-- param: association VARCHAR 自治会のコード。all は校区・区の全自治会、省略時は最初の自治会 / all: those of the district and ward; default: the first association
-- param: district VARCHAR 校区のコード。省略時と all はすべて / district; default: all
-- param: ward VARCHAR 区コード。省略時と all は市全体 / ward code; default: all
-- column: association VARCHAR [-] 自治会のコード / code
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
    SELECT association FROM asked_associations($association::VARCHAR, $district::VARCHAR, $ward::VARCHAR)
),

done AS (
    SELECT area AS association, date_trunc('month', held_on)::DATE AS month,
           count(*) FILTER (WHERE kind = '訪問') AS visits, count(*) FILTER (WHERE kind = '会合') AS meetings,
           count(*) FILTER (WHERE kind = '行事') AS events, count(*) FILTER (WHERE kind = '電話') AS calls,
           sum(hours) AS hours, sum(residents) AS residents
    FROM activities
    JOIN dispatches USING (dispatch)
    WHERE area_kind = 'association' AND area IN (SELECT association FROM own)
    GROUP BY area, date_trunc('month', held_on)
),

joined AS (
    SELECT own.association, recent_months.month, visits, meetings, events, calls, hours, residents,
           reports.month IS NOT NULL AS reported, reports.month IS NOT NULL OR done.month IS NOT NULL AS is_known
    FROM own
    CROSS JOIN recent_months
    LEFT JOIN done ON done.association = own.association AND done.month = recent_months.month
    LEFT JOIN reported_months AS reports
      ON reports.association = own.association AND reports.month = recent_months.month
)

SELECT association, month,
       CASE WHEN is_known THEN coalesce(visits, 0) END::INTEGER AS visits,
       CASE WHEN is_known THEN coalesce(meetings, 0) END::INTEGER AS meetings,
       CASE WHEN is_known THEN coalesce(events, 0) END::INTEGER AS events,
       CASE WHEN is_known THEN coalesce(calls, 0) END::INTEGER AS calls,
       hours::DOUBLE AS hours, residents::INTEGER AS residents, reported,
       CASE WHEN is_known THEN '表示' ELSE '報告なし' END AS status
FROM joined
ORDER BY association, month
