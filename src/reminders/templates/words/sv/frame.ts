import { Frame } from '../frame';

export const frame: Frame = {
  hello: (name) => `Hej ${name},`,
  linkHint: 'Om knappen inte fungerar kan du kopiera adressen till din webbläsare:',
  footer: 'Du får det här meddelandet eftersom du har ett konto hos Business Oasis. Det har skickats automatiskt.',
  unsubscribe: {
    link: 'Stoppa mejl av det här slaget',
    heading: 'Inga fler mejl av det här slaget?',
    text: 'Det de säger hittar du fortfarande i appen.',
    button: 'Stoppa de här mejlen',
    done: 'Mejlen har stoppats',
    afterwards: 'I din profil kan du när som helst välja på nytt.',
  },
  labels: {
    place: 'Plats',
    site: 'Verksamhetsställe',
    date: 'Datum',
    time: 'Tid',
    yourTime: 'Din tid',
    title: 'Ändamål',
    reason: 'Orsak',
    plan: 'Medlemskap',
    from: 'Från',
    until: 'Till och med',
    deadline: 'Svara senast',
    review: 'Prövas på nytt',
    waiting: 'Väntar',
    oldest: 'Den äldsta kom',
  },
};
