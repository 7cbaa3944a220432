import { AccountLetters } from '../accounts';

export const accounts: AccountLetters = {
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
  erasure_answered: ({ granted, reason }) => ({
    subject: 'Pyyntösi tietojesi poistamisesta',
    heading: granted ? 'Tilisi poistetaan huomenna' : 'Pyyntöäsi tietojen poistamisesta ei hyväksytty',
    body: granted
      ? [
          'Pyysit meitä poistamaan tietosi, ja teemme sen huomenna.',
          'Poistamme tilisi, viestisi, asetuksesi ja suostumuksesi. Varaukset jäävät lukuina, ja jäsenyydet sekä edullisten ehtojen arvo säilyvät ilman nimeäsi niin kauan kuin kirjanpitoa ja tukitietoja on säilytettävä.',
        ]
      : [`Pyysit meitä poistamaan tietosi. Emme voi tehdä sitä nyt: ${reason}`],
    action: 'Avaa Business Oasis',
    after: granted ? ['Huomiseen asti voit kirjautua sisään ja ottaa tietosi mukaasi.'] : [],
  }),
};
