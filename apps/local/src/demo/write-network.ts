import { Consent, MemberTie, NetworkMember, type FocalPerson, type Tx } from '@radslag/db';
import type { CalendarDate, ConsentPurpose, MemberState } from '@radslag/domain';
import { ageOn, dateOf, SWEDISH_ZONE } from '@radslag/domain';
import { fictionPhone } from './municipalities';
import type { Seeding } from './seeding';
import { familyNameOf, givenNameOf, type FamilyStory, type PersonStory } from './story';

export type SeatedPerson = { story: PersonStory; member: NetworkMember; contactConsentId: string | null };
/** By given name, which is how the stories speak of each other. */
export type Network = Map<string, SeatedPerson>;

const firstContactOn = (declared: number): number => Math.min(declared + 3, -1);
const MAY_CONSENT_ALONE_FROM = 15;

export async function writeNetwork(seeding: Seeding, story: FamilyStory, referralId: string, focalPersons: readonly FocalPerson[]): Promise<Network> {
  const network: Network = new Map();
  const phones = new PhoneBook(story);
  for (const [index, focal] of story.focal.entries()) {
    const person: PersonStory = { relation: 'huvudperson', side: 'friends', ring: 'inner', state: 'agreed', channel: 'staffOnly', ...focal.as, name: focal.name, ...(focal.protected ? { protected: true } : {}) };
    await seat(seeding, story, { referralId, person, phones, network, focal: focalPersons[index]! });
  }
  for (const person of story.people ?? []) await seat(seeding, story, { referralId, person, phones, network, focal: null });
  await writeTies(seeding, story, referralId, network);
  return network;
}

type Seat = { referralId: string; person: PersonStory; phones: PhoneBook; network: Network; focal: FocalPerson | null };

async function seat(seeding: Seeding, story: FamilyStory, { referralId, person, phones, network, focal }: Seat): Promise<void> {
  const { calendar } = seeding;
  const declared = story.steps.declared!;
  const state: MemberState = person.state ?? (person.prepared === undefined ? 'contacted' : 'prepared');
  const seatedAt = calendar.past(focal ? declared : Math.min(declared + 1, 0), focal ? '13:40' : '10:30');
  const contactedAt = calendar.past(firstContactOn(declared), '14:15');
  const preparedAt = person.prepared === undefined ? null : calendar.past(person.prepared, '11:00');
  const tx = seeding.at(seatedAt);
  const phone = phones.of(person);
  const shared = person.phoneOf !== undefined || (story.people ?? []).some((other) => other.phoneOf === givenNameOf(person.name));
  const reached = state === 'contacted' || state === 'prepared';
  const member = await tx.insert(NetworkMember, {
    referralId, state, focalPersonId: focal?.id ?? null, staffUserId: person.staff === undefined ? null : seeding.staffId(person.staff),
    givenName: givenNameOf(person.name), familyName: familyNameOf(person.name), relation: person.relation, side: person.side, ring: person.ring,
    professional: person.professional ?? false, guardian: person.guardian ?? false, supportPerson: person.supportPerson ?? false, mustAttend: person.mustAttend ?? false,
    language: person.language ?? 'sv', channel: channelOf(person), phone, phoneIndex: phone === null ? null : tx.keys.blindIndex('phone', phone),
    otherChannels: [...(person.others ?? [])], email: person.email ?? null, postalAddress: person.address?.join('\n') ?? null, hoursFrom: person.hours?.[0] ?? null, hoursTo: person.hours?.[1] ?? null,
    agreedWord: person.word ?? null, initialsAllowed: person.alias !== undefined, alias: person.alias ?? null, voicemailAllowed: person.voicemail ?? false,
    lastReachedBy: person.answer !== undefined && person.answer.source === undefined && channelOf(person) === 'sms' && phone !== null ? 'sms' : null,
    sharedPhone: shared, noSms: person.noSms ?? false, protected: person.protected ?? false,
    birthYear: focal?.birthDate?.slice(0, 4) ?? (person.born === undefined ? null : String(person.born)),
    needs: JSON.stringify((person.needs ?? []).map(([need, detail]) => ({ need, detail }))), canHelpWith: person.canHelp ?? '', note: person.note ?? '',
    agreedAt: state === 'suggested' ? null : seatedAt, contactedAt: reached ? earlier(contactedAt, preparedAt) : null, preparedAt, removedAt: null, createdAt: seatedAt, version: 1,
  });
  const contactConsentId = await writeConsents(seeding, story, member, person, focal);
  network.set(member.givenName, { story: person, member, contactConsentId });
  if (!focal) seeding.remember(seatedAt, 'member.add', { entity: 'network_member', entityId: member.id, referralId });
}

const channelOf = (person: PersonStory) => (person.protected || person.staff !== undefined ? 'staffOnly' : (person.channel ?? 'sms'));
const earlier = (a: Date, b: Date | null): Date => (b !== null && b < a ? b : a);

/** To be contacted, for everyone who has been; to take part and to share, for guardians and for the young themselves. */
async function writeConsents(seeding: Seeding, story: FamilyStory, member: NetworkMember, person: PersonStory, focal: FocalPerson | null): Promise<string | null> {
  if (person.consent === 'none') return null;
  const { calendar } = seeding;
  const givenAt = member.contactedAt ?? (person.consent === undefined ? null : calendar.past(firstContactOn(story.steps.declared!), '15:00'));
  const ofAge = focal?.birthDate != null && ageOn(focal.birthDate, calendar.today) >= MAY_CONSENT_ALONE_FROM;
  const takesPart = person.takesPart !== false && givenAt !== null && (person.guardian === true || ofAge);
  const purposes: ConsentPurpose[] = [...(givenAt === null ? [] : ['contact' as const]), ...(takesPart ? (['participate', 'shareFacts', 'secrecyWaiver'] as const) : [])];
  let contact: string | null = null;
  for (const purpose of purposes) {
    const row = await seeding.at(givenAt!).insert(Consent, {
      referralId: member.referralId, memberId: member.id, purpose, form: purpose === 'contact' ? (person.consent ?? 'oral') : 'written', givenOn: dayOf(givenAt!),
      validUntil: null, withdrawnAt: null, recordedBy: seeding.staffId(story.coordinator!), recordedAt: givenAt!, note: null,
    });
    if (purpose === 'contact') contact = row.id;
    seeding.remember(givenAt!, 'consent.record', { entity: 'network_member', entityId: member.id, referralId: member.referralId });
  }
  return contact;
}

const dayOf = (at: Date): CalendarDate => dateOf(at, SWEDISH_ZONE);

async function writeTies(seeding: Seeding, story: FamilyStory, referralId: string, network: Network): Promise<void> {
  const tx: Tx = seeding.tx;
  const idOf = (name: string): string => {
    const found = network.get(name);
    if (!found) throw new Error(`${story.number}: nobody is called ${name}.`);
    return found.member.id;
  };
  await tx.insertMany(MemberTie, (story.ties ?? []).map(({ from, to, kind, until, bound }) => ({ referralId, fromMemberId: from === null ? null : idOf(from), toMemberId: idOf(to), kind, until: until ?? null, boundMemberId: bound === undefined ? null : idOf(bound), removedAt: null, removedBy: null })));
}

/** Numbers of one family: told, shared or the next free one. Staff have the others. */
class PhoneBook {
  private readonly told: ReadonlySet<number>;
  private readonly given = new Map<string, string>();
  private next: number;

  constructor(story: FamilyStory) {
    this.told = new Set((story.people ?? []).flatMap((person) => person.phone ?? []));
    this.next = story.phonesFrom ?? FIRST;
  }

  of(person: PersonStory): string | null {
    const reachedByPhone = channelOf(person) === 'sms' || channelOf(person) === 'phone';
    if (person.phone === null || person.protected || (person.phone === undefined && !reachedByPhone)) return null;
    const number = person.phoneOf !== undefined ? this.given.get(person.phoneOf)! : fictionPhone(person.phone ?? this.free());
    this.given.set(givenNameOf(person.name), number);
    return number;
  }

  private free(): number {
    while (this.told.has(this.next)) this.step();
    const number = this.next;
    this.step();
    return number;
  }

  private step(): void {
    this.next = this.next === LAST ? FIRST : this.next + 1;
  }
}
const FIRST = 12;
const LAST = 89;
