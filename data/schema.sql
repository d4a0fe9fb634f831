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

-- One row per member of a view (city: 'all'; ward: five codes and HQ; bureau: unit codes).
CREATE TABLE members (
    view VARCHAR NOT NULL,
    member VARCHAR NOT NULL,
    label_ja VARCHAR NOT NULL,
    label_en VARCHAR NOT NULL,
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
    bound VARCHAR,                  -- ≥ or ≤ where end-coded; NULL until the full release plan exists
    n INTEGER,                      -- valid answers behind the value
    asked INTEGER,                  -- staff asked in that cell
    status VARCHAR NOT NULL,        -- 表示 | 秘匿 | データなし
    change DOUBLE,                  -- value minus the last survey's value
    change_lo DOUBLE,
    change_hi DOUBLE,
    news BOOLEAN,                   -- NULL until the full release plan exists
    fav DOUBLE,                     -- items only: % favourable, neutral, unfavourable; mean 1..k
    neu DOUBLE,
    unf DOUBLE,
    mean DOUBLE
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
    layer VARCHAR NOT NULL,         -- ward | context
    code VARCHAR NOT NULL,
    label_ja VARCHAR NOT NULL,
    label_en VARCHAR NOT NULL,
    rings VARCHAR NOT NULL,         -- JSON: list of closed rings, each a list of [x, y] in km, 3 decimals
    label_x DOUBLE NOT NULL,        -- pole of inaccessibility: where a label has most room
    label_y DOUBLE NOT NULL,
    room DOUBLE NOT NULL,           -- km from there to the nearest border
    sort_no INTEGER NOT NULL
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
    row_count INTEGER NOT NULL
);
