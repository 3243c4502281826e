import { readMail } from './read-mail';

describe('a mail that was caught', () => {
  it('reads as it was written, however it was packed', () => {
    const head = 'Message-ID: <1@x>\r\nSubject: =?UTF-8?Q?En_fr=C3=A5ga?=\r\n =?UTF-8?Q?_om_en_tid?=\r\n';
    expect(readMail(`${head}Content-Transfer-Encoding: quoted-printable\r\n\r\nHej! Svara h=C3=A4r: https://x.example/r/=\r\nabc\r\n`)).toEqual({ messageId: '<1@x>', subject: 'En fråga om en tid', text: 'Hej! Svara här: https://x.example/r/abc' });
    expect(readMail(`${head}Content-Transfer-Encoding: base64\r\n\r\n${Buffer.from('مرحبا').toString('base64')}\r\n`).text).toBe('مرحبا');
  });
});
