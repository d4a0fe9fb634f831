"""Place tables of the small city, as an office writes them: Japanese headers, indicators side by side."""

PLACES: dict[str, list[list[str]]] = {
    "校区.csv": [
        ["校区コード", "名称", "よみ", "区", "まちづくりセンター", "種別"],
        ["K1", "本校区", "ほんこうく", "51101", "本", "校区"],
        ["K2", "新校区", "しんこうく", "51102", "新", "校区"],
    ],
    "自治会一覧.csv": [
        ["自治会コード", "自治会名", "ふりがな", "区", "校区", "緯度", "経度", "設立日", "解散日", "引継先"],
        ["a1", "一丁目自治会", "いっちょうめじちかい", "51101", "K1", "32.80", "130.70", "", "", ""],
        ["a2", "二丁目自治会", "にちょうめじちかい", "51101", "K1", "32.81", "130.71", "平成5年4月1日", "", ""],
        ["a3", "髙台自治会", "たかだいじちかい", "51102", "K2", "", "", "2001-04-01", "2020-03-31", "a2"],
    ],
    "指標.csv": [
        ["指標コード", "分野", "指標名", "英語名", "単位", "小数桁数", "良い向き", "分子", "分母", "合計できる",
         "階級", "更新の周期（月）", "出典"],
        ["households", "組織", "世帯数", "Households", "世帯", "0", "none", "", "", "1", "", "12", "申告"],
        ["members", "組織", "加入世帯数", "Member households", "世帯", "0", "none", "", "", "1", "", "12", "申告"],
        ["rate", "組織", "加入率", "Membership", "%", "1", "up", "members", "households", "0", "70 80 90", "", "申告"],
    ],
    "指標値.csv": [
        ["区分", "地域コード", "年度", "時点", "世帯数", "members"],
        ["association", "a1", "令和7年度", "令和7年7月1日", "1,200", "８００"],
        ["association", "a2", "2025", "2025-07-01", "40", "欠測"],
        ["district", "K2", "2025", "2025-07-01", "0", ""],
    ],
    "地域課題.csv": [
        ["課題番号", "区分", "地域コード", "受付日", "分類", "誰が", "状況", "理由", "完了日", "担当所属", "研究番号"],
        ["k1", "association", "a1", "2025-05-01", "空き家", "住民", "対応済", "", "2025-06-01", "U2", "p1"],
    ],
    "projects.csv": [
        ["project", "title_ja", "title_en", "origin", "basic_study", "issue", "wards", "lead_unit", "started_on"],
        ["p1", "空き家の研究", "", "地域課題", "0", "k1", "51101;51102", "U1", "2025-04-01"],
    ],
    "project_stages.csv": [
        ["project", "stage", "entered", "document_no", "reason"],
        ["p1", "調査研究", "2024", "", ""],
        ["p1", "施策化", "2025-06-01", "第1号", ""],
    ],
    "dispatches.csv": [
        ["dispatch", "officer", "unit", "area_kind", "area", "role", "starts_on", "ends_on"],
        ["h1", "s1", "U1", "association", "a1", "兼務", "2025-04-01", ""],
    ],
    "activities.csv": [
        ["dispatch", "held_on", "kind", "hours", "residents"],
        ["h1", "2025-05-01", "訪問", "1.5", "4"],
        ["h1", "2025-05-01", "訪問", "1.5", "4"],
    ],
    "dispatch_reports.csv": [
        ["area_kind", "area", "month", "received_on"],
        ["district", "K1", "令和7年5月", "2025-06-02"],
    ],
}  # fmt: skip
LONG = [
    ["area_kind", "area", "fiscal_year", "as_of", "indicator", "value", "status"],
    ["association", "a1", "2025", "2025-07-01", "households", "1200", ""],
    ["association", "a1", "2025", "2025-07-01", "members", "800", "実測"],
    ["association", "a2", "2025", "2025-07-01", "households", "40", ""],
    ["association", "a2", "2025", "2025-07-01", "members", "", "欠測"],
    ["district", "K2", "2025", "2025-07-01", "households", "0", ""],
]
