import { Words } from './words';

export const swedish: Words = {
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
    booking_changed: ({ place, day, several }) => ({
      subject: several ? 'Ändrat: flera bokningar' : `Ändrat: ${place}, ${day}`,
      heading: several ? 'Dina bokningar har ändrats' : 'Din bokning har ändrats',
      body: [
        several
          ? 'De här bokningarna har nu en annan plats eller tid.'
          : 'Din bokning har nu en annan plats eller tid.',
      ],
      action: 'Öppna mina bokningar',
      after: ['Passar det inte? Avboka i god tid, så att någon annan kan få platsen.'],
    }),
    booking_tomorrow: ({ place, hours }) => ({
      subject: `I morgon: ${place}, ${hours}`,
      heading: 'Du har en bokning i morgon',
      body: [],
      action: 'Öppna mina bokningar',
      after: ['Har planerna ändrats? Avboka nu, så att någon annan kan få platsen.'],
    }),
    booking_soon: ({ place, hours }) => ({
      subject: `Snart: ${place}, ${hours}`,
      heading: 'Din bokning börjar snart',
      body: ['Checka in när du kommer. En plats som ingen kommer till går till någon annan.'],
      action: 'Checka in',
      after: [],
    }),
    booking_ending: ({ place, hours }) => ({
      subject: `Slutar snart: ${place}, ${hours}`,
      heading: 'Din bokning slutar snart',
      body: ['Lämna platsen så som du själv vill finna den. Om den är ledig kan du stanna längre.'],
      action: 'Stanna längre',
      after: [],
    }),
    booking_released: ({ place, day }) => ({
      subject: `Frigjord: ${place}, ${day}`,
      heading: 'Din plats gavs till andra',
      body: ['Ingen checkade in, så platsen frigjordes.'],
      action: 'Öppna mina bokningar',
      after: ['Blev det fel? Säg till där inom en vecka, så tittar en ansvarig på saken.'],
    }),
    waiting_list_offer: ({ place, day, until }) => ({
      subject: `Ledig för dig: ${place}, ${day}`,
      heading: 'Platsen du väntade på är ledig',
      body: [`Den hålls för dig till ${until}. Därefter går den vidare till nästa person.`],
      action: 'Ta platsen eller avstå',
      after: ['Behöver du den inte längre? Avstå, så får nästa person den genast.'],
    }),
    application_received: ({ site }) => ({
      subject: `Vi har fått din ansökan: ${site}`,
      heading: 'Vi har fått din ansökan',
      body: [`Tack för din ansökan till ${site}. Vi läser den och skriver till dig så snart den är avgjord.`],
      action: 'Öppna min ansökan',
      after: [],
    }),
    application_returned: ({ site, until }) => ({
      subject: `Komplettera din ansökan: ${site}`,
      heading: 'Din ansökan behöver kompletteras',
      body: [`Komplettera den senast ${until} och skicka in den igen. Därefter förfaller den.`],
      action: 'Komplettera min ansökan',
      after: [],
    }),
    application_waitlisted: ({ site }) => ({
      subject: `Du står på väntelistan: ${site}`,
      heading: 'Du står på väntelistan',
      body: [
        `Vi vill gärna ha dig med, men just nu finns ingen ledig plats hos ${site}. Vi skriver till dig så snart det finns en.`,
      ],
      action: 'Öppna min ansökan',
      after: [],
    }),
    application_rejected: ({ site }) => ({
      subject: `Beslutet om din ansökan: ${site}`,
      heading: 'Vi kan inte erbjuda dig en plats',
      body: [
        `Tack för din ansökan till ${site}. Vi har läst den noga och kan inte erbjuda dig en plats den här gången.`,
      ],
      action: 'Läs beslutet',
      after: ['Du får söka igen när något har förändrats.'],
    }),
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
    applications_waiting: ({ site }) => ({
      subject: `Ansökningar väntar hos ${site}`,
      heading: 'Ansökningar väntar på dig',
      body: [`Någon hos ${site} hoppas på ett svar.`],
      action: 'Öppna ansökningarna',
      after: [],
    }),
  },
};
