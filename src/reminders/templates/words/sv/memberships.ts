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
    subject: `Välkommen, ditt medlemskap börjar: ${site}`,
    heading: 'Ditt medlemskap börjar',
    body: [`Din första dag hos ${site} är ${from}. Från och med då kan du komma in och använda det du har bokat.`],
    action: 'Öppna mitt medlemskap',
    after: [],
  }),
  term_ending: ({ site, to, date }) => ({
    subject: `Ditt medlemskap slutar ${date}: ${site}`,
    heading: 'Ditt medlemskap går mot sitt slut',
    body: [`Din sista dag hos ${site} är ${to}. Om ditt medlemskap kan förlängas, be om det i god tid.`],
    action: 'Öppna mitt medlemskap',
    after: [],
  }),
  pause_starting: ({ site, from, to }) => ({
    subject: `Din paus börjar: ${site}`,
    heading: 'Din paus börjar',
    body: [`Ditt medlemskap vilar från ${from} till och med ${to}. Under den tiden kan du inte boka.`],
    action: 'Öppna mitt medlemskap',
    after: [],
  }),
  pause_ending: ({ site, to }) => ({
    subject: `Din paus slutar: ${site}`,
    heading: 'Din paus slutar',
    body: [`Den sista dagen av din paus är ${to}. Från nästa dag kan du boka igen.`],
    action: 'Öppna mitt medlemskap',
    after: [],
  }),
  membership_suspended: ({ site }) => ({
    subject: `Ditt medlemskap är avstängt: ${site}`,
    heading: 'Ditt medlemskap är avstängt',
    body: ['Tills vidare kan du inte boka eller komma in. Orsaken och dagen då vi prövar saken på nytt står nedan.'],
    action: 'Säg vad jag tycker',
    after: ['Du kan svara där, och vi läser det innan vi beslutar vidare.'],
  }),
  membership_reinstated: ({ site }) => ({
    subject: `Ditt medlemskap fortsätter: ${site}`,
    heading: 'Ditt medlemskap fortsätter',
    body: ['Avstängningen är över. Du kan boka och komma in igen.'],
    action: 'Öppna mitt medlemskap',
    after: [],
  }),
  allowance_low: ({ site, kind }) => ({
    subject: `Håller på att ta slut: ${kind}, ${site}`,
    heading: 'Din kvot håller på att ta slut',
    body: ['Du har använt eller bokat fyra femtedelar av månadens kvot. Det du avbokar i god tid kommer tillbaka.'],
    action: 'Öppna min plånbok',
    after: ['En ny månad ger en ny kvot.'],
  }),
  pause_answered: ({ site, from, to, granted }) => ({
    subject: granted ? `Din paus är beviljad: ${site}` : `Din paus beviljas inte: ${site}`,
    heading: granted ? 'Din paus är beviljad' : 'Din paus beviljas inte',
    body: [
      granted
        ? `Ditt medlemskap vilar från ${from} till och med ${to}. Under den tiden kan du inte boka.`
        : 'Vi kunde inte bevilja pausen du bad om. Ditt medlemskap fortsätter som förut.',
    ],
    action: 'Öppna mitt medlemskap',
    after: [],
  }),
  renewal_answered: ({ site, to, granted }) => ({
    subject: granted ? `Ditt medlemskap är förlängt: ${site}` : `Ditt medlemskap förlängs inte: ${site}`,
    heading: granted ? 'Ditt medlemskap är förlängt' : 'Ditt medlemskap förlängs inte',
    body: [
      granted
        ? `Din sista dag hos ${site} är nu ${to}.`
        : `Vi kunde inte förlänga ditt medlemskap. Det slutar ${to} som avtalat.`,
    ],
    action: 'Öppna mitt medlemskap',
    after: [],
  }),
  membership_ended: ({ site, to }) => ({
    subject: `Ditt medlemskap har upphört: ${site}`,
    heading: 'Ditt medlemskap har upphört',
    body: [`Din sista dag hos ${site} var ${to}. Tack för den här tiden.`],
    action: 'Öppna mitt medlemskap',
    after: ['Du kan ta med dina uppgifter från din profil.'],
  }),
  stage_answered: ({ venture, stage, approved }) => ({
    subject: approved ? `${venture}: ett nytt skede` : `${venture}: steget behöver kompletteras`,
    heading: approved ? 'Ditt projekt har nått ett nytt skede' : 'Steget till nästa skede skickades tillbaka',
    body: [
      approved
        ? `${venture} är nu i skedet ”${stage}”. Bra jobbat!`
        : `Steget för ${venture} till skedet ”${stage}” godkändes inte än. Skälet står nedan.`,
    ],
    action: 'Öppna mitt projekt',
    after: [],
  }),
};
