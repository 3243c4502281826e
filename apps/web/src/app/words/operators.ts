import { catalogue, type Texts, type Written } from './words';

type State = 'well' | 'resting' | 'recovering' | 'off';

const sv = {
  title: 'SMS-operatörer',
  lead: 'Vem som bär kommunens sms. När en operatör krånglar går utskicken av sig själva till den andra, men aldrig ett sms som kan ha kommit fram.',
  shared: 'Kommunen har inget eget konto än. Allt går genom Rådslags gemensamma konto hos 46elks.',
  names: { '46elks': '46elks', twilio: 'Twilio' },
  ofNext: 'av nästa utskick',
  states: { well: 'Fungerar', resting: 'Vilar', recovering: 'På väg tillbaka', off: 'Av' },
  why: { errors: 'Den svarade med fel. Ett av tjugo sms prövar om den fungerar igen.', slow: 'Den svarade mycket långsammare än den andra. Ett av tjugo sms prövar om den är snabb igen.' },
  recovering: 'Den får lite mer för varje minut som går bra.',
  lately: 'Senaste halvtimmen',
  calls: 'Utskick', errors: 'Fel', median: 'Svarstid (median)', none: 'Inga än',
  seconds: '{s} s',
  noAccount: 'Inget eget konto',
  set: 'Inloggning sparad {day}',
  change: 'Ändra', add: 'Lägg till konto', changeFor: 'Ändra {name}', addFor: 'Lägg till konto hos {name}',
  onOff: 'Skicka genom den här', on: 'Ja', off: 'Nej',
  weightLabel: 'Vikt', weightHint: 'Ett tal från 0 till 100. Med 70 och 30 går sju av tio den första vägen. 0 är reserv.', weightWrong: 'Skriv ett helt tal från 0 till 100.',
  user: { '46elks': 'API-användare', twilio: 'Konto-SID' }, password: { '46elks': 'API-lösenord', twilio: 'Auth Token' },
  keep: 'Lämna tomt för att behålla det som är sparat. Det går inte att läsa.', both: 'Fyll i både användare och lösenord.',
  save: 'Spara', cancel: 'Avbryt', saved: '{name} är sparad.',
  forgets: 'Operatörerna ombeds glömma texten i varje sms inom ett dygn.',
} as const satisfies Texts & { states: Record<State, string> };

const en: Written<typeof sv> = {
  title: 'SMS operators',
  lead: 'Who carries the municipality’s texts. When one operator is in trouble, messages go to the other by themselves, but never a text that may have arrived.',
  shared: 'The municipality has no account of its own yet. Everything goes through the shared account of Rådslag at 46elks.',
  names: { '46elks': '46elks', twilio: 'Twilio' },
  ofNext: 'of the next messages',
  states: { well: 'Works', resting: 'Resting', recovering: 'Coming back', off: 'Off' },
  why: { errors: 'It answered with errors. One text in twenty tries whether it works again.', slow: 'It answered much more slowly than the other. One text in twenty tries whether it is fast again.' },
  recovering: 'It is given a little more for each minute that goes well.',
  lately: 'The last half hour',
  calls: 'Messages', errors: 'Errors', median: 'Time to answer (median)', none: 'None yet',
  seconds: '{s} s',
  noAccount: 'No account of its own',
  set: 'Credentials saved {day}',
  change: 'Change', add: 'Add account', changeFor: 'Change {name}', addFor: 'Add an account at {name}',
  onOff: 'Send through this one', on: 'Yes', off: 'No',
  weightLabel: 'Weight', weightHint: 'A number from 0 to 100. With 70 and 30, seven in ten go the first way. 0 is a reserve.', weightWrong: 'Write a whole number from 0 to 100.',
  user: { '46elks': 'API user', twilio: 'Account SID' }, password: { '46elks': 'API password', twilio: 'Auth Token' },
  keep: 'Leave empty to keep what is saved. It cannot be read.', both: 'Fill in both user and password.',
  save: 'Save', cancel: 'Cancel', saved: '{name} is saved.',
  forgets: 'Operators are asked to forget the text of every message within a day.',
};

export const operatorWords = catalogue({ sv, en });
