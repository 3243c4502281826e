import { Injectable } from '@nestjs/common';
import { asStaff, openConference, type StaffAccess } from '@radslag/access';
import type { ProofList, ProofRow } from '@radslag/contracts';
import { Database, NetworkMember, type Tx } from '@radslag/db';
import { formatPhone, maskLinks, shortName, SWEDISH_ZONE, wallOf, type NoContact } from '@radslag/domain';
import { In } from 'typeorm';
import { contactRefusals } from '../contact-gate';
import { NUMBER_OF, WILLING_GO_BETWEEN } from '../recipients';
import { municipalRules } from '../rules-of-municipality';
import { callsAhead, type CallAhead } from './calls-ahead';
import { foresee, type Foreseen } from './foresee';

/** Every future message of a conference, as it will be sent if nothing changes but for the secret of its link, which is masked at equal length; and the calls that will be asked for. */
@Injectable()
export class ReadProof {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, conferenceId: string): Promise<ProofList> {
    return asStaff(this.db, staff, (tx) => proofList(tx, staff, conferenceId, 'proof.read'));
  }
}

export async function proofList(tx: Tx, staff: StaffAccess, conferenceId: string, action: 'proof.read' | 'proof.export'): Promise<ProofList> {
  const { conference } = await openConference(tx, staff, conferenceId, { action });
  const rules = await municipalRules(tx);
  // The whole case is foreseen: a text about one conference counts against the week of another.
  const foreseen = (await foresee(tx, conference.referralId, rules)).filter((one) => one.row.conference_id === conferenceId);
  const calls = await callsAhead(tx, conferenceId, rules.policy, foreseen);
  const members = await tx.find(NetworkMember, { id: In([...new Set([...foreseen.map((one) => one.row.member_id), ...calls.map((call) => call.memberId)])]) });
  const people = new Map(members.map((member) => [member.id, member]));
  const operator = await onlyOperator(tx);
  const callees = await calleesOf(tx, calls.map((call) => call.memberId));
  const rows = [...foreseen.map((one) => messageRow(one, people.get(one.row.member_id)!, operator)), ...calls.flatMap((call) => callRow(call, people.get(call.memberId)!, callees.get(call.memberId) ?? null))];
  rows.sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1));
  return { rows, now: tx.now.toISOString(), segments: rows.reduce((sum, row) => sum + (row.segments ?? 0), 0), segmentPriceOre: rules.policy.segmentPriceOre };
}

const nameOf = (member: NetworkMember): string => (member.protected ? member.relation : shortName(member.givenName, member.familyName));

function messageRow(one: Foreseen, member: NetworkMember, operator: string | null): ProofRow {
  const { row } = one;
  const what = { id: row.id, memberId: row.member_id, what: 'message' as const, kind: row.kind, at: one.at.toISOString(), local: wallOf(one.at, SWEDISH_ZONE).local, person: nameOf(member), because: row.kind };
  if (!one.goes) return { ...what, channel: row.row_channel, recipient: '', operator: null, stopped: one.reason, language: null, template: null, subject: null, text: null, segments: null, alphabet: null };
  const { rendered, by, to, subject } = one;
  return {
    ...what, channel: by, recipient: member.protected ? '' : by === 'sms' ? formatPhone(to) : to, operator: by === 'sms' ? operator : null, stopped: null, subject,
    language: rendered.language, template: `${rendered.templateKey}.v${rendered.version}`, text: maskLinks(rendered.text), segments: by === 'sms' ? rendered.sms.segments : null, alphabet: by === 'sms' ? rendered.sms.alphabet : null,
  };
}

const GONE_FOR_GOOD: readonly NoContact[] = ['personRemoved', 'consentWithdrawn', 'notAgreed', 'noConsent'];

type Callee = { refusal: NoContact | null; number: string | null };

/** Whether they may be called, and on which number: with a go-between never their own. */
async function calleesOf(tx: Tx, memberIds: readonly string[]): Promise<Map<string, Callee>> {
  const refusals = await contactRefusals(tx, memberIds, 'phone');
  const rows = await tx.query<{ id: string; phone: Buffer | null; phone_owner: string }>(
    `SELECT nm.id, ${NUMBER_OF} AS phone, coalesce(nm.delegate_id, nm.id) AS phone_owner FROM network_member nm ${WILLING_GO_BETWEEN} WHERE nm.municipality_id = $1 AND nm.id = ANY($2)`,
    [tx.municipalityId, memberIds],
  );
  return new Map(rows.map(({ id, phone, phone_owner }) => [id, { refusal: refusals.get(id) ?? null, number: tx.orElse(() => tx.open('network_member', phone_owner, 'phone', phone), null) }]));
}

/** Nobody is asked to call those who may not be contacted at all (see `askPeople`); whoever only may not be called is reached in another way. */
function callRow(call: CallAhead, member: NetworkMember, callee: Callee | null): ProofRow[] {
  const refusal = callee?.refusal ?? null;
  if (refusal !== null && GONE_FOR_GOOD.includes(refusal)) return [];
  const none = { operator: null, stopped: null, language: null, template: null, subject: null, text: null, segments: null, alphabet: null };
  return [{
    id: call.id, memberId: call.memberId, what: 'call', kind: null, channel: 'phone', at: call.at.toISOString(), local: wallOf(call.at, SWEDISH_ZONE).local, person: nameOf(member),
    recipient: (refusal === null || refusal === 'outsideHours') && callee?.number ? formatPhone(callee.number) : '', because: call.because, ...none,
  }];
}

/** The operator's name where there is only one to choose. */
async function onlyOperator(tx: Tx): Promise<string | null> {
  const accounts = await tx.query<{ operator: string }>('SELECT operator FROM operator_account WHERE municipality_id = $1 AND enabled', [tx.municipalityId]);
  return accounts.length === 0 ? '46elks' : accounts.length === 1 ? accounts[0]!.operator : null;
}
