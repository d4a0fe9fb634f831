-- 課題が指す研究と、研究が指す課題は、互いに一致する。
-- The study an issue points to and the issue a study points to agree.
SELECT issues.issue, issues.project, projects.issue AS back
FROM issues
FULL JOIN projects ON projects.project = issues.project
WHERE issues.project IS NOT NULL AND projects.project IS NULL
   OR projects.issue IS NOT NULL AND NOT EXISTS (
       SELECT 1 FROM issues AS own WHERE own.issue = projects.issue AND own.project = projects.project
   )
   AND EXISTS (SELECT 1 FROM issues)
ORDER BY issues.issue, issues.project
