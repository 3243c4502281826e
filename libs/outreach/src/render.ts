import { linkToken, linkUrl } from '@radslag/access';
import type { Tx } from '@radslag/db';
import { messageLanguage, messageValues, openingOf, renderMessage, smsSegments, toGsm7Friendly, type RenderedMessage, type SmsSegments, type TemplateBook } from '@radslag/domain';
import { env, NotFound } from '@radslag/platform';
import { factsOfMessages, type MessageFacts } from './message-facts';
import { municipalRules } from './rules-of-municipality';

export type Rendered = RenderedMessage & { sms: SmsSegments };
export type LinkSettings = { linkKey: Buffer; familyUrl: string };

export const linkSettings = (): LinkSettings => ({ linkKey: env().keys.link, familyUrl: env().family.url });

/** The text of a message: the same function for the proof list, the preview and the worker, byte for byte. */
export function renderFacts(facts: MessageFacts, book: TemplateBook, settings: LinkSettings = linkSettings()): Rendered {
  const language = messageLanguage(facts.kind, facts.language, book);
  const rendered = renderMessage(
    facts.kind,
    facts.language,
    messageValues(
      {
        link: linkUrl(settings.familyUrl, linkToken(settings.linkKey, facts.invitationId, facts.rotation)),
        phone: facts.phone,
        outOfHours: facts.outOfHours,
        // Whoever of a shared phone wrote is not known: what answers by itself is for nobody in particular.
        opening: openingOf(facts.kind === 'autoReply' ? { ...facts.person, sharedPhone: false } : facts.person),
        date: facts.kind === 'actionDue' ? facts.dueOn : (facts.startsLocal?.slice(0, 10) ?? null),
        from: facts.startsLocal?.slice(11, 16) ?? null,
        to: facts.endsLocal?.slice(11, 16) ?? null,
      },
      language,
    ),
    book,
  );
  const text = toGsm7Friendly(rendered.text);
  return { ...rendered, text, sms: smsSegments(text) };
}

/** A stored message as it would be sent now. */
export async function renderFor(tx: Tx, message: { id: string }): Promise<Rendered> {
  const facts = (await factsOfMessages(tx, [message.id])).get(message.id);
  if (!facts) throw new NotFound('message');
  return renderFacts(facts, (await municipalRules(tx)).book);
}
