import { MembershipLetters } from '../memberships';

export const memberships: MembershipLetters = {
  offer_made: ({ site, until, approved }) => ({
    subject: `Ett erbjudande till dig: ${site}`,
    heading: 'Vi erbjuder dig en plats',
    body: [
      approved
        ? `Din ansökan är godkänd. ${site} erbjuder dig ett medlemskap.`
        : `${site} erbjuder dig ett medlemskap.`,
      `Erbjudandet gäller till ${until}. Läs avtalet och husreglerna och godkänn dem tillsammans.`,
    ],
    action: 'Läs erbjudandet',
    after: ['Utan svar innan dess förfaller erbjudandet, och platsen går till någon annan.'],
  }),
  offer_ending: ({ site, until }) => ({
    subject: `Två dagar kvar: erbjudandet från ${site}`,
    heading: 'Ditt erbjudande förfaller om två dagar',
    body: [`Erbjudandet från ${site} gäller till ${until}.`],
    action: 'Svara på erbjudandet',
    after: ['Utan svar innan dess går platsen till någon annan.'],
  }),
  term_starting: ({ site, from }) => ({
    subject: `Välkommen till ${site}: ditt medlemskap börjar`,
    heading: 'Ditt medlemskap börjar',
    body: [`Din första dag hos ${site} är ${from}. Från och med då kan du komma in och använda det du har bokat.`],
    action: 'Öppna mitt medlemskap',
    after: [],
  }),
  term_ending: ({ site, to }) => ({
    subject: `Ditt medlemskap hos ${site} slutar ${to}`,
    heading: 'Ditt medlemskap går mot sitt slut',
    body: [`Din sista dag hos ${site} är ${to}. Om ditt medlemskap kan förlängas, be om det i god tid.`],
    action: 'Öppna mitt medlemskap',
    after: [],
  }),
  pause_starting: ({ site, from, to }) => ({
    subject: `Din paus hos ${site} börjar`,
    heading: 'Din paus börjar',
    body: [`Ditt medlemskap vilar från ${from} till och med ${to}. Under den tiden kan du inte boka.`],
    action: 'Öppna mitt medlemskap',
    after: [],
  }),
  pause_ending: ({ site, to }) => ({
    subject: `Din paus hos ${site} slutar`,
    heading: 'Din paus slutar',
    body: [`Den sista dagen av din paus är ${to}. Från nästa dag kan du boka igen.`],
    action: 'Öppna mitt medlemskap',
    after: [],
  }),
  membership_suspended: ({ site }) => ({
    subject: `Ditt medlemskap hos ${site} är avstängt`,
    heading: 'Ditt medlemskap är avstängt',
    body: ['Tills vidare kan du inte boka eller komma in. Orsaken och dagen då vi prövar saken på nytt står nedan.'],
    action: 'Säg vad jag tycker',
    after: ['Du kan svara där, och vi läser det innan vi beslutar vidare.'],
  }),
  membership_reinstated: ({ site }) => ({
    subject: `Ditt medlemskap hos ${site} fortsätter`,
    heading: 'Ditt medlemskap fortsätter',
    body: ['Avstängningen är över. Du kan boka och komma in igen.'],
    action: 'Öppna mitt medlemskap',
    after: [],
  }),
};
