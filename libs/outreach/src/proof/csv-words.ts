import type { Channel, MessageKind, MessageReason } from '@radslag/domain';

type Words = { head: string[]; kinds: Record<MessageKind, string>; channels: Record<Channel, string>; call: string; atSending: string; goes: string; reasons: Partial<Record<MessageReason | 'notAnswered' | 'worryUnanswered', string>> };

const sv: Words = {
  head: ['Tid', 'Utskick', 'Person', 'Kanal', 'Till', 'Operatör', 'Skickas', 'Språk', 'Antal SMS', 'Mall', 'Ämne', 'Text'],
  kinds: {
    invitation: 'Tidsfråga', answerReminder: 'Frågan igen', timeSet: 'Dag och tid', timeMoved: 'Ny dag och tid', cancelled: 'Inställt', reminderFortnight: 'Påminnelse två veckor före', reminderWeek: 'Påminnelse en vecka före',
    reminderDay: 'Påminnelse dagen före', reminderHours: 'Påminnelse två timmar före', actionDue: 'Påminnelse om en punkt i planen', newLink: 'Ny länk', planReady: 'Planen finns att läsa', autoReply: 'Svar på SMS',
  },
  channels: { sms: 'SMS', email: 'e-post', letter: 'brev', phone: 'samtal', staffOnly: 'genom samordnaren' },
  call: 'Ring', atSending: 'väljs när det skickas', goes: 'ja',
  reasons: {
    notAnswered: 'har inte svarat', capReached: 'nej: numret har fått så många frågor och påminnelser som det får på sju dagar', notNeutral: 'nej: texten kan avslöja något', unreadable: 'nej: en uppgift går inte att läsa', tooLate: 'nej: det blir för sent', noNumber: 'nej: inget mobilnummer', noSms: 'nej: vill inte ha SMS',
    noEmail: 'nej: ingen e-postadress', consentWithdrawn: 'nej: samtycket gäller inte', personProtected: 'nej: skyddade uppgifter', personDeclined: 'nej: har svarat nej', answered: 'nej: har svarat', planWithdrawn: 'nej: får inte läsa planen längre', banUndecided: 'väntar: ett kontaktförbud gäller och ingen chef har beslutat', embargoed: 'nej: ska inte kontaktas före ett visst datum', invitationRevoked: 'nej: länken är stängd', worryUnanswered: 'väntar: någon är orolig eller har skrivit om fara, och ingen har tagit hand om det',
  },
};

const en: Words = {
  head: ['Time', 'Message', 'Person', 'Channel', 'To', 'Operator', 'Goes', 'Language', 'Texts', 'Template', 'Subject', 'Text'],
  kinds: {
    invitation: 'Question about times', answerReminder: 'The question again', timeSet: 'Day and time', timeMoved: 'New day and time', cancelled: 'Cancelled', reminderFortnight: 'Reminder two weeks before', reminderWeek: 'Reminder a week before',
    reminderDay: 'Reminder the day before', reminderHours: 'Reminder two hours before', actionDue: 'Reminder about a point in the plan', newLink: 'New link', planReady: 'The plan can be read', autoReply: 'Reply to a text',
  },
  channels: { sms: 'SMS', email: 'e-mail', letter: 'letter', phone: 'phone call', staffOnly: 'through the coordinator' },
  call: 'Call', atSending: 'chosen when it is sent', goes: 'yes',
  reasons: {
    notAnswered: 'has not answered', capReached: 'no: the number has had as many questions and reminders as it may in seven days', notNeutral: 'no: the text could reveal something', unreadable: 'no: a part of it cannot be read', tooLate: 'no: it becomes too late', noNumber: 'no: no mobile number', noSms: 'no: does not want SMS',
    noEmail: 'no: no e-mail address', consentWithdrawn: 'no: the consent does not hold', personProtected: 'no: protected details', personDeclined: 'no: said no', answered: 'no: has answered', planWithdrawn: 'no: may no longer read the plan', banUndecided: 'waits: a contact ban stands and no manager has decided', embargoed: 'no: not to be contacted before a certain date', invitationRevoked: 'no: the link is closed', worryUnanswered: 'waits: somebody is worried or has written of danger, and nobody has dealt with it',
  },
};

export const csvWords = (language: string): Words => (language === 'en' ? en : sv);
