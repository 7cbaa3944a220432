import { MembershipLetters } from '../memberships';

export const memberships: MembershipLetters = {
  offer_made: ({ site, until, approved }) => ({
    subject: `Tarjous sinulle: ${site}`,
    heading: 'Tarjoamme sinulle paikkaa',
    body: [
      approved
        ? `Hakemuksesi on hyväksytty. ${site} tarjoaa sinulle jäsenyyttä.`
        : `${site} tarjoaa sinulle jäsenyyttä.`,
      `Vastaa tarjoukseen viimeistään ${until}. Lue sopimus ja talon säännöt ja hyväksy ne samalla kertaa.`,
    ],
    action: 'Lue tarjous',
    after: ['Jos et vastaa siihen mennessä, tarjous raukeaa ja paikka annetaan toiselle.'],
  }),
  offer_ending: ({ site, until }) => ({
    subject: `Kaksi päivää jäljellä: tarjous, ${site}`,
    heading: 'Tarjouksesi raukeaa kahden päivän kuluttua',
    body: [`Vastaa tarjoukseen (${site}) viimeistään ${until}.`],
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
  term_ending: ({ site, to, date }) => ({
    subject: `Jäsenyytesi päättyy ${date}: ${site}`,
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
  allowance_low: ({ site, kind }) => ({
    subject: `Vähissä: ${kind}, ${site}`,
    heading: 'Kiintiösi on vähissä',
    body: ['Olet käyttänyt tai varannut neljä viidesosaa tämän kuun kiintiöstä. Ajoissa peruttu palautuu.'],
    action: 'Avaa lompakkoni',
    after: ['Uusi kuukausi tuo uuden kiintiön.'],
  }),
  pause_answered: ({ site, from, to, granted }) => ({
    subject: granted ? `Taukosi on hyväksytty: ${site}` : `Taukoasi ei hyväksytty: ${site}`,
    heading: granted ? 'Taukosi on hyväksytty' : 'Taukoasi ei hyväksytty',
    body: [
      granted
        ? `Jäsenyytesi on tauolla. Ensimmäinen päivä on ${from} ja viimeinen ${to}. Tauon aikana et voi varata.`
        : 'Emme voineet hyväksyä pyytämääsi taukoa. Jäsenyytesi jatkuu entisellään.',
    ],
    action: 'Avaa jäsenyyteni',
    after: [],
  }),
  renewal_answered: ({ site, to, granted }) => ({
    subject: granted ? `Jäsenyyttäsi on jatkettu: ${site}` : `Jäsenyyttäsi ei jatketa: ${site}`,
    heading: granted ? 'Jäsenyyttäsi on jatkettu' : 'Jäsenyyttäsi ei jatketa',
    body: [
      granted
        ? `Viimeinen päiväsi on nyt ${to} (${site}).`
        : `Emme voineet jatkaa jäsenyyttäsi. Se päättyy sovitusti: ${to}.`,
    ],
    action: 'Avaa jäsenyyteni',
    after: [],
  }),
  membership_ended: ({ site, to }) => ({
    subject: `Jäsenyytesi on päättynyt: ${site}`,
    heading: 'Jäsenyytesi on päättynyt',
    body: [`Viimeinen päiväsi oli ${to} (${site}). Kiitos yhteisestä ajasta.`],
    action: 'Avaa jäsenyyteni',
    after: ['Voit ottaa tietosi mukaan profiilistasi.'],
  }),
  stage_answered: ({ venture, stage, approved }) => ({
    subject: approved ? `${venture}: uusi vaihe` : `${venture}: askel kaipaa täydennystä`,
    heading: approved ? 'Hankkeesi on uudessa vaiheessa' : 'Siirtyminen seuraavaan vaiheeseen palautettiin',
    body: [
      approved
        ? `${venture} on nyt vaiheessa ”${stage}”. Hienoa!`
        : `Hankkeen ${venture} siirtymistä vaiheeseen ”${stage}” ei vielä hyväksytty. Syy on alla.`,
    ],
    action: 'Avaa hankkeeni',
    after: [],
  }),
};
