-- question: 三つの提言は、どれに効果が認められるか。費用はいくらか。
-- english: Which of the three proposals has an effect, how strong is the evidence, and what does it cost?
-- grain: effect
-- column: effect VARCHAR [-] 提言と成果（vision・dispatch_staff・dispatch_places・institute）/ programme and outcome
-- column: proposal VARCHAR [-] 提言（vision・dispatch・institute）/ proposal
-- column: unit_kind VARCHAR [-] 始めた単位（bureau・department・association。区ではない）/ what starts; never a ward
-- column: outcome VARCHAR [-] 成果の指標 / measure or indicator of the outcome
-- column: outcome_ja VARCHAR [-] 成果の名 / outcome in Japanese
-- column: outcome_en VARCHAR [-] 成果の名（英語）/ outcome in English
-- column: unit_ja VARCHAR [-] 差の単位 / unit of a difference in Japanese
-- column: unit_en VARCHAR [-] 差の単位（英語）/ unit of a difference in English
-- column: decimals INTEGER [-] 小数の桁 / decimals
-- column: verdict VARCHAR [-] 判断（found・none・unclear・doubtful）/ verdict by rule
-- column: value DOUBLE [成果の単位] 始めてからの差の平均。前提が満たされないときは空 / mean difference from the start on; null where doubtful
-- column: lo DOUBLE [成果の単位] 95%信頼区間の下端。述べるだけのときは空 / lower end of the 95 % interval; null where described only
-- column: hi DOUBLE [成果の単位] 95%信頼区間の上端 / upper end
-- column: described_only BOOLEAN [-] 数が足りず、差を述べるだけか / described only, for want of numbers
-- column: treated INTEGER [始めた単位] 始めた数（前後とも値がある）/ units that started, seen before and after
-- column: never INTEGER [始めた単位] まだ始めていない数 / units that have not started
-- column: clusters INTEGER [まとまり] 互いに独立なまとまり / groups independent of each other
-- column: waves_before INTEGER [回] 始める前の期間（半数の単位がこれ以上）/ periods before the start
-- column: first_year INTEGER [年度] 最初の年度 / first fiscal year
-- column: last_year INTEGER [年度] 最後の年度 / last fiscal year
-- column: pre_p DOUBLE [-] 始める前に差がないとの検定の p。検定しないときは空 / p of no difference before; null: not tested
-- column: placebo_p DOUBLE [-] 偽の開始年のうち、これ以上に0から離れた割合 / share of false starts as far from 0
-- column: mde DOUBLE [成果の単位] 5回に4回は見分けられる最小の効果 / smallest effect seen in 4 of 5 cases
-- column: meaningful DOUBLE [成果の単位] 意味のある最小の大きさ / smallest effect that would matter
-- column: missing DOUBLE [%] 秘匿・欠測の割合 / share withheld or missing
-- column: missing_treated DOUBLE [%] うち始めた単位 / of those that started
-- column: missing_never DOUBLE [%] うち始めていない単位 / of those that did not
-- column: marks INTEGER [0～5] 根拠の強さ / strength of evidence
-- column: mark_compared BOOLEAN [-] 比べる相手が十分にある / a broad comparison
-- column: mark_before BOOLEAN [-] 始める前の動きに差が見られない / no different course before
-- column: mark_size BOOLEAN [-] 意味のある大きさを見分けられる / a size that matters could be seen
-- column: mark_complete BOOLEAN [-] 秘匿・欠測が少なく偏らない / little is missing, and alike on both sides
-- column: mark_placebo BOOLEAN [-] 偽の開始年でも区間と同じ結論になる / false starts say the same as the interval
-- column: answers INTEGER [件] 直近の調査で始めた単位の回答 / answers of the last survey from those that started
-- column: answers_needed INTEGER [件] 次回に必要な回答。足りていれば空 / answers the next survey would need; null: enough
-- column: starts_needed INTEGER [始めた単位] 必要な数。足りているか、増やしても届かなければ空 / starts needed; null: enough, or out of reach
-- column: cost_year INTEGER [年度] 費用の年度 / year of the cost
-- column: cost_thousand_yen DOUBLE [千円] 事業費（人件費を除く）/ programme cost without staff pay
-- column: headline_ja VARCHAR [-] 判断の言葉 / verdict in words
-- column: headline_en VARCHAR [-] 判断の言葉（英語）/ verdict in words, English
-- column: sentence_ja VARCHAR [-] 判断の文 / sentence
-- column: sentence_en VARCHAR [-] 判断の文（英語）/ sentence, English
-- column: more_ja VARCHAR [-] 根拠を強めるもの / what would raise the evidence
-- column: more_en VARCHAR [-] 根拠を強めるもの（英語）/ what would raise the evidence, English
WITH spent AS (
    SELECT proposal, max(fiscal_year) AS cost_year,
           sum(amount_thousand_yen) FILTER (WHERE includes_staff_pay = 'no') AS cost_thousand_yen
    FROM costs
    WHERE fiscal_year = (SELECT max(fiscal_year) FROM costs)
    GROUP BY proposal
)

SELECT effect, proposal, unit_kind, outcome, outcome_ja, outcome_en, unit_ja, unit_en, decimals, verdict, value, lo, hi,
       described_only, treated, never, clusters, waves_before, first_year, last_year, pre_p, placebo_p, mde, meaningful,
       missing, missing_treated, missing_never, marks, mark_compared, mark_before, mark_size, mark_complete,
       mark_placebo, answers, answers_needed, starts_needed, cost_year,
       cost_thousand_yen::DOUBLE AS cost_thousand_yen, headline_ja, headline_en, sentence_ja, sentence_en, more_ja,
       more_en
FROM effects
LEFT JOIN spent USING (proposal)
ORDER BY sort_no, effect
