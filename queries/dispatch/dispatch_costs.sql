-- question: まちづくり派遣の費用は、区ごと、一自治会当たりでいくらか。何を含む額か。
-- english: What does community dispatch cost by ward and for each association, and what does the amount hold?
-- grain: fiscal_year, ward
-- column: fiscal_year INTEGER [年度] 年度 / fiscal year
-- column: ward VARCHAR [-] 区コード。shared は区に分けない分、all は市全体 / ward code; shared: of no ward; all: the whole city
-- column: label_ja VARCHAR [-] 区 / ward
-- column: label_en VARCHAR [-] 区の英語名 / in English
-- column: programme_thousand_yen DOUBLE [千円] 事業費（人件費を除く）。計上がなければ空 / programme cost without staff pay; null: none booked
-- column: estimated_thousand_yen DOUBLE [千円] 人件費相当の概算を含む費用 / cost with an estimate of staff pay
-- column: pay_thousand_yen DOUBLE [千円] 人件費を含む費用 / cost with staff pay
-- column: total_thousand_yen DOUBLE [千円] 合計 / all of it
-- column: associations INTEGER [団体] 年度末の自治会（区に分けない分は空）/ associations at the end of the year; null for shared
-- column: programme_each_thousand_yen DOUBLE [千円] 一自治会当たりの事業費（人件費を除く）/ programme cost without staff pay for each association
-- column: total_each_thousand_yen DOUBLE [千円] 一自治会当たりの合計 / all of it for each association
-- column: holds VARCHAR [-] 合計が含むもの（no・estimated・yes を ; で区切る）/ kinds of staff pay the total holds
-- column: ends_on DATE [年月日] 年度の末日 / last day of the year
WITH spent AS (
    SELECT fiscal_year, CASE WHEN grouping(coalesce(ward, 'shared')) = 1 THEN 'all' ELSE coalesce(ward, 'shared') END AS ward,
           sum(amount_thousand_yen) FILTER (WHERE includes_staff_pay = 'no') AS programme_thousand_yen,
           sum(amount_thousand_yen) FILTER (WHERE includes_staff_pay = 'estimated') AS estimated_thousand_yen,
           sum(amount_thousand_yen) FILTER (WHERE includes_staff_pay = 'yes') AS pay_thousand_yen,
           sum(amount_thousand_yen) AS total_thousand_yen,
           string_agg(DISTINCT includes_staff_pay, ';' ORDER BY includes_staff_pay DESC) AS kinds
    FROM costs
    WHERE proposal = 'dispatch'
    GROUP BY GROUPING SETS ((fiscal_year, coalesce(ward, 'shared')), (fiscal_year))
),

there AS (
    SELECT spent.fiscal_year, spent.ward, count(areas.area) AS associations
    FROM spent
    LEFT JOIN areas
      ON areas.area_kind = 'association' AND spent.ward IN ('all', areas.ward)
     AND coalesce(areas.valid_from, '0001-01-01') <= make_date(spent.fiscal_year + 1, 3, 31)
     AND coalesce(areas.valid_to, '9999-12-31') >= make_date(spent.fiscal_year + 1, 3, 31)
    GROUP BY spent.fiscal_year, spent.ward
)

SELECT spent.fiscal_year, spent.ward, areas.label_ja, areas.label_en,
       programme_thousand_yen::DOUBLE AS programme_thousand_yen, estimated_thousand_yen::DOUBLE AS estimated_thousand_yen,
       pay_thousand_yen::DOUBLE AS pay_thousand_yen, total_thousand_yen::DOUBLE AS total_thousand_yen,
       nullif(associations, 0)::INTEGER AS associations,
       (programme_thousand_yen / nullif(associations, 0))::DOUBLE AS programme_each_thousand_yen,
       (total_thousand_yen / nullif(associations, 0))::DOUBLE AS total_each_thousand_yen, kinds AS holds,
       make_date(spent.fiscal_year + 1, 3, 31) AS ends_on
FROM spent
JOIN there ON there.fiscal_year = spent.fiscal_year AND there.ward = spent.ward
LEFT JOIN areas ON areas.area_kind = 'ward' AND areas.area = spent.ward
ORDER BY spent.fiscal_year, spent.ward = 'all', spent.ward = 'shared', areas.sort_no, spent.ward
