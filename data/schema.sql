-- The edition 版: everything a reader may see, and nothing else. One file, written once, opened read-only.
-- No respondent and no cell below the threshold ever enters it.

-- One row: which edition this is. Not part of the hash.
CREATE TABLE edition (
    number INTEGER NOT NULL,
    hash VARCHAR NOT NULL,          -- SHA-256 over every other table's rows in key order
    built_on DATE NOT NULL,
    demo BOOLEAN NOT NULL           -- built on the fictional demo city
);

-- One row per fiscal year that has, or should have had, a survey.
CREATE TABLE waves (
    wave VARCHAR NOT NULL,
    fiscal_year INTEGER NOT NULL,
    label_ja VARCHAR NOT NULL,
    label_en VARCHAR NOT NULL,
    held BOOLEAN NOT NULL,          -- false: 未実施
    opened_on DATE,
    closed_on DATE,
    source VARCHAR NOT NULL,
    aggregate_only BOOLEAN NOT NULL -- 集計値のみ: no intervals for means, no response file
);

-- One row per member of a view (city: 'all'; ward: five codes and HQ; bureau, department: unit codes; grade, age,
-- dispatched: codes of the scales; a pair: 'a|b'). Cells shown together are a member too: 'a+b', 'na' = did not say.
CREATE TABLE members (
    view VARCHAR NOT NULL,
    member VARCHAR NOT NULL,
    label_ja VARCHAR NOT NULL,
    label_en VARCHAR NOT NULL,
    parent VARCHAR,                 -- the ward or bureau it splits; NULL: the whole city
    sort_no INTEGER NOT NULL
);

-- One row per measure; items of the questionnaire are measures too (kind = 'item').
CREATE TABLE measures (
    measure VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,          -- index | theme | rate | trait | item
    theme VARCHAR,
    label_ja VARCHAR NOT NULL,
    label_en VARCHAR NOT NULL,
    unit_ja VARCHAR NOT NULL,
    unit_en VARCHAR NOT NULL,
    difference_ja VARCHAR NOT NULL, -- unit of a difference: 点 or ポイント
    difference_en VARCHAR NOT NULL,
    decimals INTEGER NOT NULL,
    direction VARCHAR NOT NULL,     -- up | down | none
    class_breaks VARCHAR NOT NULL,  -- three ascending numbers, blank separated: the four map classes
    target DOUBLE,                  -- NULL = 目標なし
    reversed BOOLEAN NOT NULL,      -- an item recoded before scoring
    sort_no INTEGER NOT NULL
);

-- One row per wave, view, member and measure. A withheld cell holds its keys and its status only.
CREATE TABLE cells (
    wave VARCHAR NOT NULL,
    view VARCHAR NOT NULL,
    member VARCHAR NOT NULL,
    measure VARCHAR NOT NULL,
    value DOUBLE,
    lo DOUBLE,                      -- 95 % interval
    hi DOUBLE,
    bound VARCHAR,                  -- ≥ or ≤ where an end is coded: then value, interval, split, mean and change are NULL
    bound_at DOUBLE,                -- at least, or at most, so much; a function of n alone
    n INTEGER,                      -- valid answers behind the value
    asked INTEGER,                  -- staff asked in that cell
    status VARCHAR NOT NULL,        -- 表示 | 秘匿 | データなし
    change DOUBLE,                  -- value minus the last survey's value
    change_lo DOUBLE,
    change_hi DOUBLE,
    news BOOLEAN,                   -- stays a change when all members of the view are compared at once; NULL without an interval
    fav DOUBLE,                     -- items only: % favourable, neutral, unfavourable; mean 1..k
    neu DOUBLE,
    unf DOUBLE,
    mean DOUBLE,
    wider_view VARCHAR,             -- withheld cells only: the nearest wider member that shows this measure
    wider_member VARCHAR
);

-- One row per wave, group that has associations of its own, and predictor: what goes along with the motivation index.
-- Groups of one attribute of 15 departments and 20 respondents at least; all in whole percent, nothing finer.
CREATE TABLE drivers (
    wave VARCHAR NOT NULL,
    view VARCHAR NOT NULL,
    member VARCHAR NOT NULL,
    measure VARCHAR NOT NULL,       -- the predictor: a heading or a gap that holds no item of the index
    share INTEGER NOT NULL,         -- its share of the explained variance (R²), %; the shares of a group make 100
    share_lo INTEGER NOT NULL,      -- 95 % interval over departments drawn again
    share_hi INTEGER NOT NULL,
    r2 INTEGER NOT NULL             -- the index's variance that all predictors explain together, %
);

-- One row per wave, the city or a ward, and score it shows where the roster says who was asked: what those who did not
-- answer may change. Made of printed figures, n, staff asked and who answered, never of answers.
CREATE TABLE nonresponse (
    wave VARCHAR NOT NULL,
    view VARCHAR NOT NULL,          -- city | ward
    member VARCHAR NOT NULL,
    measure VARCHAR NOT NULL,
    raked DOUBLE,                   -- in tenths: bureaus, grades and ages weighted to the whole staff; NULL: 集計値のみ
    raked_lo DOUBLE,                -- its 95 % interval, wider by the design effect
    raked_hi DOUBLE,
    design_effect DOUBLE,           -- 1 + CV² of the weights
    least DOUBLE NOT NULL,          -- if everyone silent were least favourable
    most DOUBLE NOT NULL
);

-- One row per break: from this wave on the line is not comparable with the waves before.
-- member '*' = every member of the view; measure '*' = every measure.
CREATE TABLE breaks (
    wave VARCHAR NOT NULL,
    view VARCHAR NOT NULL,
    member VARCHAR NOT NULL,
    measure VARCHAR NOT NULL,
    kind VARCHAR NOT NULL           -- 設問変更 | 組織改編
);

-- One row per event that may be marked on a time axis.
CREATE TABLE events (
    held_on DATE NOT NULL,
    label_ja VARCHAR NOT NULL,
    label_en VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    scope VARCHAR NOT NULL,
    default_on BOOLEAN NOT NULL
);

-- One row per outline, projected to kilometres from the city's centre, rings ready to draw.
CREATE TABLE outlines (
    layer VARCHAR NOT NULL,         -- ward | district, association: where borders are known | context
    code VARCHAR NOT NULL,
    label_ja VARCHAR NOT NULL,
    label_en VARCHAR NOT NULL,
    rings VARCHAR NOT NULL,         -- JSON: list of closed rings, each a list of [x, y] in km, 3 decimals
    label_x DOUBLE NOT NULL,        -- pole of inaccessibility: where a label has most room
    label_y DOUBLE NOT NULL,
    room DOUBLE NOT NULL,           -- km from there to the nearest border
    sort_no INTEGER NOT NULL
);

-- One row per layer of outlines: where it comes from and how exact it is.
CREATE TABLE outline_origins (
    layer VARCHAR NOT NULL,         -- ward | district | association | town | context
    made_from VARCHAR NOT NULL,     -- polygons (a file) | towns (put together from a list) | points (nearest) | shipped
    outline_set VARCHAR NOT NULL,   -- the published set of data/contract.toml; blank: a file of the city's own
    file_name VARCHAR NOT NULL,     -- as handed in; blank: made of other tables
    credit_ja VARCHAR NOT NULL,
    credit_en VARCHAR NOT NULL,
    tolerance_m INTEGER NOT NULL,   -- metres within which borders were thinned; 0: not thinned here
    areas INTEGER NOT NULL,
    points INTEGER NOT NULL         -- of all borders, as kept
);

-- One row per finding sentence made by rule from the cells above.
CREATE TABLE findings (
    page VARCHAR NOT NULL,
    wave VARCHAR NOT NULL,
    view VARCHAR NOT NULL,
    member VARCHAR NOT NULL,
    measure VARCHAR NOT NULL,
    headline_ja VARCHAR NOT NULL,
    headline_en VARCHAR NOT NULL,
    bracket_ja VARCHAR NOT NULL,    -- the change with its interval, '' where there is none
    bracket_en VARCHAR NOT NULL,
    detail_ja VARCHAR NOT NULL,
    detail_en VARCHAR NOT NULL
);

-- One row per source file behind this edition.
CREATE TABLE sources (
    table_name VARCHAR NOT NULL,
    wave VARCHAR NOT NULL,          -- '' where the table has no wave
    file_name VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    row_count INTEGER NOT NULL,
    as_of DATE,                     -- newest day its rows speak of; a fiscal year: its last day; NULL: no row tells one
    cycle_months INTEGER            -- expected anew so often; NULL: when something changes
);

-- The place half. Row by row as handed in, with names resolved; planners filter it freely.

-- One row: how far the place data reach. No row where there are none.
CREATE TABLE places_as_of (
    as_of DATE NOT NULL             -- newest day any place table speaks of: "today" for visits and freshness
);

-- One row per city, ward, school district (校区) and neighbourhood association; the city is area 'all'.
CREATE TABLE areas (
    area_kind VARCHAR NOT NULL,     -- city | ward | district | association
    area VARCHAR NOT NULL,
    label_ja VARCHAR NOT NULL,
    label_en VARCHAR NOT NULL,
    name_kana VARCHAR,              -- NULL for city and wards
    ward VARCHAR,                   -- the ward it lies in; a ward names itself; NULL for the city
    district VARCHAR,               -- associations and districts
    centre VARCHAR,                 -- まちづくりセンター, districts and associations
    x DOUBLE,                       -- km on the plane of table outlines; a district: mean of its associations
    y DOUBLE,
    valid_from DATE,                -- NULL: from the start
    valid_to DATE,                  -- NULL: still there; last day inclusive
    succeeded_by VARCHAR,           -- association that took over
    sort_no INTEGER NOT NULL        -- wards by code, districts by ward and code, associations by district and code
);

-- One row per association and town.
CREATE TABLE association_towns (
    association VARCHAR NOT NULL,
    town VARCHAR NOT NULL,
    ward VARCHAR NOT NULL,
    share DOUBLE
);

-- One row per indicator.
CREATE TABLE indicators (
    indicator VARCHAR NOT NULL,
    field VARCHAR NOT NULL,         -- 人 | 組織 | 活動 | 防災 | 財政 | 暮らし
    label_ja VARCHAR NOT NULL,
    label_en VARCHAR NOT NULL,
    unit_ja VARCHAR NOT NULL,
    unit_en VARCHAR NOT NULL,
    decimals INTEGER NOT NULL,
    direction VARCHAR NOT NULL,     -- up | down | none
    numerator VARCHAR,              -- both set: a rate, computed here from the two
    denominator VARCHAR,
    additive BOOLEAN NOT NULL,      -- summed to districts, wards and the city
    class_breaks VARCHAR NOT NULL,  -- three ascending numbers for ward and district maps, the same in every year
    change_breaks VARCHAR NOT NULL, -- three ascending numbers for maps of the change on the year before, middle 0
    finest VARCHAR NOT NULL,        -- finest area_kind with any value: association | district | ward
    definition_ja VARCHAR NOT NULL, -- '' where none was given
    definition_en VARCHAR NOT NULL,
    note_ja VARCHAR NOT NULL,
    note_en VARCHAR NOT NULL,
    cycle_months INTEGER,
    source VARCHAR NOT NULL,
    sort_no INTEGER NOT NULL
);

-- One row per area, fiscal year and indicator that was handed in, computed or summed; no row = データなし.
CREATE TABLE indicator_values (
    area_kind VARCHAR NOT NULL,
    area VARCHAR NOT NULL,
    fiscal_year INTEGER NOT NULL,
    indicator VARCHAR NOT NULL,
    value DOUBLE,
    numerator DOUBLE,               -- rates only
    denominator DOUBLE,             -- rates only
    status VARCHAR NOT NULL,        -- 表示 | 秘匿 | データなし (欠測 as handed in)
    basis VARCHAR NOT NULL,         -- 実測 | 推計 | 合計 (summed from associations or districts)
    parts INTEGER,                  -- 合計 only: areas handed in below, and areas there were; fewer = incomplete
    parts_of INTEGER,
    as_of DATE
);

-- One row per share of a whole that an association or school district shows, with at least two of its kind in the year;
-- made of shown values alone. All in percent.
CREATE TABLE rate_limits (
    area_kind VARCHAR NOT NULL,
    area VARCHAR NOT NULL,
    fiscal_year INTEGER NOT NULL,
    indicator VARCHAR NOT NULL,
    overall DOUBLE NOT NULL,        -- sum of numerators over sum of denominators of all shown
    smoothed DOUBLE NOT NULL,       -- drawn towards overall, the more the smaller the denominator
    lo95 DOUBLE NOT NULL,           -- where chance alone would keep 95 and 99.8 of 100 with this denominator
    hi95 DOUBLE NOT NULL,
    lo998 DOUBLE NOT NULL,
    hi998 DOUBLE NOT NULL,
    beyond VARCHAR                  -- high | low, outside the 99.8 % limits; NULL: within
);

-- One row per association and fact.
CREATE TABLE association_facts (
    association VARCHAR NOT NULL,
    fact VARCHAR NOT NULL,
    text_ja VARCHAR NOT NULL,
    text_en VARCHAR NOT NULL,
    as_of DATE
);

-- One row per local issue (地域課題).
CREATE TABLE issues (
    issue VARCHAR NOT NULL,
    area_kind VARCHAR NOT NULL,     -- ward | district | association
    area VARCHAR NOT NULL,
    raised_on DATE NOT NULL,
    category VARCHAR NOT NULL,
    raised_by VARCHAR NOT NULL,     -- 住民 | 派遣担当職員 | 区役所
    status VARCHAR NOT NULL,        -- 受付 | 対応中 | 対応済 | 対応困難 | 見送り
    reason VARCHAR,
    closed_on DATE,
    answering_unit VARCHAR,
    answering_unit_ja VARCHAR,      -- bureau and department in words
    answering_unit_en VARCHAR,
    project VARCHAR
);

-- One row per dispatch of an officer (a number, never a name) to a place.
CREATE TABLE dispatches (
    dispatch VARCHAR NOT NULL,
    officer VARCHAR NOT NULL,
    unit VARCHAR,
    unit_ja VARCHAR,
    unit_en VARCHAR,
    area_kind VARCHAR NOT NULL,     -- district | association
    area VARCHAR NOT NULL,
    role VARCHAR NOT NULL,          -- 専任 | 兼務
    starts_on DATE NOT NULL,
    ends_on DATE
);

-- One row per activity.
CREATE TABLE activities (
    dispatch VARCHAR NOT NULL,
    held_on DATE NOT NULL,
    kind VARCHAR NOT NULL,          -- 訪問 | 会合 | 行事 | 電話
    hours DOUBLE,
    residents INTEGER
);

-- One row per place and month that was reported on: without it, no visit is 報告なし and not 0.
CREATE TABLE dispatch_reports (
    area_kind VARCHAR NOT NULL,     -- district (covers its associations) | association
    area VARCHAR NOT NULL,
    month DATE NOT NULL,            -- first day of the month
    received_on DATE NOT NULL
);

-- One row per fiscal year, proposal, ward and cost item.
CREATE TABLE costs (
    fiscal_year INTEGER NOT NULL,
    proposal VARCHAR NOT NULL,      -- vision | dispatch | institute
    ward VARCHAR,                   -- NULL: the whole city
    cost_item VARCHAR NOT NULL,
    amount_thousand_yen DOUBLE NOT NULL,
    includes_staff_pay VARCHAR NOT NULL -- yes | no | estimated
);

-- One row per project of the policy institute.
CREATE TABLE projects (
    project VARCHAR NOT NULL,
    title_ja VARCHAR NOT NULL,
    title_en VARCHAR NOT NULL,
    origin VARCHAR NOT NULL,        -- 地域課題 | 政策課題 | 大学研究 | 職員提案
    basic_study BOOLEAN NOT NULL,
    issue VARCHAR,
    lead_unit VARCHAR,
    lead_unit_ja VARCHAR,
    lead_unit_en VARCHAR,
    started_on DATE NOT NULL
);

-- One row per project and ward it concerns; no row: the whole city.
CREATE TABLE project_wards (
    project VARCHAR NOT NULL,
    ward VARCHAR NOT NULL
);

-- One row per stage a project entered.
CREATE TABLE project_stages (
    project VARCHAR NOT NULL,
    stage VARCHAR NOT NULL,         -- 課題提起 | 調査研究 | 提言 | 所管局で検討中 | 試行 | 施策化 | 評価 | 施策化に至らず
    stage_no INTEGER NOT NULL,      -- 1..8 in that order
    entered DATE NOT NULL,          -- a year alone stands for its first day, 1 April
    entered_is_year BOOLEAN NOT NULL,
    document_no VARCHAR,
    reason VARCHAR
);

-- One row per ward and origin, each with 'all': how many studies but basic ones there are, how they ended, and how long
-- that took. Medians only of 5 studies and more; NULL = not reached. A study of the whole city is of every ward.
CREATE TABLE adoption_groups (
    ward VARCHAR NOT NULL,
    origin VARCHAR NOT NULL,
    projects INTEGER NOT NULL,
    adopted INTEGER NOT NULL,       -- 施策化 with the number of a document
    not_adopted INTEGER NOT NULL,
    open INTEGER NOT NULL,
    rough INTEGER NOT NULL,         -- of which the year of the end is known only: its middle counts
    median_days DOUBLE,             -- from the start until half are decided, either way (Kaplan-Meier)
    median_lo DOUBLE,               -- 95 % interval
    median_hi DOUBLE,
    adopted_days DOUBLE,            -- until half are adopted
    origins_differ BOOLEAN          -- whole city only: log-rank test of adoption by origin, 5 %; NULL elsewhere
);

-- One row per ward, origin and day on which a study ended, counted from its start; the first and last day too. In %,
-- and the three make 100. Groups of 5 studies and more.
CREATE TABLE adoption_steps (
    ward VARCHAR NOT NULL,
    origin VARCHAR NOT NULL,
    days INTEGER NOT NULL,
    at_risk INTEGER NOT NULL,       -- undecided and watched just before that day
    undecided DOUBLE NOT NULL,
    adopted DOUBLE NOT NULL,        -- cumulative incidence
    adopted_lo DOUBLE,              -- 95 % interval
    adopted_hi DOUBLE,
    not_adopted DOUBLE NOT NULL
);

-- One row per project, fiscal year, kind of person and unit.
CREATE TABLE project_people (
    project VARCHAR NOT NULL,
    fiscal_year INTEGER NOT NULL,
    kind VARCHAR NOT NULL,          -- 行政 | 若手研究者 | 有識者 | 住民 | 企業 | 研修
    unit VARCHAR,
    unit_ja VARCHAR,
    unit_en VARCHAR,
    persons INTEGER NOT NULL,
    hours DOUBLE
);

-- One row per project, outcome and fiscal year.
CREATE TABLE project_outcomes (
    project VARCHAR NOT NULL,
    outcome_ja VARCHAR NOT NULL,
    outcome_en VARCHAR NOT NULL,
    unit_ja VARCHAR NOT NULL,
    unit_en VARCHAR NOT NULL,
    direction VARCHAR NOT NULL,     -- up | down
    baseline DOUBLE,
    target DOUBLE,                  -- NULL = 目標なし
    fiscal_year INTEGER NOT NULL,
    actual DOUBLE
);

-- One row per project, fiscal year and kind of budget; project NULL: the institute as a whole.
CREATE TABLE project_budgets (
    project VARCHAR,
    fiscal_year INTEGER NOT NULL,
    budget_kind VARCHAR NOT NULL,
    amount_thousand_yen DOUBLE NOT NULL
);

-- The internal network 庁内SNS. Counts of people by bureau; NULL is withheld: fewer than k (data/release.toml), or
-- what another that is withheld would be reckoned from.

-- One row per post. Who posted is a role.
CREATE TABLE vision_posts (
    post VARCHAR NOT NULL,
    posted_on DATE NOT NULL,
    fiscal_year INTEGER NOT NULL,
    poster_role VARCHAR NOT NULL,   -- 市長 | 局長 | 部長 | 課長 | 職員
    theme_ja VARCHAR NOT NULL,
    theme_en VARCHAR NOT NULL,
    title_ja VARCHAR NOT NULL,
    title_en VARCHAR NOT NULL,
    views INTEGER,                  -- times viewed, not people; NULL: not handed in, or reached too few
    reached INTEGER,                -- staff of all bureaus on the network
    reactions INTEGER,
    replies INTEGER
);

-- One row per post and party that took part.
CREATE TABLE vision_parties (
    post VARCHAR NOT NULL,
    party VARCHAR NOT NULL          -- 行政 | 住民 | 企業 | 商業
);

-- One row per post and bureau that is on the network.
CREATE TABLE vision_reach (
    post VARCHAR NOT NULL,
    bureau VARCHAR NOT NULL,
    reached INTEGER
);

-- One row per fiscal year and bureau on the network, and one for all of them (bureau 'all').
CREATE TABLE vision_bureaus (
    fiscal_year INTEGER NOT NULL,
    bureau VARCHAR NOT NULL,
    bureau_ja VARCHAR NOT NULL,
    bureau_en VARCHAR NOT NULL,
    ward VARCHAR,                   -- ward offices only
    staff INTEGER,                  -- staff asked in the last survey up to that year; NULL: no headcount
    reactions INTEGER,
    replies INTEGER,                -- sent from this bureau
    crossing INTEGER                -- all only: replies to another bureau; NULL also while exchange is switched off
);

-- One row per fiscal year and pair of bureaus on the network; empty unless switched on ([vision] exchange).
CREATE TABLE vision_exchange (
    fiscal_year INTEGER NOT NULL,
    from_bureau VARCHAR NOT NULL,
    to_bureau VARCHAR NOT NULL,     -- from_bureau itself: replies within it
    replies INTEGER
);

-- What was undertaken, row by row as handed in.

-- One row per survey, unit and action.
CREATE TABLE actions (
    wave VARCHAR NOT NULL,
    unit VARCHAR NOT NULL,
    unit_ja VARCHAR NOT NULL,
    unit_en VARCHAR NOT NULL,
    ward VARCHAR,                   -- the ward the unit serves; NULL: city-wide
    text_ja VARCHAR NOT NULL,
    text_en VARCHAR NOT NULL,
    owner VARCHAR NOT NULL,         -- a role, never a name
    due DATE,                       -- NULL: none set
    state VARCHAR NOT NULL          -- 受付 | 対応中 | 対応済 | 対応困難 | 見送り
);

-- One row per answer given before the assembly, or instruction of the mayor.
CREATE TABLE answers_given (
    made_on DATE NOT NULL,
    made_to VARCHAR NOT NULL,       -- 議会 | 市長
    text_ja VARCHAR NOT NULL,
    text_en VARCHAR NOT NULL,
    owner_unit VARCHAR NOT NULL,
    owner_unit_ja VARCHAR NOT NULL,
    owner_unit_en VARCHAR NOT NULL,
    ward VARCHAR,
    due DATE,
    figure VARCHAR,                 -- code of a measure or indicator, or an evidence number
    figure_question VARCHAR,        -- evidence numbers known here only: the question the number stands for
    state VARCHAR NOT NULL
);

-- Effects of the three proposals. Made of cells and place values above, never of answers; no ward, no person.

-- One row per programme and outcome: what those who take part changed beyond those who do not.
CREATE TABLE effects (
    effect VARCHAR NOT NULL,        -- vision | dispatch_staff | dispatch_places | institute
    proposal VARCHAR NOT NULL,      -- vision | dispatch | institute
    unit_kind VARCHAR NOT NULL,     -- what starts: department | bureau | association; never a ward
    outcome VARCHAR NOT NULL,       -- a measure or an indicator
    outcome_ja VARCHAR NOT NULL,
    outcome_en VARCHAR NOT NULL,
    unit_ja VARCHAR NOT NULL,       -- of a difference
    unit_en VARCHAR NOT NULL,
    decimals INTEGER NOT NULL,
    verdict VARCHAR NOT NULL,       -- found | none | unclear | doubtful, by the rules of data/effects.toml
    value DOUBLE,                   -- mean difference from the start on; NULL where doubtful or nothing can be compared
    lo DOUBLE,                      -- 95 % interval; NULL where described only
    hi DOUBLE,
    described_only BOOLEAN NOT NULL,
    treated INTEGER NOT NULL,       -- units that started and are seen before and after
    never INTEGER NOT NULL,         -- units that have not started
    clusters INTEGER NOT NULL,      -- groups that are independent of each other
    waves_before INTEGER NOT NULL,  -- periods before the start that half of the treated have
    first_year INTEGER NOT NULL,
    last_year INTEGER NOT NULL,
    pre_p DOUBLE,                   -- of no difference before the start; NULL: not tested
    placebo_p DOUBLE,               -- share of false starts with an estimate as far from 0
    mde DOUBLE,                     -- smallest effect that would be seen in 4 of 5 cases
    meaningful DOUBLE NOT NULL,     -- smallest effect that would matter
    missing DOUBLE NOT NULL,        -- cells not shown, % of those that were there
    missing_treated DOUBLE NOT NULL,
    missing_never DOUBLE NOT NULL,
    marks INTEGER NOT NULL,         -- strength of evidence 0..5: how many of the next five
    mark_compared BOOLEAN NOT NULL,
    mark_before BOOLEAN NOT NULL,
    mark_size BOOLEAN NOT NULL,
    mark_complete BOOLEAN NOT NULL,
    mark_placebo BOOLEAN NOT NULL,
    answers INTEGER,                -- answers of the last survey behind it; NULL: none needed
    answers_needed INTEGER,         -- answers that the next survey would need from them; NULL: enough, or not known
    starts_needed INTEGER,          -- units that would have to take part; NULL: enough, or no number would do
    headline_ja VARCHAR NOT NULL,
    headline_en VARCHAR NOT NULL,
    sentence_ja VARCHAR NOT NULL,
    sentence_en VARCHAR NOT NULL,
    more_ja VARCHAR NOT NULL,       -- what would raise the strength of evidence
    more_en VARCHAR NOT NULL,
    sort_no INTEGER NOT NULL
);

-- One row per programme and period before and after the start.
CREATE TABLE effect_times (
    effect VARCHAR NOT NULL,
    event_time INTEGER NOT NULL,    -- surveys (places: years) from the first one under the programme, 0
    value DOUBLE NOT NULL,
    lo DOUBLE,
    hi DOUBLE,
    n INTEGER,                      -- groups behind it; NULL: the time that the others are compared with
    is_pre BOOLEAN NOT NULL
);

-- One row per programme and bureau of which several departments start together: their course before.
CREATE TABLE effect_leads (
    effect VARCHAR NOT NULL,
    bureau VARCHAR NOT NULL,
    start INTEGER NOT NULL,         -- fiscal year
    units INTEGER NOT NULL,
    slope DOUBLE NOT NULL,          -- change a survey beyond that of others not started
    smallest DOUBLE NOT NULL,       -- slope that would be seen in 4 of 5 cases
    p DOUBLE NOT NULL,
    called BOOLEAN NOT NULL
);

-- Demo city only. One row per thing planted, or left at zero, and what was found of it.
CREATE TABLE effect_truths (
    kind VARCHAR NOT NULL,          -- effect | null | lead
    effect VARCHAR NOT NULL,
    bureau VARCHAR NOT NULL,        -- leads only, else ''
    planted DOUBLE NOT NULL,        -- in the outcome's unit
    expected DOUBLE NOT NULL,       -- planted, averaged as the estimate is
    value DOUBLE,
    lo DOUBLE,
    hi DOUBLE,
    smallest DOUBLE,
    result VARCHAR NOT NULL         -- right | wrong | called | unseen
);

-- Views: what several questions ask of the tables above, said once.

-- How a thing stands to its cycle on a day of the data (never today's: the same files give the same answer for ever).
-- The last sixth of the cycle, five days a month, is the time to update.
CREATE MACRO freshness(newest, cycle, today) AS CASE
    WHEN cycle IS NULL THEN '随時'
    WHEN newest IS NULL THEN '時点なし'
    WHEN newest + to_months(cycle::INTEGER) < today THEN '更新遅れ'
    WHEN newest + to_months(cycle::INTEGER) - to_days(5 * cycle::INTEGER) <= today THEN '更新時期'
    ELSE '最新'
END;

-- One row per indicator that has a dated value: its newest value and how that stands on the day of the place data.
CREATE VIEW indicators_today AS
WITH valued AS (
    SELECT indicator, max(as_of) AS newest
    FROM indicator_values
    WHERE status <> 'データなし' AND as_of IS NOT NULL
    GROUP BY indicator
)

SELECT indicator, newest, (newest + to_months(cycle_months))::DATE AS due,
       freshness(newest, cycle_months, today.as_of) AS freshness, today.as_of
FROM indicators
JOIN valued USING (indicator)
CROSS JOIN places_as_of AS today;

-- The associations a question is put about: one by its code, NULL the first; 'all' = those still there in a district and
-- ward, which may be 'all' too.
CREATE MACRO asked_associations(one, in_district, in_ward) AS TABLE
SELECT area AS association, district, ward
FROM areas
WHERE area_kind = 'association' AND CASE
    WHEN one = 'all' THEN
        (nullif(in_district, 'all') IS NULL OR district = in_district)
        AND (nullif(in_ward, 'all') IS NULL OR ward = in_ward)
        AND coalesce(valid_to >= (SELECT as_of FROM places_as_of), true)
    ELSE area = coalesce(
        one, (SELECT min_by(area, sort_no) FROM areas WHERE area_kind = 'association' AND valid_to IS NULL)
    )
END;

-- The twelve months up to the day of the data, by their first day.
CREATE VIEW recent_months AS
SELECT unnest(range(date_trunc('month', as_of) - INTERVAL 11 MONTH, as_of + INTERVAL 1 DAY, INTERVAL 1 MONTH))::DATE AS month
FROM places_as_of;

-- One row per association and recent month that was reported on, itself or through its district.
CREATE VIEW reported_months AS
SELECT DISTINCT areas.area AS association, dispatch_reports.month
FROM areas
JOIN dispatch_reports
  ON dispatch_reports.area_kind = 'association' AND dispatch_reports.area = areas.area
  OR dispatch_reports.area_kind = 'district' AND dispatch_reports.area = areas.district
JOIN recent_months ON recent_months.month = dispatch_reports.month
WHERE areas.area_kind = 'association';

-- One row per association: visits of twelve months, issues, newest entry. No visit is 0 only where every month was reported;
-- where the city handed in no report or no issue at all, nothing is known of them.
CREATE VIEW associations_today AS
WITH reported AS (
    SELECT association, count(*)::INTEGER AS reported_months FROM reported_months GROUP BY association
),

done AS (
    SELECT area AS association,
           max(held_on) FILTER (WHERE kind = '訪問') AS last_visit_on,
           count(*) FILTER (WHERE kind = '訪問' AND is_recent) AS visits,
           count(*) FILTER (WHERE kind = '会合' AND is_recent) AS meetings,
           count(*) FILTER (WHERE kind = '電話' AND is_recent) AS calls,
           sum(hours) FILTER (WHERE is_recent) AS hours,
           sum(residents) FILTER (WHERE is_recent) AS residents
    FROM (
        SELECT area, kind, held_on, hours, residents, held_on >= (SELECT min(month) FROM recent_months) AS is_recent
        FROM activities
        JOIN dispatches USING (dispatch)
        WHERE area_kind = 'association'
    )
    GROUP BY area
),

newest AS (
    SELECT area AS association, indicator, max(as_of) AS as_of
    FROM indicator_values
    WHERE area_kind = 'association' AND status <> 'データなし'
    GROUP BY area, indicator
),

fresh AS (
    SELECT newest.association, max(newest.as_of) AS values_on,
           bool_or(coalesce(cycle_months <= 12 AND newest.as_of + to_months(cycle_months) < today.as_of, false)) AS late,
           bool_or(cycle_months <= 12 AND freshness(newest.as_of, cycle_months, today.as_of) = '更新時期') AS soon,
           min((newest.as_of + to_months(cycle_months))::DATE) FILTER (WHERE cycle_months <= 12) AS due
    FROM newest
    JOIN indicators USING (indicator)
    CROSS JOIN places_as_of AS today
    GROUP BY newest.association
),

told AS (SELECT association, max(as_of) AS facts_on FROM association_facts GROUP BY association),

raised AS (
    SELECT area AS association, count(*) AS issues, count(*) FILTER (WHERE status IN ('受付', '対応中')) AS open_issues,
           count(*) FILTER (WHERE status = '対応済') AS answered_issues
    FROM issues
    WHERE area_kind = 'association'
    GROUP BY area
),

known AS (SELECT CASE WHEN count(*) > 0 THEN 0 END AS none_raised FROM issues)

SELECT areas.area AS association,
       CASE WHEN visits > 0 OR reported_months = 12 THEN coalesce(visits, 0) END::INTEGER AS visits,
       CASE WHEN visits > 0 OR reported_months = 12 THEN '表示'
            WHEN EXISTS (SELECT 1 FROM dispatch_reports) THEN '報告なし'
            ELSE 'データなし' END AS visit_status,
       coalesce(reported_months, 0)::INTEGER AS reported_months, last_visit_on,
       coalesce(meetings, 0)::INTEGER AS meetings, coalesce(calls, 0)::INTEGER AS calls, hours, residents,
       coalesce(raised.issues, none_raised)::INTEGER AS issues, coalesce(open_issues, none_raised)::INTEGER AS open_issues,
       coalesce(answered_issues, none_raised)::INTEGER AS answered_issues,
       greatest(values_on, facts_on) AS updated_on,
       coalesce(late, greatest(values_on, facts_on) IS NULL) AS overdue, fresh.due,
       CASE WHEN greatest(values_on, facts_on) IS NULL THEN '時点なし'
            WHEN late THEN '更新遅れ'
            WHEN soon THEN '更新時期'
            WHEN fresh.due IS NULL THEN '随時'
            ELSE '最新' END AS freshness
FROM areas
LEFT JOIN reported ON reported.association = areas.area
LEFT JOIN done ON done.association = areas.area
LEFT JOIN fresh ON fresh.association = areas.area
LEFT JOIN told ON told.association = areas.area
LEFT JOIN raised ON raised.association = areas.area
CROSS JOIN known
WHERE areas.area_kind = 'association';

-- One row per association that is there on the day of the data; covered: somebody is sent to it, or to its district,
-- beside other work.
CREATE VIEW associations_now AS
SELECT areas.area AS association, areas.ward, areas.district, areas.centre,
       bool_or(coalesce(role = '兼務' AND starts_on <= as_of AND coalesce(ends_on, '9999-12-31') >= as_of, false)) AS is_covered
FROM areas
CROSS JOIN places_as_of
LEFT JOIN dispatches
  ON dispatches.area_kind = 'association' AND dispatches.area = areas.area
  OR dispatches.area_kind = 'district' AND dispatches.area = areas.district
WHERE areas.area_kind = 'association' AND coalesce(valid_from, '0001-01-01') <= as_of
  AND coalesce(valid_to, '9999-12-31') >= as_of
GROUP BY areas.area, areas.ward, areas.district, areas.centre;

-- One row per dispatch that ran in the last twelve months, with where it led to.
CREATE VIEW recent_dispatches AS
SELECT dispatch, officer, unit, unit_ja, unit_en, role, dispatches.area_kind, dispatches.area, areas.ward, areas.district,
       areas.centre
FROM dispatches
CROSS JOIN places_as_of
LEFT JOIN areas ON areas.area_kind = dispatches.area_kind AND areas.area = dispatches.area
WHERE starts_on <= as_of AND coalesce(ends_on, '9999-12-31') >= (SELECT min(month) FROM recent_months);

-- One row per activity of the last twelve months, with who was there and where.
CREATE VIEW recent_activities AS
SELECT activities.dispatch, officer, unit, role, area_kind, area, ward, district, centre, held_on, kind, hours, residents
FROM activities
JOIN recent_dispatches USING (dispatch)
CROSS JOIN places_as_of
WHERE held_on BETWEEN (SELECT min(month) FROM recent_months) AND as_of;

-- One row per project and stage it entered, with when it left it. An adoption counts only with the number of a document.
CREATE VIEW project_stays AS
SELECT project, stage, stage_no, entered, entered_is_year, document_no, reason,
       row_number() OVER (PARTITION BY project ORDER BY entered DESC, stage_no DESC) = 1 AS is_current,
       lead(entered) OVER (PARTITION BY project ORDER BY entered, stage_no) AS left_on,
       lead(entered_is_year) OVER (PARTITION BY project ORDER BY entered, stage_no) AS left_is_year
FROM project_stages
WHERE stage <> '施策化' OR document_no IS NOT NULL;

-- One row per project: what became of it. Basic studies are never counted as completed.
CREATE VIEW projects_today AS
SELECT projects.project, projects.origin, projects.basic_study,
       count(*) FILTER (WHERE stage_no >= 3) > 0 AND NOT projects.basic_study AS is_completed,
       count(*) FILTER (WHERE stage = '施策化') > 0 AS is_adopted,
       coalesce(max(stage) FILTER (WHERE is_current) = '施策化に至らず', false) AS is_ended
FROM projects
LEFT JOIN project_stays USING (project)
GROUP BY projects.project, projects.origin, projects.basic_study;

-- One row per post and bureau, and per post for all of them: the share of staff reached, of a headcount it may outgrow.
CREATE VIEW vision_shares AS
SELECT vision_posts.fiscal_year, rows.post, rows.bureau, theme_ja, rows.reached,
       100.0 * rows.reached / greatest(staff, rows.reached) AS share, staff IS NOT NULL AS is_known
FROM (
    SELECT post, bureau, reached FROM vision_reach
    UNION ALL
    SELECT post, 'all', reached FROM vision_posts WHERE post IN (SELECT post FROM vision_reach)
) AS rows
JOIN vision_posts ON vision_posts.post = rows.post
JOIN vision_bureaus ON vision_bureaus.fiscal_year = vision_posts.fiscal_year AND vision_bureaus.bureau = rows.bureau;

-- One row per fiscal year and bureau, and one for all: the median share of staff that a post reached.
-- What is withheld counts as the lowest; a median that falls on it is withheld.
CREATE VIEW vision_years AS
SELECT fiscal_year, bureau, count(*)::INTEGER AS posts,
       CASE WHEN bool_and(is_known) AND quantile_disc(coalesce(share, -1), 0.5) >= 0
            THEN quantile_cont(coalesce(share, -1), 0.5) END AS reach,
       CASE WHEN NOT bool_and(is_known) THEN 'データなし'
            WHEN quantile_disc(coalesce(share, -1), 0.5) >= 0 THEN '表示' ELSE '秘匿' END AS status
FROM vision_shares
GROUP BY fiscal_year, bureau;

-- One row: the day actions and past answers are judged by: the newest day of the place data, surveys and answers.
CREATE VIEW follow_up_as_of AS
SELECT max(day) AS as_of
FROM (
    SELECT as_of AS day FROM places_as_of
    UNION ALL
    SELECT closed_on FROM waves
    UNION ALL
    SELECT made_on FROM answers_given
);

-- One row: the newest day of all, by which the tables are judged.
CREATE VIEW data_as_of AS
SELECT max(day) AS as_of
FROM (
    SELECT as_of AS day FROM follow_up_as_of
    UNION ALL
    SELECT posted_on FROM vision_posts
);
