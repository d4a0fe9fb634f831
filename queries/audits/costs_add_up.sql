-- 費用は、区の分と区に分けない分を足すと合計になり、含むものがいつも分かる。
-- Costs of the wards and of no ward add up to the whole, and what an amount holds is always told.
SELECT fiscal_year, proposal, sum(amount_thousand_yen) AS total,
       sum(amount_thousand_yen) FILTER (
           WHERE (ward IS NULL OR ward IN (SELECT area FROM areas WHERE area_kind = 'ward'))
             AND includes_staff_pay IN ('no', 'estimated', 'yes')
       ) AS parts
FROM costs
GROUP BY fiscal_year, proposal
HAVING abs(sum(amount_thousand_yen) - coalesce(parts, 0)) > 1e-6
ORDER BY fiscal_year, proposal
