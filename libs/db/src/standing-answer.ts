/**
 * What the person of an invitation has said of the question as it stands: once a time is set, whether they come *then*; before
 * that, whether they come at all, asked of the times that stand now. A yes or a no to another time says nothing, and there is
 * no row. `at` is when; `coming` is null when the time was asked about and nothing was said of it.
 *
 * For a lateral join or a scalar subquery; `i` and `c` are the aliases of invitation and conference. Everybody who decides
 * something on an answer asks this, so that no two of them can mean different times.
 */
export const STANDING_ANSWER = (i: string, c: string): string => `
  SELECT an.id, an.at, an.mode,
         CASE WHEN ${c}.starts_local IS NULL THEN an.coming
              WHEN now_said.value IS NULL THEN NULL
              WHEN now_said.value = 'no' OR an.coming = 'no' THEN 'no'
              WHEN now_said.value = 'ifNeedBe' OR an.coming = 'maybe' THEN 'maybe' ELSE 'yes' END AS coming
  FROM answer an
  LEFT JOIN (answer_time now_said JOIN proposed_time now_set ON now_set.municipality_id = now_said.municipality_id AND now_set.id = now_said.proposed_time_id)
    ON now_said.municipality_id = an.municipality_id AND now_said.answer_id = an.id AND now_set.starts_local = ${c}.starts_local AND now_set.ends_local = ${c}.ends_local
  WHERE an.municipality_id = ${i}.municipality_id AND an.invitation_id = ${i}.id
    AND CASE WHEN ${c}.starts_local IS NOT NULL THEN now_said.id IS NOT NULL
        ELSE NOT EXISTS (SELECT 1 FROM proposed_time offered WHERE offered.municipality_id = ${c}.municipality_id AND offered.conference_id = ${c}.id AND offered.withdrawn_at IS NULL
          AND NOT EXISTS (SELECT 1 FROM answer_time asked WHERE asked.municipality_id = an.municipality_id AND asked.answer_id = an.id AND asked.proposed_time_id = offered.id)) END
  ORDER BY an.at DESC, an.id DESC LIMIT 1`;
