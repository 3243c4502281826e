import { AnswerInvitation, CancelConference, ChangeMember, ConfirmTime, MoveConference, PlanConference, ProposeTimes, RemoveMember, RevokeInvitation, RotateLink, SendInvitations, WithdrawConsent } from '@radslag/conferences';
import { MemberInput } from '@radslag/contracts';
import { NetworkMember } from '@radslag/db';
import { addDays } from '@radslag/domain';
import { AppError } from '@radslag/platform';
import { GO_BETWEEN } from './cast';
import { pause } from './clockwork';
import type { Change, Script, Where } from './script';
import type { Stage } from './stage';

/** `refused`: a rule said no. `unknown`: the database went away under it, and it may have been done or not. */
export type Outcome = 'done' | `refused:${string}` | 'unknown';

/** What coordinators and relatives do, by the product's own use cases. */
export class Changes {
  private readonly conferences: string[] = [];

  constructor(private readonly stage: Stage) {}

  /** Two polls, everybody invited: where every seed begins. */
  async begin(script: Script): Promise<void> {
    const { db, world } = this.stage;
    for (const at of [0, 1] as const) {
      const { coordinator, referralId } = world[at]!.theCase;
      const { id, version } = await new PlanConference(db).execute(coordinator, referralId);
      const times = script.times[at]!;
      const answerBy = addDays(times.map((t) => t.startsLocal.slice(0, 10)).sort()[0]!, -1);
      await new ProposeTimes(db).execute(coordinator, id, { version, times: times.map((t) => ({ ...t })), answerBy });
      await new SendInvitations(db).execute(coordinator, id, world[at]!.people.map((p) => p.memberId));
      this.conferences[at] = id;
    }
  }

  async make(change: Change): Promise<Outcome> {
    try {
      await this.execute(change);
      return 'done';
    } catch (error) {
      if (error instanceof AppError) return `refused:${error.code}`;
      return 'unknown';
    }
  }

  private async execute(change: Change): Promise<void> {
    const { db, world } = this.stage;
    const { coordinator } = world[change.at]!.theCase;
    const conferenceId = this.conferences[change.at]!;
    switch (change.do) {
      case 'confirm': {
        const times = await this.ask<{ id: string }>('SELECT id FROM proposed_time WHERE conference_id = $1 ORDER BY starts_local', [conferenceId]);
        return void (await new ConfirmTime(db).execute(coordinator, conferenceId, { version: await this.version(conferenceId), timeId: times[change.time]!.id }));
      }
      case 'move':
        return void (await new MoveConference(db).execute(coordinator, conferenceId, { version: await this.version(conferenceId), startsLocal: change.startsLocal, endsLocal: change.endsLocal }));
      case 'cancel':
        return void (await new CancelConference(db).execute(coordinator, conferenceId, { version: await this.version(conferenceId), reason: 'illness' }));
      case 'remove':
        return new RemoveMember(db).execute(coordinator, this.person(change).memberId);
      case 'protect':
        return this.protect(change);
      case 'withdraw':
        return void (await new WithdrawConsent(db).execute(coordinator, this.person(change).consentId));
      case 'stop':
        return this.saySTOP(change);
      case 'say':
        return this.say(change);
      case 'noSms':
        return this.write(change, { noSms: change.on });
      case 'goBetween':
        return this.write(change, { delegateId: change.on ? world[change.at]!.people[GO_BETWEEN]!.memberId : null });
      case 'renumber':
        return this.write(change, { phone: change.spare ? this.person(change).spare : this.person(change).phone });
      case 'share': {
        const phone = await this.numberOf(change);
        if (phone === undefined) throw new AppError('no-phone', 422);
        await this.write(change, { sharedPhone: true });
        return this.write({ ...change, person: change.with }, { phone, sharedPhone: true });
      }
      case 'hours':
        return this.write(change, { hours: change.hours });
      case 'decline':
      case 'accept': {
        const access = { municipalityId: world[change.at]!.id, invitationId: await this.invitation(change) };
        const answer = { coming: change.do === 'accept' ? 'yes' : 'no', mode: change.do === 'accept' ? 'inPerson' : null, times: [], noTimeFits: false, usualTimes: '', needs: [], spokesperson: '', note: '', worry: 'no' } as const;
        return void (await new AnswerInvitation(db).execute(access, answer));
      }
      case 'revoke':
        return void (await new RevokeInvitation(db).execute(coordinator, await this.invitation(change)));
      case 'rotate':
        return void (await new RotateLink(db).execute(coordinator, await this.invitation(change)));
    }
  }

  /** Nothing that a protected person could be found by is kept. */
  private protect(change: Change & { person: number }): Promise<void> {
    return this.write(change, {
      channel: 'staffOnly', otherChannels: [], protected: true, phone: null, email: null, hours: null, delegateId: null,
    });
  }

  /** The form as it stands with some of its fields changed, and saved. */
  private async write(change: Change & { person: number }, fields: Partial<MemberInput>): Promise<void> {
    const municipality = this.stage.world[change.at]!;
    const { memberId } = this.person(change);
    const member = await this.stage.db.inMunicipality(municipality.id, { kind: 'system' }, (tx) => tx.get(NetworkMember, memberId));
    // Whatever else may be said about a person is left at what it is when nobody says it.
    const input = MemberInput.parse({
      givenName: member.givenName, familyName: member.familyName, relation: member.relation, side: member.side, ring: member.ring, language: member.language, channel: member.channel,
      otherChannels: member.otherChannels, phone: member.phone, email: member.email, delegateId: member.delegateId, noSms: member.noSms, sharedPhone: member.sharedPhone, protected: member.protected,
      hours: member.hoursFrom === null ? null : { from: member.hoursFrom, to: member.hoursTo }, ...fields,
    });
    await new ChangeMember(this.stage.db).execute(municipality.theCase.coordinator, memberId, member.version, input);
  }

  /** On the phone itself; done when it has come to us. */
  private async say(change: Change & { do: 'say' }): Promise<void> {
    const { memberId } = this.person(change);
    const phone = await this.numberOf(change);
    if (phone === undefined) throw new AppError('no-phone', 422);
    const id = this.stage.phones.reply(phone, change.word, this.stage.world[change.at]!.smsNumber);
    this.stage.said.set(id, { memberId, phone, word: change.word });
    await this.taken(async () => (await this.ask('SELECT 1 FROM inbound_message WHERE operator_message_id = $1', [id])).length > 0);
  }

  /** What stands on it just now. */
  private async numberOf(change: { at: Where; person: number }): Promise<string | undefined> {
    const [row] = await this.ask<{ number: string | null }>('SELECT phone_index::text AS number FROM network_member WHERE id = $1', [this.person(change).memberId]);
    return this.stage.world[change.at]!.numbers[row!.number ?? ''];
  }

  private async saySTOP(change: Change & { person: number }): Promise<void> {
    const { memberId } = this.person(change);
    const phone = await this.numberOf(change);
    if (phone === undefined) throw new AppError('no-phone', 422);
    this.stage.phones.reply(phone, 'STOPP', this.stage.world[change.at]!.smsNumber);
    await this.taken(async () => (await this.ask<{ no_sms: boolean }>('SELECT no_sms FROM network_member WHERE id = $1', [memberId]))[0]!.no_sms);
  }

  private async taken(isSo: () => Promise<boolean>): Promise<void> {
    for (const deadline = performance.now() + 3_000; performance.now() < deadline; await pause(15)) if (await isSo()) return;
    throw new Error('nobody has taken the reply yet');
  }

  private person(change: { at: Where; person: number }) {
    return this.stage.world[change.at]!.people[change.person]!;
  }

  private async version(conferenceId: string): Promise<number> {
    const [row] = await this.ask<{ version: number }>('SELECT version FROM conference WHERE id = $1', [conferenceId]);
    return row!.version;
  }

  private async invitation(change: { at: Where; person: number }): Promise<string> {
    const [row] = await this.ask<{ id: string }>('SELECT id FROM invitation WHERE conference_id = $1 AND member_id = $2', [this.conferences[change.at], this.person(change).memberId]);
    if (!row) throw new AppError('not-invited', 422);
    return row.id;
  }

  private ask<T>(sql: string, parameters: unknown[]): Promise<T[]> {
    return this.stage.observer.ask<T>(sql, parameters);
  }
}
