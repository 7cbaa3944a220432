import { BookingLetters } from '../bookings';

export const bookings: BookingLetters = {
  booking_confirmed: ({ place, date }) => ({
    subject: `Bokat: ${date}, ${place}`,
    heading: 'Din bokning är bekräftad',
    body: [],
    action: 'Öppna mina bokningar',
    after: ['Har planerna ändrats? Avboka i god tid, så att någon annan kan få platsen.'],
  }),
  series_confirmed: ({ place, date, several }) => ({
    subject: several ? `Bokat: ${date} och fler datum, ${place}` : `Bokat: ${date}, ${place}`,
    heading: several ? 'Din serie är bokad' : 'Ett datum i din serie är bokat',
    body: [],
    action: 'Öppna mina bokningar',
    after: ['Ändrade planer? Avboka enskilda datum i god tid, så att någon annan kan få platsen.'],
  }),
  booking_cancelled: ({ place, site, date, byReader, several, closed }) => ({
    subject: several ? 'Avbokat: flera bokningar' : `Avbokat: ${date}, ${place}`,
    heading: several ? 'Dina bokningar är avbokade' : 'Din bokning är avbokad',
    body: [
      byReader
        ? several
          ? 'Du har avbokat dessa bokningar.'
          : 'Du har avbokat den här bokningen.'
        : several
          ? 'Vi var tvungna att avboka dessa bokningar. Vi beklagar.'
          : 'Vi var tvungna att avboka den här bokningen. Vi beklagar.',
      ...(closed ? [`${site} tar för närvarande inte emot bokningar.`] : []),
    ],
    action: byReader ? 'Öppna mina bokningar' : 'Hitta en annan plats',
    after: [],
  }),
  booking_rejected: ({ place, date }) => ({
    subject: `Inte godkänd: ${date}, ${place}`,
    heading: 'Din bokning godkändes inte',
    body: ['Vi kunde inte godkänna den här bokningen.'],
    action: 'Hitta en annan plats',
    after: [],
  }),
  booking_changed: ({ place, date, several }) => ({
    subject: several ? 'Ändrat: flera bokningar' : `Ändrat: ${date}, ${place}`,
    heading: several ? 'Dina bokningar har ändrats' : 'Din bokning har ändrats',
    body: [
      several ? 'De här bokningarna har nu en annan plats eller tid.' : 'Din bokning har nu en annan plats eller tid.',
    ],
    action: 'Öppna mina bokningar',
    after: ['Passar det inte? Avboka i god tid, så att någon annan kan få platsen.'],
  }),
  booking_tomorrow: ({ place, hours }) => ({
    subject: `I morgon: ${hours}, ${place}`,
    heading: 'Du har en bokning i morgon',
    body: [],
    action: 'Öppna mina bokningar',
    after: ['Har planerna ändrats? Avboka nu, så att någon annan kan få platsen.'],
  }),
  booking_soon: ({ place, hours }) => ({
    subject: `Snart: ${hours}, ${place}`,
    heading: 'Din bokning börjar snart',
    body: ['Checka in när du kommer. En plats som ingen kommer till går till någon annan.'],
    action: 'Checka in',
    after: [],
  }),
  booking_ending: ({ place, hours }) => ({
    subject: `Slutar snart: ${hours}, ${place}`,
    heading: 'Din bokning slutar snart',
    body: ['Lämna platsen så som du själv vill finna den. Om den är ledig kan du stanna längre.'],
    action: 'Stanna längre',
    after: [],
  }),
  booking_released: ({ place, date }) => ({
    subject: `Frigjord: ${date}, ${place}`,
    heading: 'Din plats gavs till andra',
    body: ['Ingen checkade in, så platsen frigjordes.'],
    action: 'Öppna mina bokningar',
    after: ['Blev det fel? Säg till där inom en vecka, så tittar en föreståndare på saken.'],
  }),
  waiting_list_offer: ({ place, date, until }) => ({
    subject: `Ledig för dig: ${date}, ${place}`,
    heading: 'Platsen du väntade på är ledig',
    body: [`Den hålls för dig till ${until}. Därefter går den vidare till nästa person.`],
    action: 'Ta platsen eller avstå',
    after: ['Behöver du den inte längre? Avstå, så får nästa person den genast.'],
  }),
  replacement_offer: ({ place, date, until, several }) => ({
    subject: several ? 'Andra platser för dig: flera bokningar' : `En annan plats för dig: ${date}, ${place}`,
    heading: several
      ? 'Dina platser har fallit bort, andra hålls för dig'
      : 'Din plats har fallit bort, en annan hålls för dig',
    body: [
      several
        ? `Vi var tvungna att avboka dina bokningar. Likvärdiga platser hålls för dig, den första av dem till ${until}.`
        : `Vi var tvungna att avboka din bokning. En likvärdig plats hålls för dig till ${until}. Ta den, så fortsätter din bokning där.`,
    ],
    action: several ? 'Ta platserna eller avstå' : 'Ta platsen eller avstå',
    after: ['Utan svar förblir bokningen avbokad, och du får tillbaka det som den tog av din kvot.'],
  }),
  no_show_answered: ({ place, date, forgiven }) => ({
    subject: `Besvarat: ${date}, ${place}`,
    heading: forgiven ? 'Den uteblivna bokningen är förlåten' : 'Den uteblivna bokningen räknas',
    body: [
      forgiven
        ? 'Du har berättat varför ingen kom. En föreståndare har läst det, och bokningen räknas inte längre.'
        : 'Du har berättat varför ingen kom. En föreståndare har läst det, men bokningen räknas ändå.',
    ],
    action: 'Öppna mina bokningar',
    after: [],
  }),
};
