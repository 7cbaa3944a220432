import { CoachingLetters } from '../coaching';

export const coaching: CoachingLetters = {
  coach_asked: ({ founder, until }) => ({
    subject: `Vill du coacha ${founder}?`,
    heading: 'Du tillfrågas som coach',
    body: [`Svara senast ${until}. Utan svar till dess tillfrågas nästa coach.`],
    action: 'Läs och svara',
    after: ['Hinner du inte? Säg det snart, så att ingen väntar i onödan.'],
  }),
  coach_answer_due: ({ founder, until }) => ({
    subject: `Vi väntar på ditt svar: ${founder}`,
    heading: 'Vi väntar på ditt svar',
    body: [`Du har till ${until} på dig att säga om du coachar ${founder}.`],
    action: 'Svara nu',
    after: [],
  }),
  coach_found: ({ coach, site }) => ({
    subject: `Din coach är ${coach}`,
    heading: 'Du har en coach',
    body: [`${coach} coachar dig hos ${site} från och med nu. Välj en tid för ert första möte.`],
    action: 'Boka det första mötet',
    after: [],
  }),
  coach_answered: ({ coach, founder, answer, next }) => ({
    subject: {
      accepted: `${coach} coachar ${founder}`,
      declined: `${coach} avböjde att coacha ${founder}`,
      expired: `${coach} svarade inte om ${founder}`,
    }[answer],
    heading: {
      accepted: 'En coach har tackat ja',
      declined: 'En coach har avböjt',
      expired: 'En coach svarade inte i tid',
    }[answer],
    body:
      answer === 'accepted'
        ? []
        : [next ? 'Nästa coach är redan tillfrågad.' : 'Ingen annan står på listan: välj en annan coach.'],
    action: 'Öppna coachningen på stället',
    after: [],
  }),
  coaching_ended: ({ coach, founder, isCoach }) => ({
    subject: isCoach ? `Din coachning av ${founder} är avslutad` : `Din coachning med ${coach} är avslutad`,
    heading: 'Coachningen är avslutad',
    body: ['Tack för det arbete ni har gjort tillsammans.'],
    action: 'Öppna min coachning',
    after: isCoach ? [] : ['Det ni har skrivit tillsammans är ditt, och du kan ta det med dig.'],
  }),
  session_confirmed: ({ other, date }) => ({
    subject: `Möte: ${date}, ${other}`,
    heading: 'Ditt möte är bokat',
    body: [],
    action: 'Öppna mötet',
    after: ['Ändrade planer? Flytta eller avboka ett dygn i förväg, så att ingen väntar förgäves.'],
  }),
  session_moved: ({ other, date }) => ({
    subject: `Flyttat: ${date}, möte med ${other}`,
    heading: 'Ditt möte är flyttat',
    body: ['Det har en annan tid eller plats nu.'],
    action: 'Öppna mötet',
    after: ['Passar det inte? Flytta eller avboka i god tid.'],
  }),
  session_cancelled: ({ other, site, date, by, several, closed }) => ({
    subject: several ? 'Avbokat: flera möten' : `Avbokat: ${date}, möte med ${other}`,
    heading: several ? 'Dina möten är avbokade' : 'Ditt möte är avbokat',
    body: [
      {
        reader: 'Du har avbokat själv.',
        other: 'Den andra parten har avbokat.',
        house: 'Vi var tvungna att avboka. Vi beklagar.',
      }[by],
      ...(closed ? [`${site} tar för närvarande inte emot bokningar.`] : []),
    ],
    action: 'Hitta en annan tid',
    after: [],
  }),
  session_left: ({ coach, founder, date, isCoach, entrepreneur, cause }) => ({
    subject: isCoach ? `Deltagare borta: ${date}, ${founder}` : `Utan dig: ${date}, möte med ${coach}`,
    heading: isCoach ? 'Någon deltar inte längre' : 'Du deltar inte längre',
    body: [
      isCoach
        ? {
            team: `${founder} är inte längre med i teamet den dagen. Mötet hålls med de övriga.`,
            membership: `Medlemskapet för ${founder} gäller inte den dagen. Mötet hålls med de övriga.`,
            entrepreneur: `Mötet gäller ${entrepreneur}, som inte längre är med i teamet den dagen. Det hålls utan ${founder}.`,
          }[cause]
        : {
            team: `Du är inte längre med i teamet den dagen. Teamet träffar ${coach} utan dig.`,
            membership: `Ditt medlemskap gäller inte den dagen. Ditt team träffar ${coach} utan dig.`,
            entrepreneur: `Mötet gäller ${entrepreneur}, som inte längre är med i ditt team den dagen. Det hålls utan dig.`,
          }[cause],
    ],
    action: isCoach ? 'Öppna mötet' : 'Öppna min coachning',
    after: [],
  }),
  session_tomorrow: ({ other, hours }) => ({
    subject: `I morgon: ${hours}, möte med ${other}`,
    heading: 'I morgon har du ett möte',
    body: [],
    action: 'Öppna mötet',
    after: [],
  }),
  session_soon: ({ other, hours }) => ({
    subject: `Snart: ${hours}, möte med ${other}`,
    heading: 'Ditt möte börjar snart',
    body: [],
    action: 'Öppna mötet',
    after: [],
  }),
  session_to_close: ({ other, date }) => ({
    subject: `Avsluta mötet: ${date}, ${other}`,
    heading: 'Hur gick mötet?',
    body: ['Berätta vilka som var där och hur länge, medan du minns. Timmarna räknas först då.'],
    action: 'Avsluta mötet',
    after: [],
  }),
  feedback_asked: ({ other, day }) => ({
    subject: `Hur gick mötet med ${other}?`,
    heading: 'Hur gick ditt möte?',
    body: [`En minut av dig berättar för oss om mötet ${day} var till hjälp.`],
    action: 'Ge återkoppling',
    after: ['De som driver stället ser svar bara i grupp.'],
  }),
  notes_shared: ({ other, day }) => ({
    subject: `Anteckningar från mötet med ${other}`,
    heading: 'Anteckningar har delats med dig',
    body: [`De hör till ditt möte ${day}.`],
    action: 'Läs anteckningarna',
    after: [],
  }),
  note_opened: ({ day }) => ({
    subject: 'En privat anteckning har öppnats',
    heading: 'En administratör har öppnat en privat anteckning',
    body: [
      `Anteckningen hör till mötet ${day}. Det är möjligt bara i nödfall, skrivs ned för gott, och du får veta det varje gång.`,
    ],
    action: 'Öppna mötet',
    after: ['Tycker du att det är fel? Säg det till dem som driver ditt ställe.'],
  }),
  action_items_due: ({ several, late }) => ({
    subject: several ? 'Dina uppgifter förfaller' : 'Din uppgift förfaller',
    heading: 'Det du ville göra',
    body: [late ? 'Något har passerat sin dag. Gör det, flytta det eller stryk det.' : 'Det här förfaller i dag.'],
    action: 'Öppna mina uppgifter',
    after: [],
  }),
  calendar_clash: ({ other, date, several }) => ({
    subject: several ? 'Din kalender krockar med flera möten' : `Din kalender krockar: ${date}, möte med ${other}`,
    heading: several ? 'Du verkar vara upptagen under möten' : 'Du verkar vara upptagen under ett möte',
    body: [
      'Din kalender på annat håll säger att du är upptagen då. Det vi kommit överens om gäller tills du bestämmer dig.',
    ],
    action: 'Behåll eller avboka',
    after: [],
  }),
  calendar_failing: ({ host }) => ({
    subject: `Vi kan inte läsa din kalender (${host})`,
    heading: 'Din kalender kan inte läsas',
    body: [
      `I några timmar har vi inte kunnat läsa din kalender hos ${host}. Det vi visste sedan tidigare spärrar fortfarande tider.`,
    ],
    action: 'Kontrollera adressen',
    after: ['Nya anteckningar där hindrar ingen från att boka dig.'],
  }),
};
