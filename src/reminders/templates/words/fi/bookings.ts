import { BookingLetters } from '../bookings';

export const bookings: BookingLetters = {
  booking_confirmed: ({ place, date }) => ({
    subject: `Varattu: ${date}, ${place}`,
    heading: 'Varauksesi on vahvistettu',
    body: [],
    action: 'Avaa varaukseni',
    after: ['Muuttuivatko suunnitelmat? Peru varaus ajoissa, niin joku muu saa paikan.'],
  }),
  series_confirmed: ({ place, date, several }) => ({
    subject: several ? `Varattu: ${date} ja muita päiviä, ${place}` : `Varattu: ${date}, ${place}`,
    heading: several ? 'Varaussarjasi on vahvistettu' : 'Varaussarjasi päivä on vahvistettu',
    body: [],
    action: 'Avaa varaukseni',
    after: ['Muuttuivatko suunnitelmat? Peru yksittäiset päivät ajoissa, niin joku toinen saa paikan.'],
  }),
  booking_cancelled: ({ place, site, date, byReader, several, closed }) => ({
    subject: several ? 'Peruttu: useita varauksia' : `Peruttu: ${date}, ${place}`,
    heading: several ? 'Varauksesi on peruttu' : 'Varauksesi on peruttu',
    body: [
      byReader
        ? several
          ? 'Olet perunut nämä varaukset.'
          : 'Olet perunut tämän varauksen.'
        : several
          ? 'Jouduimme perumaan nämä varaukset. Pahoittelemme.'
          : 'Jouduimme perumaan tämän varauksen. Pahoittelemme.',
      ...(closed ? [`Täällä ei nyt oteta vastaan varauksia: ${site}.`] : []),
    ],
    action: byReader ? 'Avaa varaukseni' : 'Etsi toinen paikka',
    after: [],
  }),
  booking_rejected: ({ place, date }) => ({
    subject: `Ei hyväksytty: ${date}, ${place}`,
    heading: 'Varaustasi ei hyväksytty',
    body: ['Emme voineet hyväksyä tätä varausta.'],
    action: 'Etsi toinen paikka',
    after: [],
  }),
  booking_changed: ({ place, date, several }) => ({
    subject: several ? 'Muutettu: useita varauksia' : `Muutettu: ${date}, ${place}`,
    heading: several ? 'Varauksesi ovat muuttuneet' : 'Varauksesi on muuttunut',
    body: [several ? 'Näillä varauksilla on nyt uusi paikka tai aika.' : 'Varauksellasi on nyt uusi paikka tai aika.'],
    action: 'Avaa varaukseni',
    after: ['Eikö se sovi sinulle? Peru varaus ajoissa, niin joku muu saa paikan.'],
  }),
  booking_tomorrow: ({ place, hours }) => ({
    subject: `Huomenna: ${hours}, ${place}`,
    heading: 'Sinulla on varaus huomenna',
    body: [],
    action: 'Avaa varaukseni',
    after: ['Muuttuivatko suunnitelmat? Peru varaus nyt, niin joku muu saa paikan.'],
  }),
  booking_soon: ({ place, hours }) => ({
    subject: `Pian: ${hours}, ${place}`,
    heading: 'Varauksesi alkaa pian',
    body: ['Ilmoittaudu, kun tulet paikalle. Käyttämättä jäävä paikka annetaan muille.'],
    action: 'Ilmoittaudu',
    after: [],
  }),
  booking_ending: ({ place, hours }) => ({
    subject: `Päättyy pian: ${hours}, ${place}`,
    heading: 'Varauksesi päättyy pian',
    body: ['Jätä paikka sellaiseen kuntoon kuin itse haluaisit sen löytää. Jos paikka on vapaa, voit jatkaa.'],
    action: 'Jatka varausta',
    after: [],
  }),
  booking_released: ({ place, date }) => ({
    subject: `Vapautettu: ${date}, ${place}`,
    heading: 'Paikkasi annettiin muille',
    body: ['Kukaan ei ilmoittautunut, joten paikka vapautettiin.'],
    action: 'Avaa varaukseni',
    after: ['Oliko kyseessä virhe? Voit kertoa siitä viikon kuluessa, ja toimipaikan vetäjä tarkistaa asian.'],
  }),
  waiting_list_offer: ({ place, date, until }) => ({
    subject: `Vapautui sinulle: ${date}, ${place}`,
    heading: 'Odottamasi paikka on vapautunut',
    body: [`Paikka on varattuna sinulle. Ota se viimeistään ${until}, muuten se siirtyy seuraavalle.`],
    action: 'Ota paikka tai luovu siitä',
    after: ['Etkö enää tarvitse paikkaa? Luovu siitä, niin seuraava saa sen heti.'],
  }),
  replacement_offer: ({ place, date, until, several }) => ({
    subject: several ? 'Toiset paikat sinulle: useita varauksia' : `Toinen paikka sinulle: ${date}, ${place}`,
    heading: several
      ? 'Paikkasi eivät ole käytettävissä, toiset on varattu sinulle'
      : 'Paikkasi ei ole käytettävissä, toinen on varattu sinulle',
    body: [
      several
        ? `Jouduimme perumaan varauksiasi. Vastaavat paikat on varattu sinulle. Vastaa ensimmäisestä viimeistään ${until}.`
        : `Jouduimme perumaan varauksesi. Vastaava paikka on varattu sinulle. Ota se viimeistään ${until}, niin varauksesi jatkuu siellä.`,
    ],
    action: several ? 'Ota paikat tai luovu niistä' : 'Ota paikka tai luovu siitä',
    after: ['Ilman vastausta varaus pysyy peruttuna, ja saat siihen käytetyn osuuden takaisin.'],
  }),
  no_show_answered: ({ place, date, forgiven }) => ({
    subject: `Vastaus: ${date}, ${place}`,
    heading: forgiven ? 'Käyttämätön varaus on annettu anteeksi' : 'Merkintä käyttämättömästä varauksesta jää',
    body: [
      forgiven
        ? 'Kerroit, miksi kukaan ei tullut. Toimipaikan vetäjä on lukenut sen, eikä varausta enää lasketa mukaan.'
        : 'Kerroit, miksi kukaan ei tullut. Toimipaikan vetäjä on lukenut sen, mutta varaus lasketaan silti mukaan.',
    ],
    action: 'Avaa varaukseni',
    after: [],
  }),
};
