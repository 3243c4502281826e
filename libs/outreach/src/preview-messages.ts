import type * as z from 'zod';
import type { EffectView } from '@radslag/contracts';
import { Conference, type Tx } from '@radslag/db';
import { instantOf, messageLanguage, messageValues, renderMessage, sentBy, smsSegments, toGsm7Friendly, type ContactRefusal, type FamilyLanguage } from '@radslag/domain';
import { tellingKind } from './plan-messages';
import { liveRecipients, reachedAtWork, reachOfMembers } from './recipients';
import { renderFacts } from './render';
import { municipalRules } from './rules-of-municipality';
import { announcementDue } from './schedule';
import { sampleFacts } from './templates/text-sample';

export type Effect = z.output<typeof EffectView>;
export type PreviewKind = 'timeSet' | 'timeMoved' | 'cancelled';

/** The preview shows one text for many: what is put before it for one of them stands in the proof list. */
const NOBODY = { agreedWord: null, sharedPhone: false, initialsAllowed: false, alias: null, initials: '' };

/** What setting, moving or cancelling would send, before the button: the same people, reasons and texts as afterwards. */
export async function previewMessages(tx: Tx, conferenceId: string, kind: PreviewKind, range: { startsLocal: string; endsLocal: string } | null): Promise<Effect> {
  const conference = await tx.get(Conference, conferenceId);
  const startsLocal = range?.startsLocal ?? conference.startsLocal;
  const endsLocal = range?.endsLocal ?? conference.endsLocal;
  const people = await liveRecipients(tx, conferenceId);
  const phones = await phonesOf(tx, conference.referralId);
  const { policy, book } = await municipalRules(tx);
  const start = startsLocal === null ? null : instantOf({ local: startsLocal, zone: conference.zone });
  const effect: Effect = { sms: 0, emails: 0, letters: 0, calls: 0, skipped: [], texts: [] };
  const texts = new Map<string, Effect['texts'][number]>();
  for (const person of people) {
    if (kind === 'cancelled' && startsLocal === null) continue;
    if (kind === 'cancelled' && person.refusal === null && !person.told) continue;
    const tooLate = start !== null && announcementDue(tx.now, start, policy, person.own) === null;
    const why = person.refusal ?? (tooLate ? 'tooLate' : null);
    if (why !== null) {
      effect.skipped.push({ memberId: person.memberId, reason: why });
      if (reachedAtWork(person)) continue;
      if (person.channel === 'letter') effect.letters += 1;
      else effect.calls += 1;
      continue;
    }
    if (person.by === 'email') effect.emails += 1;
    else effect.sms += 1;
    // Of a time that no longer holds each is told what they had heard.
    const heard = kind === 'cancelled' ? (person.toldLocal ?? startsLocal) : startsLocal;
    const { text, language, sms } = renderFacts({
      kind: kind === 'cancelled' ? kind : tellingKind(person, kind), language: person.language, invitationId: person.invitationId, rotation: person.rotation,
      startsLocal: heard, endsLocal, dueOn: null, phone: phones.phone, outOfHours: phones.outOfHours, person: NOBODY,
    }, book);
    // One per language and time is enough to read: they differ only in the link.
    const which = `${language} ${heard ?? ''}`;
    if (!texts.has(which)) texts.set(which, { language, text, segments: sms.segments, alphabet: sms.alphabet, characters: sms.characters });
  }
  effect.texts = [...texts.values()];
  return effect;
}

/** What the first question would be to people who may not be invited yet: their link is still to be made, and one of the same length stands in its place. */
export async function previewQuestion(tx: Tx, referralId: string, people: readonly { memberId: string; language: FamilyLanguage; refusal: ContactRefusal | null }[]): Promise<Effect> {
  const [phones, { book }, { link }] = [await phonesOf(tx, referralId), await municipalRules(tx), await sampleFacts(tx)];
  const reach = await reachOfMembers(tx, people.map(({ memberId }) => memberId));
  const effect: Effect = { sms: 0, emails: 0, letters: 0, calls: 0, skipped: [], texts: [] };
  for (const { memberId, language, refusal } of people) {
    const by = refusal === null ? sentBy(reach.get(memberId)!) : null;
    if (by === null) effect.skipped.push({ memberId, reason: refusal ?? 'noNumber' });
    else if (by === 'email') effect.emails += 1;
    else effect.sms += 1;
    const used = messageLanguage('invitation', language, book);
    if (by === null || effect.texts.some((one) => one.language === used)) continue;
    const text = toGsm7Friendly(renderMessage('invitation', language, messageValues({ link, phone: phones.phone, outOfHours: phones.outOfHours }, used), book).text);
    effect.texts.push({ language: used, text, ...sizeOf(text) });
  }
  return effect;
}

function sizeOf(text: string): Pick<Effect['texts'][number], 'segments' | 'alphabet' | 'characters'> {
  const { segments, alphabet, characters } = smsSegments(text);
  return { segments, alphabet, characters };
}

async function phonesOf(tx: Tx, referralId: string): Promise<{ phone: string; outOfHours: string | null }> {
  const [row] = await tx.query<{ phone: string; out_of_hours_phone: string | null }>(
    `SELECT coalesce(u.phone, mu.phone) AS phone, mu.out_of_hours_phone FROM referral r JOIN municipality mu ON mu.id = r.municipality_id
     LEFT JOIN staff_user u ON u.municipality_id = r.municipality_id AND u.id = r.coordinator_id WHERE r.municipality_id = $1 AND r.id = $2`,
    [tx.municipalityId, referralId],
  );
  return { phone: row!.phone, outOfHours: row!.out_of_hours_phone };
}
