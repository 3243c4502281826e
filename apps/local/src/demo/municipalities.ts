import type { Role } from '@radslag/domain';

export type StaffStory = { key: string; role: Role; name: string; phone: number };
export type MunicipalityStory = { slug: string; name: string; domain: string; /** Last two digits of 070-174 06 xx. */ phone: number; smsSender: string; smsNumber: number; emailFrom: string; staff: readonly StaffStory[] };

/** Two invented municipalities, so that the wall between them is there from the first day. */
export const ALNAS: MunicipalityStory = {
  slug: 'alnas', name: 'Alnäs kommun', domain: 'alnas.example', phone: 7, smsSender: 'Svara', smsNumber: 98, emailFrom: 'svara@alnas.example',
  staff: [
    { key: 'sanna', role: 'coordinator', name: 'Sanna Lind', phone: 5 },
    { key: 'lena', role: 'coordinator', name: 'Lena Ek', phone: 6 },
    { key: 'jonas', role: 'socialWorker', name: 'Jonas Holm', phone: 8 },
    { key: 'maryam', role: 'socialWorker', name: 'Maryam Azizi', phone: 9 },
    { key: 'birgitta', role: 'manager', name: 'Birgitta Nord', phone: 10 },
    { key: 'peter', role: 'administrator', name: 'Peter Sund', phone: 11 },
    { key: 'karin', role: 'logReviewer', name: 'Karin Wik', phone: 97 },
  ],
};
export const BERGA: MunicipalityStory = {
  slug: 'berga', name: 'Berga kommun', domain: 'berga.example', phone: 96, smsSender: 'Svarahit', smsNumber: 99, emailFrom: 'svara@berga.example',
  staff: [
    { key: 'malin', role: 'coordinator', name: 'Malin Berg', phone: 95 },
    { key: 'david', role: 'socialWorker', name: 'David Lundin', phone: 94 },
    { key: 'ingrid', role: 'socialWorker', name: 'Ingrid Palm', phone: 93 },
    { key: 'hassan', role: 'manager', name: 'Hassan Demir', phone: 92 },
    { key: 'eva', role: 'administrator', name: 'Eva Strand', phone: 91 },
    { key: 'olof', role: 'logReviewer', name: 'Olof Hagman', phone: 90 },
  ],
};

/** From the range that the regulator keeps for fiction: 070-174 06 05 to 99. */
export function fictionPhone(lastTwo: number): string {
  if (lastTwo < 5 || lastTwo > 99) throw new RangeError(`outside the series for fiction: ${lastTwo}`);
  return `+467017406${String(lastTwo).padStart(2, '0')}`;
}

const plain = (text: string) => text.toLowerCase().replaceAll('å', 'a').replaceAll('ä', 'a').replaceAll('ö', 'o').replaceAll(' ', '.');
export const emailOf = (municipality: MunicipalityStory, staff: StaffStory): string => `${plain(staff.name)}@${municipality.domain}`;
/** One easy password a person; the year is part of it and does not follow the calendar, so that notes stay true. */
export const passwordOf = (municipality: MunicipalityStory, staff: StaffStory): string => `${municipality.slug}-${staff.key}-2026`;
