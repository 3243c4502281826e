import { escapeHtml, linkify } from '../operator/page-html';
import { shortTime } from '../operator/stockholm';
import type { Mail } from './read-mail';

/** One inbox an address, newest first, in the look of the phones. */
export function mailHtml(kept: readonly Mail[]): string {
  const addresses = [...new Set(kept.map((mail) => mail.to))];
  const inboxes = addresses.map((address, place) => inbox(address, kept.filter((mail) => mail.to === address), place)).join('');
  return `<!doctype html>
<html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>E-post – simulerad server</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/operator.css"></head>
<body><a class="skip" href="#phones">Till breven</a>
<header class="top"><div><h1>E-post</h1><p class="muted sm">En låtsad e-postserver. Inget härifrån når en riktig brevlåda.</p></div><a class="btn" href="/">Telefoner</a></header>
<main><p class="muted sm">Så beter sig en adress: <b>namn+nej@…</b> finns inte, <b>namn+full@…</b> tar inte emot just nu, <b>namn+tyst@…</b> tar emot men svarar inte.</p>
<div id="phones">${inboxes}</div>${kept.length > 0 ? '' : '<p id="empty">Inga brev ännu. När någon får sitt första mejl dyker brevlådan upp här.</p>'}</main></body></html>`;
}

function inbox(address: string, mails: readonly Mail[], place: number): string {
  const letters = mails
    .map((mail) => `<li class="bubble theirs"><p><b>${escapeHtml(mail.subject)}</b>\n${linkify(mail.text)}</p><small>Från ${escapeHtml(mail.from)} · <time datetime="${mail.at}">${escapeHtml(shortTime(mail.at))}</time></small></li>`)
    .join('');
  return `<article class="phone" aria-labelledby="m${place}"><header><h2 id="m${place}">${escapeHtml(address)}</h2></header><ol class="bubbles" tabindex="0" aria-label="Brev till ${escapeHtml(address)}">${letters}</ol></article>`;
}
