/** Runs in the browser as it stands. Everything is drawn by the server; this exchanges what changed and sends what was typed. */
export const PAGE_SCRIPT = `'use strict';
const $ = (id) => document.getElementById(id);
const phones = $('phones'), say = $('say');
const tell = (text) => { say.textContent = text; };
async function post(path, body) {
  const answer = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const told = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(told.sentence || 'Det gick inte.');
  return told;
}
const attempt = (work) => work().catch((error) => tell(error.message));
function toEnd(article) { const list = article.querySelector('.bubbles'); list.scrollTop = list.scrollHeight; }
function find() {
  const words = $('find').value.trim().toLowerCase(), digits = words.replace(/\\D/g, '').replace(/^0/, '');
  let shown = 0;
  for (const article of phones.children) {
    const fits = words === '' || article.textContent.toLowerCase().includes(words) || (digits.length > 2 && article.dataset.number.includes(digits));
    article.hidden = !fits;
    if (fits) shown += 1;
  }
  $('count').textContent = words === '' ? '' : shown + ' av ' + phones.children.length + ' telefoner';
}
function draw(fresh) {
  $('clock').innerHTML = fresh.clock;
  if (!$('operators').contains(document.activeElement) && !$('operators').querySelector('details[open]')) $('operators').innerHTML = fresh.operators;
  $('empty').hidden = fresh.phones.length > 0;
  const wanted = new Set(fresh.phones.map((phone) => phone.id));
  for (const article of [...phones.children]) if (!wanted.has(article.id)) article.remove();
  const typing = phones.contains(document.activeElement) ? document.activeElement : null;
  fresh.phones.forEach((phone, place) => {
    const holder = document.createElement('template');
    holder.innerHTML = phone.html;
    const made = holder.content.firstElementChild, known = $(phone.id);
    if (!known) { made.classList.add('fresh'); phones.insertBefore(made, phones.children[place] || null); toEnd(made); return; }
    known.className = made.className;
    const list = known.querySelector('.bubbles'), news = made.querySelector('.bubbles');
    if (list.innerHTML !== news.innerHTML) {
      if (news.children.length > list.children.length && news.lastElementChild.classList.contains('theirs')) tell('Nytt SMS till ' + known.querySelector('h2').textContent);
      list.innerHTML = news.innerHTML; toEnd(known);
    }
    const lost = known.querySelector('.lost'), lostNow = made.querySelector('.lost');
    if (lost) lost.remove();
    if (lostNow) list.after(lostNow);
    known.querySelector('header').innerHTML = made.querySelector('header').innerHTML;
    const select = known.querySelector('select'), selectNow = made.querySelector('select');
    if (select !== document.activeElement && select.value !== selectNow.value) select.innerHTML = selectNow.innerHTML;
    // the latest used phone stands first, but nothing moves under the hands of someone who types
    if (!typing && phones.children[place] !== known) phones.insertBefore(known, phones.children[place] || null);
  });
  find();
}
let busy = false, again = false;
async function refresh() {
  if (busy) { again = true; return; }
  busy = true;
  try { draw(await (await fetch('/phones')).json()); } catch { /* the stream will call again */ }
  busy = false;
  if (again) { again = false; refresh(); }
}
phones.addEventListener('submit', (event) => {
  event.preventDefault();
  const article = event.target.closest('.phone'), box = article.querySelector('textarea');
  attempt(async () => { await post('/control/inbound', { from: article.dataset.number, message: box.value }); box.value = ''; tell('Svaret är skickat.'); });
});
$('stranger').addEventListener('submit', (event) => {
  event.preventDefault();
  const typed = $('stranger-from').value.replace(/[^+\\d]/g, ''), from = typed.startsWith('0') ? '+46' + typed.slice(1) : typed;
  attempt(async () => { await post('/control/inbound', { from, message: $('stranger-text').value }); $('stranger-text').value = ''; tell('SMS:et är skickat.'); });
});
phones.addEventListener('keydown', (event) => {
  if (event.target.tagName === 'TEXTAREA' && event.key === 'Enter' && !event.shiftKey && !event.isComposing) { event.preventDefault(); event.target.form.requestSubmit(); }
});
phones.addEventListener('change', (event) => {
  if (!event.target.matches('.behaviour')) return;
  const number = event.target.closest('.phone').dataset.number, select = event.target;
  attempt(async () => { await post('/control/behaviours', { number, behaviour: select.value }); tell('Ändrat: ' + select.selectedOptions[0].textContent + '.'); });
});
$('operators').addEventListener('change', (event) => {
  const select = event.target;
  attempt(async () => { await post('/control/operators', { operator: select.dataset.operator, behaviour: select.value }); select.closest('.operator').classList.toggle('odd', select.value !== 'ok'); tell('Ändrat: ' + select.selectedOptions[0].textContent + '.'); });
});
$('find').addEventListener('input', find);
const move = (wish) => attempt(async () => {
  const clock = await post('/control/clock', wish);
  tell('Klockan är flyttad.'); await refresh();
  const now = $('clock').querySelector('time');
  if (now) $('move-to').value = now.dataset.wall;
  return clock;
});
$('move').addEventListener('submit', (event) => { event.preventDefault(); move({ to: $('move-to').value }); });
$('next').addEventListener('click', () => move({ next: true }));
$('back').addEventListener('click', () => move({ offsetMs: 0 }));
const stream = new EventSource('/events');
stream.addEventListener('changed', refresh);
stream.addEventListener('open', refresh);
setInterval(refresh, 30000);
for (const article of phones.children) toEnd(article);
`;
