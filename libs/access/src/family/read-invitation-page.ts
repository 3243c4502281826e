import { Injectable } from '@nestjs/common';
import { Database, SealBroken, type MunicipalityKeys } from '@radslag/db';
import { codeMayOpen, FAMILY_LANGUAGES, sentBy, shortName, yearMayOpen, type FamilyLanguage, type StepMemory } from '@radslag/domain';
import { hashToken } from '../link-token';
import { readDraft } from './answer-draft';
import { mintFamilyAccess, type FamilyAccess } from './family-access';
import type { GivenAnswer, InvitationPage } from './invitation-page';
import { pageSql, readOnce, type PageRow } from './page-sql';
import type { SessionCookie } from './session-cookie';

export const IDLE_MINUTES = 15;

export type OpenPage = { access: FamilyAccess; page: InvitationPage };

/**
 * The page behind a session, in one round trip that the database itself holds to reading. Null when the session is over,
 * for whatever reason: idle, ended, twelve hours, or a link that was rotated or revoked.
 */
@Injectable()
export class ReadInvitationPage {
  private readonly keyrings = new Map<string, MunicipalityKeys>();

  constructor(private readonly db: Database) {}

  async execute(cookie: SessionCookie): Promise<OpenPage | null> {
    const [row] = await readOnce<PageRow>(this.db, cookie.municipalityId, pageSql(hashToken(cookie.token.toString('base64url'))));
    if (!row || !isAlive(row, cookie)) return null;
    const keys = await this.keysOf(cookie.municipalityId);
    const stepPassed = row.step_passed_at !== null;
    return {
      access: mintFamilyAccess({ municipalityId: cookie.municipalityId, invitationId: row.id, sessionId: row.session_id, stepPassed, recordedBy: row.recorded_by }),
      page: toPage(row, this.opener(keys), stepPassed, cookie.municipalityId),
    };
  }

  /** What cannot be opened is left out: the page says whom to call, and whoever runs the service is told. */
  private opener(keys: MunicipalityKeys): Open {
    return (table, id, column, sealed) => {
      if (sealed === null) return '';
      try {
        return keys.open(table, id, column, sealed);
      } catch (error) {
        if (!(error instanceof SealBroken)) throw error;
        this.db.onBroken(error.place);
        return '';
      }
    };
  }

  private async keysOf(municipalityId: string): Promise<MunicipalityKeys> {
    const known = this.keyrings.get(municipalityId);
    if (known) return known;
    const keys = await this.db.inMunicipality(municipalityId, { kind: 'system' }, async (tx) => tx.keys);
    this.keyrings.set(municipalityId, keys);
    return keys;
  }
}

type Open = (table: string, id: string, column: string, sealed: Buffer | null) => string;

function isAlive(row: PageRow, cookie: SessionCookie): boolean {
  const now = row.now.getTime();
  if (now - cookie.issuedAt > IDLE_MINUTES * 60_000) return false;
  if (now >= row.session_expires_at.getTime() || now >= row.expires_at.getTime()) return false;
  if (row.session_rotation !== row.rotation) return false;
  return row.revoked_at === null || row.wrong_person;
}

function toPage(row: PageRow, open: Open, stepPassed: boolean, municipalityId: string): InvitationPage {
  const venueOf = (column: 'venue_name' | 'venue_address' | 'venue_directions') => open('conference', row.conference_id, column, row[column]);
  const hasVenue = row.venue_released && (row.venue_name !== null || row.venue_address !== null);
  return {
    now: row.now,
    language: familyLanguage(row.language),
    contact: { name: firstName(row.coordinator_name), phone: row.coordinator_phone ?? row.common_phone },
    filledInFor: row.recorded_by === null ? null : shortName(open('network_member', row.member_id, 'given_name', row.given_name), open('network_member', row.member_id, 'family_name', row.family_name)),
    municipality: { id: municipalityId, textsVersion: row.texts_version },
    commonPhone: row.common_phone,
    referralId: row.referral_id,
    conferenceId: row.conference_id,
    memberId: row.member_id,
    coordinatorId: row.coordinator_id,
    wrongPerson: row.revoked_at !== null,
    getsTexts: sentBy({ noSms: row.no_sms, channel: row.channel, otherChannels: row.other_channels, lastReachedBy: row.last_reached_by, hasPhone: row.has_phone, hasEmail: row.has_email }) === 'sms',
    secondStep: {
      required: row.second_step !== 'none' && !stepPassed,
      passed: stepPassed,
      birthYear: row.has_birth_year && yearMayOpen({ asks: row.second_step as StepMemory['asks'], wrongYears: row.wrong_years }),
      code: codeMayOpen({ codeIssuedAt: row.code_issued_at, wrongCodes: row.wrong_codes }, row.now),
      lockedUntil: row.locked_until !== null && row.locked_until > row.now ? row.locked_until : null,
    },
    conference: {
      state: row.conference_state,
      scheduleVersion: row.schedule_version,
      startsLocal: row.starts_local,
      endsLocal: row.ends_local,
      zone: row.zone,
      answerBy: row.answer_by,
      moved: row.moved,
      movedFrom: row.moved ? row.moved_from : null,
    },
    venue: hasVenue && stepPassed ? { name: venueOf('venue_name'), address: venueOf('venue_address'), directions: venueOf('venue_directions') } : null,
    venueBehindStep: hasVenue && !stepPassed,
    times: row.times ?? [],
    answer: row.answer && toAnswer(row.answer, open),
    answered: row.answered,
    draft: readDraft(row.draft === null ? null : open('invitation', row.id, 'draft', row.draft) || null),
    planReleased: row.plan_released,
  };
}

function toAnswer(answer: NonNullable<PageRow['answer']>, open: Open): GivenAnswer {
  const bytes = (hex: string | null) => (hex === null ? null : Buffer.from(hex, 'hex'));
  return {
    coming: answer.coming,
    mode: answer.mode,
    noTimeFits: answer.noTimeFits,
    usualTimes: open('answer', answer.id, 'usual_times', bytes(answer.usualTimes)),
    spokesperson: open('answer', answer.id, 'spokesperson', bytes(answer.spokesperson)),
    times: answer.times ?? [],
    needs: (answer.needs ?? []).map((need) => ({ need: need.need, detail: open('answer_need', need.id, 'detail', bytes(need.detail)) })),
    worry: answer.worry,
    note: open('answer', answer.id, 'note', bytes(answer.note)),
  };
}

export const familyLanguage = (code: string): FamilyLanguage => FAMILY_LANGUAGES.find((known) => known === code) ?? 'sv';
export const firstName = (name: string | null): string => (name ?? '').trim().split(/\s+/)[0] ?? '';
