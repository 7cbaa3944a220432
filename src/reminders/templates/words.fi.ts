import { Words } from './words';

export const finnish: Words = {
  hello: (name) => `Hei ${name},`,
  linkHint: 'Jos painike ei toimi, kopioi tämä osoite selaimeesi:',
  footer: 'Saat tämän viestin, koska sinulla on Business Oasis -tili. Viesti on lähetetty automaattisesti.',
  labels: {
    place: 'Paikka',
    site: 'Toimipaikka',
    date: 'Päivä',
    time: 'Aika',
    yourTime: 'Sinun aikaasi',
    title: 'Tarkoitus',
    reason: 'Syy',
  },
  letters: {
    verify_email: ({ validity }) => ({
      subject: 'Vahvista sähköpostiosoitteesi',
      heading: 'Tervetuloa Business Oasis -palveluun',
      body: ['Tällä sähköpostiosoitteella on avattu tili. Vahvista, että osoite on sinun, niin voit kirjautua sisään.'],
      action: 'Vahvista osoitteeni',
      after: [
        `Linkki toimii kerran. Voimassaoloaika: ${validity}.`,
        'Etkö se ollut sinä? Sinun ei tarvitse tehdä mitään: ilman tätä linkkiä kukaan ei voi käyttää tiliä.',
      ],
    }),
    reset_password: ({ validity }) => ({
      subject: 'Valitse uusi salasana',
      heading: 'Valitse uusi salasana',
      body: [
        'Tilillesi on pyydetty uutta salasanaa. Valitse se tästä; samalla sinut kirjataan ulos kaikilta laitteilta.',
      ],
      action: 'Valitse salasana',
      after: [
        `Linkki toimii kerran. Voimassaoloaika: ${validity}.`,
        'Etkö se ollut sinä? Sinun ei tarvitse tehdä mitään: salasanasi pysyy ennallaan.',
      ],
    }),
    already_registered: () => ({
      subject: 'Sinulla on jo tili',
      heading: 'Sinulla on jo tili',
      body: [
        'Joku yritti avata tilin tällä sähköpostiosoitteella, mutta sinulla on jo sellainen.',
        'Jos se olit sinä, kirjaudu sisään. Jos olet unohtanut salasanasi, voit valita uuden samalla sivulla.',
      ],
      action: 'Kirjaudu sisään',
      after: ['Etkö se ollut sinä? Sinun ei tarvitse tehdä mitään: mikään ei ole muuttunut.'],
    }),
    booking_confirmed: ({ place, day }) => ({
      subject: `Varattu: ${place}, ${day}`,
      heading: 'Varauksesi on vahvistettu',
      body: [],
      action: 'Avaa varaukseni',
      after: ['Muuttuivatko suunnitelmat? Peru varaus ajoissa, niin joku muu saa paikan.'],
    }),
    booking_cancelled: ({ place, day, byReader }) => ({
      subject: `Peruttu: ${place}, ${day}`,
      heading: 'Varauksesi on peruttu',
      body: [byReader ? 'Olet perunut tämän varauksen.' : 'Jouduimme perumaan tämän varauksen. Pahoittelemme.'],
      action: byReader ? 'Avaa varaukseni' : 'Etsi toinen paikka',
      after: [],
    }),
    booking_rejected: ({ place, day }) => ({
      subject: `Ei hyväksytty: ${place}, ${day}`,
      heading: 'Varaustasi ei hyväksytty',
      body: ['Emme voineet hyväksyä tätä varausta.'],
      action: 'Etsi toinen paikka',
      after: [],
    }),
  },
};
