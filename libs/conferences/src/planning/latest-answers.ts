import { Answer, AnswerNeed, AnswerTime, type Tx } from '@radslag/db';
import type { AnswerView } from '@radslag/contracts';
import { In } from 'typeorm';

export type StoredAnswer = { answer: Answer; times: AnswerTime[]; needs: AnswerNeed[] };

/** Each person's latest answer, by member id: four queries however many people there are. */
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

/** What the reader may see of an answer: a note and a worry were written to the coordinator, and to nobody else. */
export function toAnswerView(stored: StoredAnswer, reader: { coordinator: boolean; recorderNames: ReadonlyMap<string, string> }): AnswerView {
  const { answer, times, needs } = stored;
  return {
    id: answer.id,
    memberId: answer.memberId,
    at: answer.at.toISOString(),
    source: answer.source,
    recordedBy: answer.recordedBy === null ? null : (reader.recorderNames.get(answer.recordedBy) ?? null),
    coming: answer.coming,
    mode: answer.mode,
    times: times.map((time) => ({ timeId: time.proposedTimeId, value: time.value })),
    noTimeFits: answer.noTimeFits,
    usualTimes: answer.usualTimes ?? '',
    needs: needs.map((need) => ({ need: need.need, detail: need.detail ?? '' })),
    spokesperson: answer.spokesperson ?? '',
    note: reader.coordinator ? (answer.note ?? '') : '',
    worry: reader.coordinator ? answer.worry : null,
  };
}
