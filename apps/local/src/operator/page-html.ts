import { OPERATORS, type OperatorName } from '@radslag/domain';
import { BEHAVIOURS, type BehaviourName } from './behaviour';
import type { ClockReading } from './clock';
import { asWritten } from './form';
import type { OperatorMessage } from './message';
import { OPERATOR_BEHAVIOURS, OPERATOR_LABELS } from './operators';
import type { Phone } from './phones';
import { longTime, shortTime, wallTime } from './stockholm';

const BEHAVIOUR_LABELS: Record<BehaviourName, string> = {
  ok: 'Kommer fram',
  fail: 'Kommer inte fram',
  refuse: 'Nekas direkt',
  delay: 'Dröjer 10 sekunder',
  duplicate: 'Dubbla kvitton',
  reorder: 'Kvitton i fel ordning',
  hang: 'Operatören svarar inte',
  hangAfterAccept: 'Tas emot, men inget svar',
  error500AfterAccept: 'Tas emot, svarar fel 500',
  noReceipt: 'Inga kvitton',
  slow: 'Operatören svarar efter 5 sekunder',
  busy: 'Operatören tar inte emot (429)',
};
const optionValue = (name: BehaviourName): string => (name === 'delay' ? 'delay:10000' : name === 'slow' ? 'slow:5000' : name);

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** Links as a phone finds them: a full stop after one belongs to the sentence. */
export function linkify(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/)
    .map((piece, index) => {
      const shown = escapeHtml(piece);
      return index % 2 === 1 ? `<a href="${shown}" target="_blank" rel="noopener noreferrer">${shown}</a>` : shown;
    })
    .join('');
}

function bubble(message: OperatorMessage): string {
  const mine = message.direction === 'incoming';
  const who = mine ? 'Skrivet på telefonen' : `Från ${escapeHtml(message.from)}${message.operator === 'twilio' ? ' via Twilio' : ''}`;
  return `<li class="bubble ${mine ? 'mine' : 'theirs'}"><p>${linkify(message.message)}</p><small>${who} · <time datetime="${message.created}">${escapeHtml(
    shortTime(message.created),
  )}</time>${message.parts > 1 ? ` · ${message.parts} delar` : ''}</small></li>`;
}

function options(current: string): string {
  const known = BEHAVIOURS.map((name) => ({ value: optionValue(name), label: BEHAVIOUR_LABELS[name] }));
  const all = known.some(({ value }) => value === current)
    ? known
    : [...known, { value: current, label: `Dröjer ${Number(current.split(':')[1] ?? 0) / 1000} sekunder` }];
  return all.map(({ value, label }) => `<option value="${value}"${value === current ? ' selected' : ''}>${escapeHtml(label)}</option>`).join('');
}

function phone({ number, label, behaviour, messages, lost }: Phone): string {
  const id = `p${number.slice(1)}`;
  const written = asWritten(number);
  const lostNote = lost === 0 ? '' : `<p class="lost">${lost === 1 ? 'Ett meddelande' : `${lost} meddelanden`} kom aldrig fram hit.</p>`;
  const bubbles = messages.length === 0 ? '<li class="none">Inga meddelanden ännu.</li>' : messages.map(bubble).join('');
  return `<article class="phone${behaviour === 'ok' ? '' : ' odd'}" id="${id}" data-number="${escapeHtml(number)}" aria-labelledby="${id}-h">
<header><h2 id="${id}-h">${escapeHtml(written)}</h2>${label ? `<p class="label">${escapeHtml(label)}</p>` : ''}</header>
<ol class="bubbles" tabindex="0" aria-label="Meddelanden på ${escapeHtml(written)}">${bubbles}</ol>${lostNote}
<form class="reply"><label class="vh" for="${id}-t">Svara från ${escapeHtml(written)}</label><textarea id="${id}-t" rows="1" maxlength="1600" placeholder="Svara …" required></textarea><button class="btn">Skicka</button></form>
<footer><label for="${id}-b">SMS hit</label><select id="${id}-b" class="behaviour">${options(behaviour)}</select></footer>
</article>`;
}

export function phonesHtml(phones: readonly Phone[]): { id: string; html: string }[] {
  return phones.map((one) => ({ id: `p${one.number.slice(1)}`, html: phone(one) }));
}

/** The accounts that the simulated operators know, for whoever sets up a municipality's own. */
export type Accounts = Readonly<Record<OperatorName, { user: string; password: string }>>;

export function operatorsHtml(behaviours: Readonly<Record<string, string>>, accounts: Accounts): string {
  return OPERATORS.map((name) => {
    const current = behaviours[name] ?? 'ok';
    const options = OPERATOR_BEHAVIOURS.map(({ value, label }) => `<option value="${value}"${value === current ? ' selected' : ''}>${escapeHtml(label)}</option>`).join('');
    const { user, password } = accounts[name];
    return `<div class="operator${current === 'ok' ? '' : ' odd'}"><label for="o-${name}">${OPERATOR_LABELS[name]}</label><select id="o-${name}" data-operator="${name}">${options}</select>
<details><summary>Konto</summary><dl><dt>Användare</dt><dd>${escapeHtml(user)}</dd><dt>Lösenord</dt><dd>${escapeHtml(password)}</dd></dl></details></div>`;
  }).join('');
}

export function clockHtml(clock: ClockReading): string {
  if (!clock.available) return '<p class="now"><span class="muted">Klockan väntar på databasen.</span></p>';
  const moved = clock.offsetMs > 0 ? `<span class="chip">Flyttad, verklig tid är ${escapeHtml(shortTime(clock.realNow))}</span>` : '';
  const next = clock.nextMessageAt === null ? 'Inget planerat meddelande' : `Nästa meddelande ${escapeHtml(shortTime(clock.nextMessageAt))}`;
  return `<p class="now"><time datetime="${clock.now}" data-wall="${wallTime(clock.now)}">${escapeHtml(longTime(clock.now))}</time> ${moved}</p><p class="muted sm">${next}</p>`;
}

export function pageHtml(phones: readonly Phone[], clock: ClockReading, operators: string): string {
  return `<!doctype html>
<html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>Telefoner – simulerad operatör</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/operator.css"><script src="/operator.js" defer></script></head>
<body><a class="skip" href="#phones">Till telefonerna</a>
<header class="top"><div><h1>Telefoner</h1><p class="muted sm">En låtsad SMS-operatör. Inget härifrån når en riktig telefon. <a href="/mail">E-post</a></p></div>
<section class="clock" aria-labelledby="clock-h"><h2 class="vh" id="clock-h">Klockan i Rådslag</h2><div id="clock">${clockHtml(clock)}</div>
<form id="move"><label class="vh" for="move-to">Flytta klockan till</label><input id="move-to" type="datetime-local" required value="${wallTime(clock.now)}"><button class="btn">Flytta</button>
<button class="btn primary" type="button" id="next">Nästa påminnelse</button><button class="btn quiet" type="button" id="back">Tillbaka till nu</button></form></section></header>
<main><div class="tools"><label for="find">Sök</label><input id="find" type="search" placeholder="Nummer eller text" autocomplete="off"><p id="count" class="muted sm" aria-live="polite"></p><div id="operators" role="group" aria-label="Operatörer">${operators}</div></div>
<details class="stranger"><summary>Skriv från ett nummer som inte har fått något</summary><form id="stranger"><label for="stranger-from">Nummer</label><input id="stranger-from" type="tel" placeholder="070-174 06 98" required><label for="stranger-text">Text</label><input id="stranger-text" maxlength="1600" required><button class="btn">Skicka</button></form></details>
<p id="say" role="status"></p>
<div id="phones">${phonesHtml(phones)
    .map(({ html }) => html)
    .join('')}</div>
<p id="empty"${phones.length > 0 ? ' hidden' : ''}>Inga telefoner ännu. När någon får sitt första SMS dyker telefonen upp här.</p></main></body></html>`;
}
