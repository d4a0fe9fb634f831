-- question: 研究が施策になるまで、どれだけかかったか。
-- english: How long did it take until studies were adopted?
-- grain: days
-- param: ward VARCHAR 区コード。省略時と all は市全体 / ward code; default: all
-- param: origin VARCHAR 起点。省略時と all はすべて / origin; default: all
-- column: days INTEGER [日] 始めてからの日数。5件未満のときは空 / days since the start; null under 5 studies
-- column: at_risk INTEGER [件] その日の前にまだ決まっていない研究 / undecided and watched just before that day
-- column: undecided DOUBLE [%] まだ決まっていない割合 / undecided
-- column: adopted DOUBLE [%] 施策化の累積割合 / adopted so far
-- column: adopted_lo DOUBLE [%] その95%信頼区間の下端 / lower end of its 95 % interval
-- column: adopted_hi DOUBLE [%] その95%信頼区間の上端 / upper end
-- column: not_adopted DOUBLE [%] 施策化に至らずの累積割合 / not adopted so far
-- column: projects INTEGER [件] 基礎研究を除く研究 / studies but basic ones
-- column: adopted_count INTEGER [件] 施策化 / adopted
-- column: not_adopted_count INTEGER [件] 施策化に至らず / not adopted
-- column: open_count INTEGER [件] まだ決まっていない研究 / undecided
-- column: rough INTEGER [件] 終わりが年度だけ分かる研究（年度の真ん中とした）/ end known by its year only: its middle
-- column: median_days DOUBLE [日] 半数が決まるまでの日数。空は未到達 / until half are decided; null: not reached
-- column: median_lo DOUBLE [日] その95%信頼区間の下端 / lower end of its 95 % interval
-- column: median_hi DOUBLE [日] その95%信頼区間の上端 / upper end
-- column: adopted_days DOUBLE [日] 半数が施策化されるまでの日数。空は未到達 / until half are adopted; null: not reached
-- column: origins_differ BOOLEAN [-] 起点の間に差があるか（市全体だけ）/ origins differ; whole city only
SELECT days, at_risk, undecided, steps.adopted, adopted_lo, adopted_hi, steps.not_adopted,
       projects, groups.adopted AS adopted_count, groups.not_adopted AS not_adopted_count, open AS open_count, rough,
       median_days, median_lo, median_hi, adopted_days, origins_differ
FROM adoption_groups AS groups
LEFT JOIN adoption_steps AS steps
       ON steps.ward = groups.ward AND steps.origin = groups.origin
WHERE groups.ward = coalesce($ward::VARCHAR, 'all') AND groups.origin = coalesce($origin::VARCHAR, 'all')
ORDER BY days
