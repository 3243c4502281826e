import type { FastifyRequest } from 'fastify';
import { tongueOf, tongueOfCode, WRITTEN, type Tongue } from '@radslag/family-texts';
import type { FamilyLanguage } from '@radslag/domain';

/** `?s=ar` chooses a language, `?s=x` asks for the list, `?s=x-ti` for one that has no pages yet. */
export type LanguageWish = { tongue?: Tongue; list: boolean; missing?: string };

export function languageWish(request: FastifyRequest): LanguageWish {
  const code = (request.query as { s?: unknown }).s;
  if (typeof code !== 'string') return { list: false };
  if (code === 'x') return { list: true };
  if (/^x-[a-z]{2,3}$/.test(code)) return { list: true, missing: code.slice(2) };
  return { tongue: tongueOfCode(code), list: false };
}

/** The cookie remembers the choice as a number; 0: none, the invitation's own. */
export const numberOf = (tongue: Tongue | undefined): number => (tongue === undefined ? 0 : WRITTEN.findIndex((one) => one.code === tongue.code) + 1);
export const chosenOr = (number: number, language: FamilyLanguage): Tongue => WRITTEN[number - 1] ?? tongueOf(language);
