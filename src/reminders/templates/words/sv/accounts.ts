import { AccountChange } from '../../../../access/account-notice.entity';
import { AccountLetters } from '../accounts';

/** What has happened, and what it means. */
const changes = (left: number): Record<AccountChange, { heading: string; text: string }> => ({
  second_factor_on: {
    heading: 'Tvåstegsinloggningen är på',
    text: 'Från och med nu loggar du in med ditt lösenord och en kod från din autentiseringsapp. På alla andra enheter har du loggats ut.',
  },
  second_factor_off: {
    heading: 'Tvåstegsinloggningen är av',
    text: 'Från och med nu loggar du in med enbart ditt lösenord. På alla andra enheter har du loggats ut.',
  },
  second_factor_reset: {
    heading: 'Din tvåstegsinloggning har återställts',
    text: 'En administratör har tagit bort din tvåstegsinloggning, så som man gör när någon har förlorat sin app. Du har loggats ut överallt. Logga in med ditt lösenord och slå på den igen.',
  },
  recovery_codes_renewed: {
    heading: 'Du har nya återställningskoder',
    text: 'Nya återställningskoder har skapats för ditt konto. De tidigare fungerar inte längre.',
  },
  recovery_code_used: {
    heading: 'En återställningskod har använts',
    text: `Någon har loggat in med en av dina återställningskoder. Koder kvar: ${left}.`,
  },
});

export const accounts: AccountLetters = {
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
  account_changed: ({ what, left }) => {
    const { heading, text } = changes(left)[what];
    return {
      subject: heading,
      heading,
      body: [text],
      action: 'Visa mina inloggningar',
      after: ['Var det inte du? Välj genast ett nytt lösenord och berätta det för dem som driver ditt ställe.'],
    };
  },
  erasure_answered: ({ granted, reason }) => ({
    subject: 'Din begäran om radering',
    heading: granted ? 'Ditt konto raderas i morgon' : 'Din begäran om radering avslogs',
    body: granted
      ? [
          'Du bad oss radera dina uppgifter, och det gör vi i morgon.',
          'Vi raderar ditt konto, dina meddelanden, inställningar och samtycken. Bokningar finns kvar som siffror, och medlemskap och värdet av de förmånliga villkoren finns kvar utan ditt namn så länge bokföring och stöduppgifter måste sparas.',
        ]
      : [`Du bad oss radera dina uppgifter. Det kan vi inte göra nu: ${reason}`],
    action: 'Öppna Business Oasis',
    after: granted ? ['Till i morgon kan du logga in och ta med dig dina uppgifter.'] : [],
  }),
};
