import { Answer, AnswerNeed, AnswerTime, STANDING_ANSWER, type Tx } from '@radslag/db';
import type { AnswerView } from '@radslag/contracts';
import type { AttendanceMode, Coming, TimeAnswer } from '@radslag/domain';
import { In } from 'typeorm';

export type StoredAnswer = { answer: Answer; times: AnswerTime[]; needs: AnswerNeed[] };

/** Each person's latest answer, whatever it was about, by member id: four queries however many people there are. */
export async function latestAnswers(tx: Tx, conferenceId: string): Promise<Map<string, StoredAnswer>> {
  const latest = await tx.query<{ id: string }>(
    `SELECT DISTINCT ON (member_id) id FROM answer WHERE municipality_id = $1 AND conference_id = $2 ORDER BY member_id, at DESC, id DESC`,
    [tx.municipalityId, conferenceId],
  );
  if (latest.length === 0) return new Map();
  const ids = latest.map((row) => row.id);
  const answers = await tx.find(Answer, { id: In(ids) });
  const times = await tx.find(AnswerTime, { answerId: In(ids) });
  const needs = await tx.find(AnswerNeed, { answerId: In(ids) });
  return new Map(
    answers.map((answer) => [
      answer.memberId,
      { answer, times: times.filter((time) => time.answerId === answer.id), needs: needs.filter((need) => need.answerId === answer.id) },
    ]),
  );
}

/** What a person has said of the question as it stands; `coming` null: they were asked about it and did not say. */
export type StandingAnswer = { answerId: string; coming: Coming | null; mode: AttendanceMode | null; at: Date };

/** Whose answer is about the time that is set, or about the times that stand; by member id. An answer to another time is not here. */
export async function standingAnswers(tx: Tx, conferenceId: string): Promise<Map<string, StandingAnswer>> {
  const rows = await tx.query<{ member_id: string; id: string; coming: Coming | null; mode: AttendanceMode | null; at: Date }>(
    `SELECT i.member_id, s.* FROM invitation i JOIN conference c ON c.municipality_id = i.municipality_id AND c.id = i.conference_id
     CROSS JOIN LATERAL (${STANDING_ANSWER('i', 'c')}) s WHERE i.municipality_id = $1 AND i.conference_id = $2`,
    [tx.municipalityId, conferenceId],
  );
  return new Map(rows.map((row) => [row.member_id, { answerId: row.id, coming: row.coming, mode: row.mode, at: row.at }]));
}

export type SaidOfTime = { timeId: string; value: TimeAnswer; at: Date };

/** Of each time, the last that each person was asked about it and said; by member id. */
export async function saidOfTimes(tx: Tx, conferenceId: string): Promise<Map<string, SaidOfTime[]>> {
  const rows = await tx.query<{ member_id: string; time_id: string; value: TimeAnswer | null; at: Date }>(
    `SELECT DISTINCT ON (an.member_id, x.proposed_time_id) an.member_id, x.proposed_time_id AS time_id, x.value, an.at
     FROM answer an JOIN answer_time x ON x.municipality_id = an.municipality_id AND x.answer_id = an.id
     WHERE an.municipality_id = $1 AND an.conference_id = $2 ORDER BY an.member_id, x.proposed_time_id, an.at DESC, an.id DESC`,
    [tx.municipalityId, conferenceId],
  );
  const said = rows.flatMap(({ member_id, time_id, value, at }) => (value === null ? [] : [{ member_id, said: { timeId: time_id, value, at } }]));
  return new Map([...Map.groupBy(said, (row) => row.member_id)].map(([memberId, list]) => [memberId, list.map((row) => row.said)]));
}

/** What the reader may see of an answer: a note and a worry were written to the coordinator, and to nobody else. */
export function toAnswerView(stored: StoredAnswer, reader: { coordinator: boolean; recorderNames: ReadonlyMap<string, string> }): AnswerView {
  const { answer, needs } = stored;
  return {
    id: answer.id,
    memberId: answer.memberId,
    at: answer.at.toISOString(),
    source: answer.source,
    recordedBy: answer.recordedBy === null ? null : (reader.recorderNames.get(answer.recordedBy) ?? null),
    coming: answer.coming,
    mode: answer.mode,
    times: saidTimes(stored),
    noTimeFits: answer.noTimeFits,
    usualTimes: answer.usualTimes ?? '',
    needs: needs.map((need) => ({ need: need.need, detail: need.detail ?? '' })),
    spokesperson: answer.spokesperson ?? '',
    note: reader.coordinator ? (answer.note ?? '') : '',
    worry: reader.coordinator ? answer.worry : null,
  };
}

/** What they said of one time after another. "I am not coming" and "no time fits" say it of all at once. */
export function saidTimes({ answer, times }: StoredAnswer): { timeId: string; value: TimeAnswer }[] {
  if (answer.coming === 'no' || answer.noTimeFits) return [];
  return times.flatMap(({ proposedTimeId, value }) => (value === null ? [] : [{ timeId: proposedTimeId, value }]));
}
