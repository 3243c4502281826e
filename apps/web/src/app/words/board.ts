import type { BoardColumn, Coming } from '@radslag/domain';
import { catalogue, type Texts, type Written } from './words';

const sv = {
  title: 'Inbjudna',
  lead: 'Alla som är inbjudna till rådslag som inte har hållits än, och var frågan till dem står.',
  whose: 'Vilka ärenden',
  scopes: { mine: 'Mina', unit: 'Hela enheten' },
  columns: { needsYou: 'Behöver dig', notSent: 'Inte skickat', onItsWay: 'På väg', waiting: 'Väntar på svar', answered: 'Har svarat' },
  none: { needsYou: 'Ingen just nu.', notSent: 'Ingen.', onItsWay: 'Inget på väg.', waiting: 'Ingen att vänta på.', answered: 'Ingen har svarat än.' },
  empty: 'Ingen är inbjuden just nu. När du har skickat en tidsfråga syns de du frågade här.',
  answers: { yes: 'Kommer', maybe: 'Kanske', no: 'Kommer inte' },
  must: 'måste vara med',
  sent: 'Skickat {when}',
  answeredAt: 'Svarade {when}',
  next: '{kind} {when}',
  by: 'Nås med {channel}',
  needs: {
    callMember: 'Ring', sendLetter: 'Skicka brev', findOtherWay: 'Hitta en annan väg', checkUnknown: 'Se efter om det kom fram', inboundMessage: 'Läs svaret', none: 'Frågan kom inte fram',
  },
  open: '{name}, {reference}',
} as const satisfies Texts & { columns: Record<BoardColumn, string>; none: Record<BoardColumn, string>; answers: Record<Coming, string> };

const en: Written<typeof sv> = {
  title: 'Invited',
  lead: 'Everybody invited to conferences that have not been held yet, and where the question to them stands.',
  whose: 'Whose cases',
  scopes: { mine: 'Mine', unit: 'The whole unit' },
  columns: { needsYou: 'Needs you', notSent: 'Not sent', onItsWay: 'On its way', waiting: 'Waiting for an answer', answered: 'Has answered' },
  none: { needsYou: 'Nobody right now.', notSent: 'Nobody.', onItsWay: 'Nothing on its way.', waiting: 'Nobody to wait for.', answered: 'Nobody has answered yet.' },
  empty: 'Nobody is invited right now. When you have sent a question about times, those you asked are shown here.',
  answers: { yes: 'Is coming', maybe: 'Maybe', no: 'Is not coming' },
  must: 'must attend',
  sent: 'Sent {when}',
  answeredAt: 'Answered {when}',
  next: '{kind} {when}',
  by: 'Reached by {channel}',
  needs: {
    callMember: 'Call', sendLetter: 'Send a letter', findOtherWay: 'Find another way', checkUnknown: 'See whether it arrived', inboundMessage: 'Read the reply', none: 'The question did not arrive',
  },
  open: '{name}, {reference}',
};

export const boardWords = catalogue({ sv, en });
