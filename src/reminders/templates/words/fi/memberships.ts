import { MembershipLetters } from '../memberships';

export const memberships: MembershipLetters = {
  offer_made: ({ site, until, approved }) => ({
    subject: `Tarjous sinulle: ${site}`,
    heading: 'Tarjoamme sinulle paikkaa',
    body: [
      approved
        ? `Hakemuksesi on hyväksytty. ${site} tarjoaa sinulle jäsenyyttä.`
        : `${site} tarjoaa sinulle jäsenyyttä.`,
      `Tarjous on voimassa ${until} asti. Lue sopimus ja talon säännöt ja hyväksy ne yhdessä.`,
    ],
    action: 'Lue tarjous',
    after: ['Jos et vastaa siihen mennessä, tarjous raukeaa ja paikka annetaan toiselle.'],
  }),
  offer_ending: ({ site, until }) => ({
    subject: `Kaksi päivää jäljellä: tarjous, ${site}`,
    heading: 'Tarjouksesi raukeaa kahden päivän kuluttua',
    body: [`Tarjous (${site}) on voimassa ${until} asti.`],
    action: 'Vastaa tarjoukseen',
    after: ['Jos et vastaa siihen mennessä, paikka annetaan toiselle.'],
  }),
  term_starting: ({ site, from }) => ({
    subject: `Tervetuloa: ${site}, jäsenyytesi alkaa`,
    heading: 'Jäsenyytesi alkaa',
    body: [`Ensimmäinen päiväsi on ${from} (${site}). Siitä alkaen voit tulla sisään ja käyttää varaamiasi paikkoja.`],
    action: 'Avaa jäsenyyteni',
    after: [],
  }),
  term_ending: ({ site, to }) => ({
    subject: `Jäsenyytesi päättyy: ${site}, ${to}`,
    heading: 'Jäsenyytesi on päättymässä',
    body: [`Viimeinen päiväsi on ${to} (${site}). Jos jäsenyyttäsi voi jatkaa, pyydä jatkoa hyvissä ajoin.`],
    action: 'Avaa jäsenyyteni',
    after: [],
  }),
  pause_starting: ({ site, from, to }) => ({
    subject: `Taukosi alkaa: ${site}`,
    heading: 'Taukosi alkaa',
    body: [`Jäsenyytesi on tauolla. Ensimmäinen päivä on ${from} ja viimeinen ${to}. Tauon aikana et voi varata.`],
    action: 'Avaa jäsenyyteni',
    after: [],
  }),
  pause_ending: ({ site, to }) => ({
    subject: `Taukosi päättyy: ${site}`,
    heading: 'Taukosi päättyy',
    body: [`Taukosi viimeinen päivä on ${to}. Seuraavasta päivästä alkaen voit taas varata.`],
    action: 'Avaa jäsenyyteni',
    after: [],
  }),
  membership_suspended: ({ site }) => ({
    subject: `Jäsenyytesi on keskeytetty: ${site}`,
    heading: 'Jäsenyytesi on keskeytetty',
    body: ['Toistaiseksi et voi varata etkä tulla sisään. Alla ovat syy ja päivä, jona arvioimme asian uudelleen.'],
    action: 'Kerro näkemykseni',
    after: ['Voit vastata siellä, ja luemme vastauksesi ennen seuraavaa päätöstä.'],
  }),
  membership_reinstated: ({ site }) => ({
    subject: `Jäsenyytesi jatkuu: ${site}`,
    heading: 'Jäsenyytesi jatkuu',
    body: ['Keskeytys on päättynyt. Voit taas varata ja tulla sisään.'],
    action: 'Avaa jäsenyyteni',
    after: [],
  }),
};
