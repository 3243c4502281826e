import { expect } from '@playwright/test';
import { OpenApiClient } from './openapi-client';
import { dayAfter } from './staff-pages';
import { phones, signInOf, stack } from './stack';

type Versioned = { id: string; version: number };
export type Person = { givenName: string; phone: string; birthYear: string | null; consents: boolean };
export type Staged = { start: Date; casePath: string; referralId: string; social: OpenApiClient; manager: OpenApiClient; coordinator: OpenApiClient; memberId: (givenName: string) => string };

async function signedIn(role: string, municipality: string): Promise<OpenApiClient> {
  const client = await OpenApiClient.from(`${stack().staff}/api/openapi.json`);
  const { email, password } = signInOf(role, municipality);
  await client.call('signIn', { body: { email, password } });
  return client;
}

/** A case that a coordinator has begun, made without a screen: for tests about what comes after. */
export async function begunCase(familyName: string, people: Person[], municipality = 'Berga'): Promise<Staged> {
  const [social, manager, coordinator] = [await signedIn('socialWorker', municipality), await signedIn('manager', municipality), await signedIn('coordinator', municipality)];
  const start = new Date((await phones.clock()).now);
  const today = dayAfter(start, 0);
  const offer = await social.call<Versioned>('logOffer', { body: { about: `T.${familyName.charAt(0)}.`, offeredOn: today } });
  await social.call('answerOffer', { params: { offerId: offer.id }, body: { answer: 'accepted', answeredOn: today } });
  let referral = await social.call<Versioned>('startReferral', { body: { offerId: offer.id } });
  const referralId = referral.id;
  const content = {
    focalPersons: [{ givenName: 'Tage', familyName, birthDate: '2015-02-03', personalNumber: null, protected: false }],
    situation: 'Tage bor växelvis och vill ha lugnare veckor.', worries: '', strengths: '', goals: '',
    questions: ['Var bor Tage på vardagarna?', 'Vem hämtar honom på fredagar?', 'Vem ringer han när det är bråk?'].map((text) => ({ text })),
    bottomLines: [{ text: 'Tage är inte med när någon har druckit.' }], noBottomLines: false, resources: [{ text: 'Familjebehandlare kan komma hem.' }], languages: ['sv'], holdBy: null,
  };
  const versioned = () => ({ params: { referralId }, body: { version: referral.version } });
  referral = await social.call('saveReferral', { params: { referralId }, body: { version: referral.version, content } });
  referral = await social.call('submitReferral', versioned());
  referral = await manager.call('acceptReferral', versioned());
  const { userId } = await coordinator.call<{ userId: string }>('whoAmI');
  referral = await manager.call('allocateCoordinator', { params: { referralId }, body: { version: referral.version, coordinatorId: userId } });
  await coordinator.call('declareConflict', { params: { referralId }, body: { version: referral.version, conflict: false } });
  const ids = new Map<string, string>();
  for (const { givenName, phone, birthYear, consents } of people) {
    const member = await coordinator.call<Versioned>('addMember', { params: { referralId }, body: { givenName, familyName, relation: 'släkting', side: 'mother', ring: 'inner', phone, channel: 'sms', birthYear } });
    ids.set(givenName, member.id);
    await coordinator.call('moveMember', { params: { memberId: member.id }, body: { event: 'agree' } });
    if (!consents) continue;
    await coordinator.call('recordConsent', { params: { memberId: member.id }, body: { purpose: 'contact', form: 'oral', givenOn: today } });
  }
  return { start, casePath: `/radslag/${referralId}`, referralId, social, manager, coordinator, memberId: (name) => ids.get(name)! };
}

/** Three times asked about, and everyone who may be written to is invited; or these, however they are reached. */
export async function invited(staged: Staged, days: number[], answerBy: number, these?: string[]): Promise<{ conferenceId: string; version: number; timeIds: string[]; links: Map<string, string> }> {
  const { coordinator, referralId, start } = staged;
  let conference = await coordinator.call<Versioned & { times: { id: string }[] }>('planConference', { params: { referralId } });
  const conferenceId = conference.id;
  const times = days.map((d) => ({ startsLocal: `${dayAfter(start, d)}T17:00`, endsLocal: `${dayAfter(start, d)}T20:00` }));
  conference = await coordinator.call('proposeTimes', { params: { conferenceId }, body: { version: conference.version, times, answerBy: dayAfter(start, answerBy) } });
  const { members } = await coordinator.call<{ members: { id: string; contactRefusal: string | null }[] }>('readNetwork', { params: { referralId } });
  const memberIds = these ?? members.filter((one) => one.contactRefusal === null).map((one) => one.id);
  const sent = await coordinator.call<{ invited: { id: string; memberId: string }[] }>('sendInvitations', { params: { conferenceId }, body: { memberIds } });
  if (these === undefined) expect(sent.invited.length).toBe(memberIds.length);
  return { conferenceId, version: conference.version, timeIds: conference.times.map((one) => one.id), links: new Map(sent.invited.map((one) => [one.memberId, one.id])) };
}
