import { catalogue } from './words';

export const caseListWords = catalogue({
  sv: {
    title: 'Rådslag',
    whose: 'Vilka rådslag',
    scopes: { mine: 'Mina', unit: 'Hela enhetens' },
    columns: { who: 'Rådslag', step: 'Steg', next: 'Nästa', coordinator: 'Samordnare', holdBy: 'Rådslag senast', state: 'Läge' },
    more: 'Visa fler',
    empty: 'Inga rådslag här än. När ett uppdrag fördelas till dig visas det här.',
    emptySocialWorker: 'Inga rådslag än. Ett uppdrag börjar med att familjen har fått ett erbjudande och sagt ja.',
    toOffers: 'Till erbjudanden',
    nobody: 'inte utsedd',
    count: '{n, plural, one {1 rådslag} other {{n} rådslag}}',
    filter: 'Ärendenummer eller initialer',
  },
  en: {
    title: 'Conferences',
    whose: 'Which conferences',
    scopes: { mine: 'Mine', unit: 'The whole unit’s' },
    columns: { who: 'Conference', step: 'Step', next: 'Next', coordinator: 'Coordinator', holdBy: 'Hold by', state: 'State' },
    more: 'Show more',
    empty: 'No conferences here yet. When a referral is allocated to you it is shown here.',
    emptySocialWorker: 'No conferences yet. A referral begins when the family has been offered one and said yes.',
    toOffers: 'To offers',
    nobody: 'not chosen',
    count: '{n, plural, one {1 conference} other {{n} conferences}}',
    filter: 'Case number or initials',
  },
});
