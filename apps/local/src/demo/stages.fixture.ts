import { mintStaffAccess, type StaffAccess } from '@radslag/access';
import type { Role } from '@radslag/domain';
import { newId } from '@radslag/platform';
import { ListCases } from '@radslag/reporting';
import type { TestDatabase } from '@radslag/testing';
import { demoSignIns } from './index';

/** A demo person who has signed in. */
export async function demoStaff(test: TestDatabase, email: string): Promise<StaffAccess> {
  const [found] = await test.db.withoutTenant<{ municipality_id: string; id: string }>('SELECT municipality_id, id FROM staff_for_sign_in($1)', [email]);
  const signIn = demoSignIns().find((one) => one.email === email)!;
  return mintStaffAccess({ municipalityId: found!.municipality_id, userId: found!.id, role: signIn.role as Role, name: signIn.name, language: 'sv', requestId: newId() });
}

export type Stage = { case: string; referral: string; conference: string | null; plan: string | null; network: number; next: string[] };

/** Twelve families, from a half-written referral to a closed case. */
export const STAGES: readonly Stage[] = [
  // Referral half written.
  { case: 'Alnäs 021', referral: 'draft', conference: null, plan: null, network: 0, next: ['completeReferral'] },
  // Referral handed in.
  { case: 'Alnäs 020', referral: 'submitted', conference: null, plan: null, network: 0, next: ['decideReferral'] },
  // Referral accepted; a coordinator is to be chosen.
  { case: 'Berga 006', referral: 'accepted', conference: null, plan: null, network: 0, next: ['allocateCoordinator'] },
  // Coordinator chosen; has not answered about conflicts of interest.
  { case: 'Alnäs 019', referral: 'allocated', conference: null, plan: null, network: 0, next: ['answerAssignment'] },
  // The network is being drawn; one guardian's consent is missing.
  { case: 'Alnäs 017', referral: 'active', conference: null, plan: null, network: 11, next: ['recordConsents'] },
  // A large network is being prepared; no time has been proposed.
  { case: 'Berga 005', referral: 'active', conference: 'planning', plan: null, network: 25, next: ['proposeTimes'] },
  // Times have been asked about; half of the answers are in.
  { case: 'Alnäs 014', referral: 'active', conference: 'polling', plan: null, network: 16, next: ['reachUndelivered'] },
  // Called off once; a new time is set, and its reminders are planned.
  { case: 'Berga 002', referral: 'active', conference: 'confirmed', plan: null, network: 12, next: ['awaitConference'] },
  // Everything is arranged; the family meets today or tomorrow.
  { case: 'Alnäs 009', referral: 'active', conference: 'confirmed', plan: null, network: 14, next: ['awaitConference', 'runDay'] },
  // The family has met; its plan waits for an answer.
  { case: 'Alnäs 006', referral: 'active', conference: 'held', plan: 'presented', network: 13, next: ['decidePlan'] },
  // The plan is accepted and being followed up.
  { case: 'Alnäs 003', referral: 'active', conference: 'held', plan: 'accepted', network: 11, next: ['awaitFollowUp'] },
  // The plan has been carried out, and the case is closed.
  { case: 'Alnäs 001', referral: 'closed', conference: 'held', plan: 'accepted', network: 8, next: ['none'] },
];

/** Where each family is, as the two managers see it; `next` as in STAGES where it is one of those. */
export async function stagesNow(test: TestDatabase): Promise<Stage[]> {
  const stages: Stage[] = [];
  for (const [place, email] of [['Alnäs', 'birgitta.nord@alnas.example'], ['Berga', 'hassan.demir@berga.example']] as const) {
    const manager = await demoStaff(test, email);
    const { cases } = await new ListCases(test.db).execute(manager, { scope: 'unit', limit: 100 });
    const sizes = await test.db.inMunicipality(manager.municipalityId, { kind: 'system' }, (tx) =>
      tx.query<{ id: string; size: number }>('SELECT referral_id AS id, count(*)::integer AS size FROM network_member WHERE removed_at IS NULL GROUP BY 1'),
    );
    for (const one of cases) {
      const name = `${place} ${one.reference.slice(5)}`;
      const expected = STAGES.find((stage) => stage.case === name)?.next ?? [];
      stages.push({
        case: name, referral: one.state, conference: one.conferenceState, plan: one.planState, network: sizes.find((row) => row.id === one.id)?.size ?? 0,
        next: expected.includes(one.next.code) ? expected : [one.next.code],
      });
    }
  }
  const order = STAGES.map((stage) => stage.case);
  return stages.sort((a, b) => order.indexOf(a.case) - order.indexOf(b.case));
}
