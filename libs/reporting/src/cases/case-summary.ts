import type { StaffAccess } from '@radslag/access';
import type { CaseSummary } from '@radslag/contracts';
import type { Tx } from '@radslag/db';
import { currentStep, dateOf, initialsOf, joinNames, methodSteps, nextStep, SWEDISH_ZONE, type CaseFacts, type Params } from '@radslag/domain';
import { gatherCaseFacts } from './case-facts';

export type CaseHead = {
  id: string;
  reference: string;
  state: CaseSummary['state'];
  coordinator_id: string | null;
  coordinator: string | null;
  social_worker_id: string;
  social_worker: string;
  hold_by: string | null;
  updated_at: Date;
};

export type ListedCase = { facts: CaseFacts; summary: CaseSummary };

/** Cases as lines of a list, in the order of the ids. The caller has decided that the reader may know of them. */
export async function listedCases(tx: Tx, staff: StaffAccess, ids: readonly string[]): Promise<ListedCase[]> {
  if (ids.length === 0) return [];
  const heads = await tx.query<CaseHead>(
    `SELECT r.id, r.reference, r.state, r.coordinator_id, k.name AS coordinator, r.social_worker_id, s.name AS social_worker, r.hold_by::text, r.updated_at
     FROM referral r
     JOIN staff_user s ON s.municipality_id = r.municipality_id AND s.id = r.social_worker_id
     LEFT JOIN staff_user k ON k.municipality_id = r.municipality_id AND k.id = r.coordinator_id
     WHERE r.municipality_id = $1 AND r.id = ANY($2)`,
    [tx.municipalityId, [...ids]],
  );
  const initials = await initialsOfCases(tx, staff, ids);
  const facts = await gatherCaseFacts(tx, ids);
  const byId = new Map(heads.map((head) => [head.id, head]));
  return ids.flatMap((id) => {
    const head = byId.get(id);
    const known = facts.get(id);
    return head && known ? [{ facts: known, summary: toCaseSummary(head, initials.get(id) ?? '', known, staff, tx.now) }] : [];
  });
}

export function toCaseSummary(head: CaseHead, initials: string, facts: CaseFacts, staff: StaffAccess, now: Date): CaseSummary {
  const next = nextStep(facts, staff.role, dateOf(now, SWEDISH_ZONE));
  return {
    id: head.id,
    reference: head.reference,
    initials,
    state: head.state,
    conferenceState: facts.conference?.state ?? null,
    planState: facts.plan?.state ?? null,
    coordinator: head.coordinator_id === null ? null : { id: head.coordinator_id, name: head.coordinator ?? '' },
    socialWorker: { id: head.social_worker_id, name: head.social_worker },
    steps: methodSteps(facts),
    currentStep: currentStep(facts),
    next: { code: next.code, params: withWhoAndWhen(next) },
    holdBy: head.hold_by,
    updatedAt: head.updated_at.toISOString(),
  };
}

function withWhoAndWhen(next: { params: Params; by: string | null; due: string | null; step: string }): Params {
  return { ...next.params, step: next.step, ...(next.by === null ? {} : { by: next.by }), ...(next.due === null ? {} : { due: next.due }) };
}

/** 'E.A.', and 'T.J. och S.J.' for siblings: what stands for a family outside its case. */
async function initialsOfCases(tx: Tx, staff: StaffAccess, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; referral_id: string; given_name: Buffer; family_name: Buffer }>(
    'SELECT id, referral_id, given_name, family_name FROM focal_person WHERE municipality_id = $1 AND referral_id = ANY($2) ORDER BY referral_id, position',
    [tx.municipalityId, [...ids]],
  );
  const lists = new Map<string, string[]>();
  for (const row of rows) {
    const initials = initialsOf(tx.read('focal_person', row.id, 'given_name', row.given_name), tx.read('focal_person', row.id, 'family_name', row.family_name));
    lists.set(row.referral_id, [...(lists.get(row.referral_id) ?? []), initials]);
  }
  return new Map([...lists].map(([id, list]) => [id, joinNames(list, staff.language === 'en' ? 'en' : 'sv')]));
}
