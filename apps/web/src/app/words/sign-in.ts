import { catalogue } from './words';

export const signInWords = catalogue({
  sv: {
    title: 'Logga in',
    lead: 'Rådslag samordnar familjerådslag inom socialtjänsten.',
    email: 'E-post',
    password: 'Lösenord',
    showPassword: 'Visa lösenordet',
    hidePassword: 'Dölj lösenordet',
    submit: 'Logga in',
    working: 'Loggar in …',
    missingEmail: 'Skriv din e-postadress.',
    missingPassword: 'Skriv ditt lösenord.',
    again: 'Du har varit borta en stund, så vi loggade ut dig. Logga in så kommer du tillbaka dit du var.',
    logged: 'Varje gång du öppnar ett ärende sparas det i loggen.',
  },
  en: {
    title: 'Sign in',
    lead: 'Rådslag coordinates family group conferences in the social services.',
    email: 'E-mail',
    password: 'Password',
    showPassword: 'Show the password',
    hidePassword: 'Hide the password',
    submit: 'Sign in',
    working: 'Signing in …',
    missingEmail: 'Enter your e-mail address.',
    missingPassword: 'Enter your password.',
    again: 'You have been away for a while, so we signed you out. Sign in and you will return to where you were.',
    logged: 'Every time you open a case it is written in the log.',
  },
});
