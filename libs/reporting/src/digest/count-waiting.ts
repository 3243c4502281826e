import type { StaffAccess } from '@radslag/access';
import type { Tx } from '@radslag/db';
import { dateOf, instantOf, SWEDISH_ZONE } from '@radslag/domain';
import { listedCases } from '../cases/case-summary';
import { ownActions } from '../today/own-actions';
import { openCases } from '../today/read-today';
import { writtenTasks } from '../today/task-rows';
import { toTaskGroups } from '../today/today-view';
import type { DigestCounts } from './digest-text';

/** What Idag would show this person as late and for today, in numbers. */
export async function countWaiting(tx: Tx, staff: StaffAccess): Promise<DigestCounts> {
  const today = dateOf(tx.now, SWEDISH_ZONE);
  const written = await writtenTasks(tx, staff, 'mine', instantOf({ local: `${today}T00:00`, zone: SWEDISH_ZONE }));
  const ids = await openCases(tx, staff, 'mine');
  const cases = await listedCases(tx, staff, ids);
  const groups = toTaskGroups([staff.role], { derivedFrom: cases, named: cases, written, own: await ownActions(tx, staff, today), today });
  const left = [...groups.late, ...groups.today].filter((task) => task.doneAt === null);
  return { waiting: left.length, urgent: left.filter((task) => task.severity !== 'normal').length };
}
