import { contactsIn } from './contacts-in-text';

const kinds = (text: string, but?: string) => [...new Set(contactsIn(text, but).map(({ kind }) => kind))];

it.each([
  'https://exempel.se', 'http : //exempel.se'.replace(' : ', ':'), 'HTTPS://X', 'www.exempel', 'exempel.se', 'EXEMPEL.SE', 'läs på svar-här.nu', 'bit.ly/abc', 't.me/x', 'a.b.c.example', 'exempel .se', 'exempel . se', 'exempel．se', 'exempel。com', 'exempel\u200B.\u200Bse', 'ｅｘｅｍｐｅｌ.ｓｅ',
  'exempel(.)se', 'exempel [dot] com', 'exempel punkt se', 'xn--exempel-9db', '192.168.0.1', 'namn@exempel.se', 'namn @ exempel', 'namn(at)exempel.se', 'namn snabel-a exempel', 'mailto:x', 'tel:112', 'javascript:alert(1)', 'exempel.zip/x', 'сайт.com',
])('%p is an address', (text) => expect(kinds(`Hej! ${text} Tack.`)).toContain('address'));

it.each(['070-174 06 05', '+46 70 174 06 05', '0701740605', '070.174 06.05', '(070) 174-0605', '7 1 0 0 0', '71000', '٠٧٠١٧٤٠٦٠٥', '۰۷۰ ۱۷۴ ۰۶ ۰۵', '０７０１７４０６０５', '070\u200B174\u200B0605'])('%p is a number', (text) => expect(kinds(`Ring ${text} nu`)).toContain('phone'));

it.each([
  'Hej! Svara här: {link} Undrar du något? Ring {phone}', 'Ring 112 om någon är i fara.', 'kl. 16.30-20.00, den 2026-12-10, 24/12-6/1', 'Det tar 15 minuter. Se efter i god tid.', 'Hej!Svara.Gärna i dag kl. 10.30', 't.ex. bl.a. o.s.v. dvs. m.m.', 'Kom hit. Se dig omkring. Nu går det bra. Me too. To start.', 'År 2026 och 2027', 'Plan 4, rum 12, 3 tr', '{date} {time}. {link}',
])('%p leads nowhere', (text) => expect(contactsIn(text)).toEqual([]));

it('an address of the text it stands in place of may stand, another may not', () => {
  expect(kinds('Klaga hos IMY, imy.se.', 'Du kan också klaga hos Integritetsskyddsmyndigheten, imy.se.')).toEqual([]);
  expect(kinds('Klaga hos oss, imy.se eller annan.se', 'Du kan klaga, imy.se.')).toEqual(['address']);
});
