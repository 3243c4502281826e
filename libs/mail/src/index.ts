export { SmtpCarrier, smtpSettings, smtpWay, type SmtpSettings } from './smtp';
