import { Words } from './words';

export const swedish: Words = {
  hello: (name) => `Hej ${name},`,
  linkHint: 'Om knappen inte fungerar kan du kopiera adressen till din webbläsare:',
  footer: 'Du får det här meddelandet eftersom du har ett konto hos Business Oasis. Det har skickats automatiskt.',
  labels: {
    place: 'Plats',
    site: 'Verksamhetsställe',
    date: 'Datum',
    time: 'Tid',
    yourTime: 'Din tid',
    title: 'Ändamål',
    reason: 'Orsak',
  },
  letters: {
    verify_email: ({ validity }) => ({
      subject: 'Bekräfta din e-postadress',
      heading: 'Välkommen till Business Oasis',
      body: ['Ett konto har öppnats med den här e-postadressen. Bekräfta att adressen är din, så kan du logga in.'],
      action: 'Bekräfta min adress',
      after: [
        `Länken fungerar en gång och gäller i ${validity}.`,
        'Var det inte du? Då behöver du inte göra något: utan länken kan ingen använda kontot.',
      ],
    }),
    reset_password: ({ validity }) => ({
      subject: 'Välj ett nytt lösenord',
      heading: 'Välj ett nytt lösenord',
      body: ['Någon har begärt ett nytt lösenord till ditt konto. Välj det här; du loggas då ut på alla enheter.'],
      action: 'Välj lösenord',
      after: [
        `Länken fungerar en gång och gäller i ${validity}.`,
        'Var det inte du? Då behöver du inte göra något: ditt lösenord ändras inte.',
      ],
    }),
    already_registered: () => ({
      subject: 'Du har redan ett konto',
      heading: 'Du har redan ett konto',
      body: [
        'Någon försökte öppna ett konto med den här e-postadressen, men du har redan ett.',
        'Om det var du kan du logga in. Har du glömt ditt lösenord kan du välja ett nytt på samma sida.',
      ],
      action: 'Logga in',
      after: ['Var det inte du? Då behöver du inte göra något: ingenting har ändrats.'],
    }),
    booking_confirmed: ({ place, day }) => ({
      subject: `Bokat: ${place}, ${day}`,
      heading: 'Din bokning är bekräftad',
      body: [],
      action: 'Öppna mina bokningar',
      after: ['Har planerna ändrats? Avboka i god tid, så att någon annan kan få platsen.'],
    }),
    booking_cancelled: ({ place, day, byReader }) => ({
      subject: `Avbokat: ${place}, ${day}`,
      heading: 'Din bokning är avbokad',
      body: [
        byReader ? 'Du har avbokat den här bokningen.' : 'Vi var tvungna att avboka den här bokningen. Vi beklagar.',
      ],
      action: byReader ? 'Öppna mina bokningar' : 'Hitta en annan plats',
      after: [],
    }),
    booking_rejected: ({ place, day }) => ({
      subject: `Inte godkänd: ${place}, ${day}`,
      heading: 'Din bokning godkändes inte',
      body: ['Vi kunde inte godkänna den här bokningen.'],
      action: 'Hitta en annan plats',
      after: [],
    }),
  },
};
