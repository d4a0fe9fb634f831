-- question: 前回までの答弁と指示は、どこまで対応したか。
-- english: How far were past answers and instructions followed up?
-- grain: made_on, made_to, text_ja
-- param: ward VARCHAR 担当する所属の区。HQ は市全域担当、省略時と all はすべて / ward of the unit; HQ: city-wide; default: all
-- param: made_to VARCHAR 議会・市長。省略時と all はどちらも / assembly or mayor; default: all
-- column: made_on DATE [年月日] 答弁・指示の日 / day
-- column: made_to VARCHAR [-] 議会・市長 / assembly or mayor
-- column: text_ja VARCHAR [-] 内容 / what was said
-- column: text_en VARCHAR [-] 英語 / in English
-- column: owner_unit VARCHAR [-] 担当する所属 / unit that follows it up
-- column: owner_unit_ja VARCHAR [-] その名 / its name
-- column: owner_unit_en VARCHAR [-] 英語名 / in English
-- column: due DATE [年月日] 期限 / due
-- column: state VARCHAR [-] 状況 / state
-- column: is_open BOOLEAN [-] 受付・対応中か / received or in hand
-- column: past_due BOOLEAN [-] 期限を過ぎて終わっていないか / past its day and still open
-- column: figure VARCHAR [-] 対応を示す数字（指標か根拠番号）/ figure that shows it
-- column: figure_ja VARCHAR [-] その名 / its name
-- column: figure_en VARCHAR [-] 英語名 / in English
-- column: value DOUBLE [指標の単位] その市全体の最新の値 / its latest value for the whole city
-- column: figure_unit_ja VARCHAR [-] 値の単位 / unit of the value
-- column: figure_unit_en VARCHAR [-] 英語 / in English
-- column: decimals INTEGER [桁] 小数の桁数 / decimal places
-- column: figure_year INTEGER [年度] その値の年度 / fiscal year of the value
-- column: as_of DATE [年月日] いつの時点で / judged on
WITH surveyed AS (
    SELECT cells.measure AS figure, cells.value, waves.fiscal_year
    FROM cells
    JOIN waves USING (wave)
    WHERE view = 'city' AND member = 'all' AND status = '表示' AND cells.value IS NOT NULL
    QUALIFY row_number() OVER (PARTITION BY cells.measure ORDER BY waves.fiscal_year DESC, wave DESC) = 1
),

placed AS (
    SELECT indicator AS figure, value, fiscal_year
    FROM indicator_values
    WHERE area_kind = 'city' AND area = 'all' AND status = '表示'
    QUALIFY row_number() OVER (PARTITION BY indicator ORDER BY fiscal_year DESC) = 1
),

figures AS (
    SELECT measure AS figure, label_ja, label_en, unit_ja, unit_en, decimals, value, fiscal_year
    FROM measures
    LEFT JOIN surveyed ON surveyed.figure = measures.measure
    UNION ALL
    SELECT indicator, label_ja, label_en, unit_ja, unit_en, decimals, value, fiscal_year
    FROM indicators
    LEFT JOIN placed ON placed.figure = indicators.indicator
    WHERE indicator NOT IN (SELECT measure FROM measures)
),

judged AS (
    SELECT made_on, made_to, text_ja, text_en, owner_unit, owner_unit_ja, owner_unit_en, due, state,
           state IN ('受付', '対応中') AS is_open, figure,
           coalesce(state IN ('受付', '対応中') AND due < as_of, false) AS past_due, as_of
    FROM answers_given
    CROSS JOIN follow_up_as_of
    WHERE ($ward::VARCHAR = 'all' OR coalesce(ward, 'HQ') = $ward::VARCHAR)
      AND ($made_to::VARCHAR = 'all' OR made_to = $made_to::VARCHAR)
)

SELECT made_on, made_to, text_ja, text_en, owner_unit, owner_unit_ja, owner_unit_en, due, state, is_open, past_due,
       judged.figure, coalesce(label_ja, judged.figure) AS figure_ja, coalesce(label_en, judged.figure) AS figure_en,
       value, unit_ja AS figure_unit_ja, unit_en AS figure_unit_en, decimals, fiscal_year AS figure_year, as_of
FROM judged
LEFT JOIN figures ON figures.figure = judged.figure
ORDER BY past_due DESC, is_open DESC, due NULLS LAST, made_on, made_to, text_ja
