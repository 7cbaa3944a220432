import { CoachingLetters } from '../coaching';

export const coaching: CoachingLetters = {
  coach_asked: ({ founder, until }) => ({
    subject: `Alkaisitko valmentaa: ${founder}?`,
    heading: 'Sinua pyydetään valmentajaksi',
    body: [`Vastaa viimeistään ${until}. Jos vastausta ei tule, kysytään seuraavalta valmentajalta.`],
    action: 'Lue ja vastaa',
    after: ['Et ehdi? Kerro se pian, niin kukaan ei odota turhaan.'],
  }),
  coach_answer_due: ({ founder, until }) => ({
    subject: `Vastaustasi odotetaan: ${founder}`,
    heading: 'Vastaustasi odotetaan',
    body: [`Kerro viimeistään ${until}, alatko valmentaa (${founder}).`],
    action: 'Vastaa nyt',
    after: [],
  }),
  coach_found: ({ coach, site }) => ({
    subject: `Valmentajasi on ${coach}`,
    heading: 'Sinulla on valmentaja',
    body: [`${coach} valmentaa sinua tästä lähtien (${site}). Valitse aika ensimmäiselle tapaamiselle.`],
    action: 'Varaa ensimmäinen tapaaminen',
    after: [],
  }),
  coach_answered: ({ coach, founder, answer, next }) => ({
    subject: {
      accepted: `${coach} alkaa valmentaa: ${founder}`,
      declined: `${coach} kieltäytyi: ${founder}`,
      expired: `${coach} ei vastannut: ${founder}`,
    }[answer],
    heading: {
      accepted: 'Valmentaja on suostunut',
      declined: 'Valmentaja on kieltäytynyt',
      expired: 'Valmentaja ei vastannut ajoissa',
    }[answer],
    body:
      answer === 'accepted'
        ? []
        : [next ? 'Seuraavalta valmentajalta on jo kysytty.' : 'Listalla ei ole muita: valitse toinen valmentaja.'],
    action: 'Avaa toimipaikan valmennus',
    after: [],
  }),
  coaching_ended: ({ coach, founder, isCoach }) => ({
    subject: isCoach ? `Valmennus on päättynyt: ${founder}` : `Valmennus on päättynyt: ${coach}`,
    heading: 'Valmennus on päättynyt',
    body: ['Kiitos yhdessä tehdystä työstä.'],
    action: 'Avaa valmennukseni',
    after: isCoach ? [] : ['Yhdessä kirjoittamanne on sinun, ja voit ottaa sen mukaasi.'],
  }),
  session_confirmed: ({ other, date }) => ({
    subject: `Tapaaminen: ${date}, ${other}`,
    heading: 'Tapaamisesi on varattu',
    body: [],
    action: 'Avaa tapaaminen',
    after: ['Muuttuivatko suunnitelmat? Siirrä tai peru vuorokautta ennen, niin kukaan ei odota turhaan.'],
  }),
  session_moved: ({ other, date }) => ({
    subject: `Siirretty: ${date}, tapaaminen, ${other}`,
    heading: 'Tapaamisesi on siirretty',
    body: ['Sillä on nyt toinen aika tai paikka.'],
    action: 'Avaa tapaaminen',
    after: ['Eikö se sovi sinulle? Siirrä tai peru hyvissä ajoin.'],
  }),
  session_cancelled: ({ other, site, date, by, several, closed }) => ({
    subject: several ? 'Peruttu: useita tapaamisia' : `Peruttu: ${date}, tapaaminen, ${other}`,
    heading: 'Tapaamisesi on peruttu',
    body: [
      {
        reader: 'Olet itse perunut.',
        other: 'Toinen osapuoli on perunut.',
        house: 'Jouduimme perumaan. Pahoittelemme.',
      }[by],
      ...(closed ? [`Täällä ei nyt oteta vastaan varauksia: ${site}.`] : []),
    ],
    action: 'Etsi toinen aika',
    after: [],
  }),
  session_left: ({ coach, founder, date, isCoach, entrepreneur, cause }) => ({
    subject: isCoach ? `Osallistuja pois: ${date}, ${founder}` : `Ilman sinua: ${date}, tapaaminen, ${coach}`,
    heading: isCoach ? 'Yksi osallistuja jää pois' : 'Et enää osallistu tapaamiseen',
    body: [
      isCoach
        ? {
            team: `${founder} ei ole silloin enää tiimissä. Tapaaminen pidetään muiden kanssa.`,
            membership: `Jäsenyys ei ole silloin voimassa (${founder}). Tapaaminen pidetään muiden kanssa.`,
            entrepreneur: `Tapaaminen on sovittu yrittäjälle (${entrepreneur}), joka ei ole silloin enää tiimissä. Siihen ei enää osallistu ${founder}.`,
          }[cause]
        : {
            team: `Et ole silloin enää tiimissä. Tiimi tapaa valmentajan (${coach}) ilman sinua.`,
            membership: `Jäsenyytesi ei ole silloin voimassa. Tiimisi tapaa valmentajan (${coach}) ilman sinua.`,
            entrepreneur: `Tapaaminen on sovittu yrittäjälle (${entrepreneur}), joka ei ole silloin enää tiimissäsi. Se pidetään ilman sinua.`,
          }[cause],
    ],
    action: isCoach ? 'Avaa tapaaminen' : 'Avaa valmennukseni',
    after: [],
  }),
  session_tomorrow: ({ other, hours }) => ({
    subject: `Huomenna: ${hours}, tapaaminen, ${other}`,
    heading: 'Sinulla on huomenna tapaaminen',
    body: [],
    action: 'Avaa tapaaminen',
    after: [],
  }),
  session_soon: ({ other, hours }) => ({
    subject: `Pian: ${hours}, tapaaminen, ${other}`,
    heading: 'Tapaamisesi alkaa pian',
    body: [],
    action: 'Avaa tapaaminen',
    after: [],
  }),
  session_to_close: ({ other, date }) => ({
    subject: `Päätä tapaaminen: ${date}, ${other}`,
    heading: 'Miten tapaaminen sujui?',
    body: ['Kerro, ketkä olivat paikalla ja kuinka kauan, kun se on vielä mielessä. Tunnit lasketaan vasta sitten.'],
    action: 'Päätä tapaaminen',
    after: [],
  }),
  feedback_asked: ({ other, day }) => ({
    subject: `Miten tapaaminen sujui: ${other}?`,
    heading: 'Miten tapaamisesi sujui?',
    body: [`Minuutti sinulta kertoo meille, oliko tapaamisesta (${day}) apua.`],
    action: 'Anna palautetta',
    after: ['Toimipaikan vetäjät näkevät vastaukset vain ryhminä.'],
  }),
  notes_shared: ({ other, day }) => ({
    subject: `Muistiinpanot tapaamisesta: ${other}`,
    heading: 'Sinulle on jaettu muistiinpanoja',
    body: [`Ne kuuluvat tapaamiseesi: ${day}.`],
    action: 'Lue muistiinpanot',
    after: [],
  }),
  note_opened: ({ day }) => ({
    subject: 'Yksityinen muistiinpano on avattu',
    heading: 'Ylläpitäjä on avannut yksityisen muistiinpanon',
    body: [
      `Muistiinpano kuuluu tapaamiseen: ${day}. Se on mahdollista vain hätätilanteessa, siitä jää pysyvä merkintä, ja sinulle kerrotaan joka kerta.`,
    ],
    action: 'Avaa tapaaminen',
    after: ['Onko se mielestäsi väärin? Kerro toimipaikkasi vetäjille.'],
  }),
  action_items_due: ({ several, late }) => ({
    subject: several ? 'Tehtäviesi määräpäivä' : 'Tehtäväsi määräpäivä',
    heading: 'Mitä halusit tehdä',
    body: [late ? 'Jokin on myöhässä. Tee se, siirrä tai luovu siitä.' : 'Tämän määräpäivä on tänään.'],
    action: 'Avaa tehtäväni',
    after: [],
  }),
  calendar_clash: ({ other, date, several }) => ({
    subject: several
      ? 'Kalenterissasi on päällekkäisyyksiä tapaamisten kanssa'
      : `Päällekkäin kalenterissasi: ${date}, tapaaminen, ${other}`,
    heading: several
      ? 'Kalenterisi mukaan olet varattu tapaamisten aikaan'
      : 'Kalenterisi mukaan olet varattu tapaamisen aikaan',
    body: ['Ulkoisessa kalenterissasi on silloin muuta. Se, mistä on sovittu, pitää, kunnes päätät.'],
    action: 'Pidä tai peru',
    after: [],
  }),
  calendar_failing: ({ host }) => ({
    subject: `Kalenteriasi ei voi lukea (${host})`,
    heading: 'Kalenteriasi ei voi lukea',
    body: [
      `Emme ole muutamaan tuntiin voineet lukea kalenteriasi (${host}). Aiemmin luetut menot estävät yhä varaukset.`,
    ],
    action: 'Tarkista osoite',
    after: ['Uudet merkinnät siellä eivät estä ketään varaamasta sinua.'],
  }),
};
