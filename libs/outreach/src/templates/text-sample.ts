import type { Tx } from '@radslag/db';
import { messageValues, type FamilyLanguage, type MessageValues } from '@radslag/domain';
import { linkSettings } from '../render';

/** As long as the real ones: a link's token has 22 characters. */
const TOKEN = 'Xk3vQ9mTz7aBcD4eFgH5jK';

export type TextSample = { link: string; phone: string; outOfHours: string };

export async function sampleFacts(tx: Tx): Promise<TextSample> {
  const [row] = await tx.query<{ phone: string; out_of_hours_phone: string | null }>('SELECT phone, out_of_hours_phone FROM municipality WHERE id = $1', [tx.municipalityId]);
  return { link: `${linkSettings().familyUrl}/r/${TOKEN}`, phone: row!.phone, outOfHours: row!.out_of_hours_phone ?? row!.phone };
}

/** Where anybody can see how the municipality's texts look. */
export async function cardAddress(tx: Tx): Promise<string> {
  const [row] = await tx.query<{ slug: string }>('SELECT slug FROM municipality WHERE id = $1', [tx.municipalityId]);
  return `${linkSettings().familyUrl}/om/${row!.slug}`;
}

/** A Wednesday in September: the longest day and month a date is written with. */
export const sampleValues = (facts: TextSample, language: FamilyLanguage): MessageValues => messageValues({ ...facts, date: '2026-09-23', from: '16:30', to: '20:30' }, language);
