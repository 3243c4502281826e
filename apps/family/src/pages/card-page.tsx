import type { Frame } from '../document/frame';
import { T } from '../document/marks';
import { Phone, renderPage } from '../document/page';

/** What a municipality says of its own texts. `linkStart`: what every link begins with, without https. */
export type Card = { phone: string; smsSender: string; outOfHoursPhone: string | null; emailFrom: string | null; linkStart: string };

/**
 * "Is this real?", for anybody, without a link. It tells how our texts look and whom to call, and has no field to type in:
 * an answer to "did this number get a text?" would tell a stranger who is a client.
 */
export function cardPage(frame: Frame, card: Card): string {
  const { w } = frame;
  const code = (text: string) => <b><bdi dir="ltr">{text}</bdi></b>;
  return renderPage({
    frame,
    title: w.card.title,
    children: (
      <div class="in">
        <h1>{w.card.h1}</h1>
        <p class="lead">{w.card.lead}</p>
        <ul class="dots lead">
          <li>{w.card.sender} {code(card.smsSender)}</li>
          <li>{w.card.link} {code(card.linkStart)}</li>
          {card.emailFrom !== null && <li>{w.card.email} {code(card.emailFrom)}</li>}
          <li>{w.card.word}</li>
        </ul>
        <h2>{w.card.never}</h2>
        <ul class="dots">{Object.values(w.card.neverAsked).map((one) => <li>{one}</li>)}</ul>
        <h2>{w.card.unsure}</h2>
        <p>{w.card.call}</p>
        <p><Phone phone={card.phone} /></p>
        <p><T>{w.hours}</T></p>
        {card.outOfHoursPhone !== null && <p>{w.card.evenings} <Phone phone={card.outOfHoursPhone} /></p>}
        <p class="hint">{w.card.noLookUp}</p>
      </div>
    ),
  });
}
