import { catalogue } from './words';

/** When nobody is at the screen, and when somebody is back. */
export const presenceWords = catalogue({
  sv: {
    soon: 'Du loggas ut om {minutes, plural, one {en minut} other {{minutes} minuter}}, eftersom ingen har gjort något här på en stund.',
    stay: 'Jag är kvar',
    title: 'Du är utloggad',
    kept: 'Det du skrev finns kvar bakom den här rutan. Logga in så fortsätter du där du var.',
    leave: 'Lämna sidan',
    tries: 'Någon har skrivit fel lösenord till ditt konto {n} gånger sedan du sist loggade in. Var det inte du? Säg till systemförvaltaren.',
    close: 'Stäng',
  },
  en: {
    soon: 'You will be signed out in {minutes, plural, one {one minute} other {{minutes} minutes}}, since nobody has done anything here for a while.',
    stay: 'I am still here',
    title: 'You are signed out',
    kept: 'What you wrote is kept behind this window. Sign in and go on where you were.',
    leave: 'Leave the page',
    tries: 'Somebody has entered a wrong password for your account {n} times since you were last in. Was it not you? Tell the administrator.',
    close: 'Close',
  },
});
