-- 値は0～100、区間は値を含み、n は対象職員数を超えず、状態は三つだけである。値がなければ端の符号がある。
-- Values lie in 0 to 100 and inside their interval, n never exceeds the staff asked, there are three states only, and
-- a cell shown has either a value or an end that is coded.
SELECT wave, view, member, measure, value, lo, hi, n, asked, status
FROM cells
WHERE status NOT IN ('表示', '秘匿', 'データなし')
   OR status = '表示' AND (
       (value IS NULL) = (bound IS NULL) OR (bound IS NULL) <> (bound_at IS NULL) OR n IS NULL OR isnan(value) OR NOT value BETWEEN 0 AND 100
       OR (lo IS NULL) <> (hi IS NULL) OR NOT value BETWEEN coalesce(lo, value) AND coalesce(hi, value)
       OR NOT coalesce(lo, 0) BETWEEN 0 AND 100 OR NOT coalesce(hi, 0) BETWEEN 0 AND 100
       OR n > asked
   )
ORDER BY wave, view, member, measure
