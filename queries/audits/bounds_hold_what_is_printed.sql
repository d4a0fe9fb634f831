-- 無回答の幅は、印字した値・回答者数・対象職員数から計算した値と一致し、値と補正値を含む。
-- Bounds for the silent are those of the printed value, n and staff asked; they hold the value and its raked twin.
SELECT told.wave, told.view, told.member, told.measure, cells.value, told.raked, told.least, told.most
FROM nonresponse AS told
LEFT JOIN cells USING (wave, view, member, measure)
WHERE cells.status IS DISTINCT FROM '表示' OR cells.value IS NULL OR cells.asked IS NULL
   OR told.view NOT IN ('city', 'ward')
   OR abs(told.least - cells.value * cells.n / cells.asked) > 1e-9
   OR abs(told.most - told.least - 100.0 * (cells.asked - cells.n) / cells.asked) > 1e-9
   OR NOT coalesce(told.raked, cells.value) BETWEEN told.least - 0.05 AND told.most + 0.05
   OR (told.raked IS NULL) <> (told.design_effect IS NULL) OR told.design_effect < 1
   OR NOT coalesce(told.raked, 0) BETWEEN coalesce(told.raked_lo, told.raked, 0) AND coalesce(told.raked_hi, told.raked, 0)
ORDER BY told.wave, told.view, told.member, told.measure
