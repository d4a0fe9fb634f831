-- question: 三つの提言に、いくらかかったか。
-- english: What did the three proposals cost?
-- grain: fiscal_year, proposal
-- column: fiscal_year INTEGER [年度] 年度 / fiscal year
-- column: proposal VARCHAR [-] 提言（vision・dispatch・institute）/ proposal
-- column: programme_thousand_yen DOUBLE [千円] 事業費（人件費を除く）/ programme cost without staff pay
-- column: with_pay_thousand_yen DOUBLE [千円] 人件費相当を含む概算 / estimate with staff pay
-- column: associations INTEGER [団体] 年度末の自治会 / associations at the end of the year
-- column: per_association_thousand_yen DOUBLE [千円] 派遣だけ：自治会1団体当たりの事業費 / dispatch only: programme cost an association
-- column: ends_on DATE [年月日] 年度の末日 / last day of the year
WITH spent AS (
    SELECT fiscal_year, proposal,
           sum(amount_thousand_yen) FILTER (WHERE includes_staff_pay = 'no') AS programme_thousand_yen,
           sum(amount_thousand_yen) AS with_pay_thousand_yen
    FROM costs
    GROUP BY fiscal_year, proposal
),

there AS (
    SELECT spent.fiscal_year, spent.proposal, count(areas.area)::INTEGER AS associations
    FROM spent
    LEFT JOIN areas
      ON areas.area_kind = 'association'
     AND coalesce(areas.valid_from, '0001-01-01') <= make_date(spent.fiscal_year + 1, 3, 31)
     AND coalesce(areas.valid_to, '9999-12-31') >= make_date(spent.fiscal_year + 1, 3, 31)
    GROUP BY spent.fiscal_year, spent.proposal
)

SELECT fiscal_year, proposal, programme_thousand_yen::DOUBLE AS programme_thousand_yen,
       with_pay_thousand_yen::DOUBLE AS with_pay_thousand_yen, associations,
       CASE WHEN proposal = 'dispatch' THEN programme_thousand_yen / nullif(associations, 0) END::DOUBLE
           AS per_association_thousand_yen,
       make_date(fiscal_year + 1, 3, 31) AS ends_on
FROM spent
JOIN there USING (fiscal_year, proposal)
ORDER BY fiscal_year, proposal
