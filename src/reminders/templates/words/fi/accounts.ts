import { AccountChange } from '../../../../access/account-notice.entity';
import { AccountLetters } from '../accounts';

/** What has happened, and what it means. */
const changes = (left: number): Record<AccountChange, { heading: string; text: string }> => ({
  second_factor_on: {
    heading: 'Kaksivaiheinen kirjautuminen on käytössä',
    text: 'Tästä lähtien kirjaudut sisään salasanalla ja todennussovelluksen koodilla. Kaikilla muilla laitteilla sinut on kirjattu ulos.',
  },
  second_factor_off: {
    heading: 'Kaksivaiheinen kirjautuminen on poistettu käytöstä',
    text: 'Tästä lähtien kirjaudut sisään pelkällä salasanalla. Kaikilla muilla laitteilla sinut on kirjattu ulos.',
  },
  second_factor_reset: {
    heading: 'Kaksivaiheinen kirjautumisesi on nollattu',
    text: 'Ylläpitäjä on nollannut kaksivaiheisen kirjautumisesi, kuten tehdään, kun joku on kadottanut todennussovelluksensa. Sinut on kirjattu ulos kaikkialta. Kirjaudu sisään salasanallasi ja ota se uudelleen käyttöön.',
  },
  recovery_codes_renewed: {
    heading: 'Sinulla on uudet palautuskoodit',
    text: 'Tilillesi on luotu uudet palautuskoodit. Aiemmat eivät enää toimi.',
  },
  recovery_code_used: {
    heading: 'Palautuskoodia on käytetty',
    text: `Joku on kirjautunut sisään yhdellä palautuskoodeistasi. Koodeja jäljellä: ${left}.`,
  },
});

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
  account_changed: ({ what, left }) => {
    const { heading, text } = changes(left)[what];
    return {
      subject: heading,
      heading,
      body: [text],
      action: 'Näytä kirjautumiseni',
      after: ['Etkö se ollut sinä? Vaihda salasanasi heti ja kerro asiasta toimipaikkasi vetäjille.'],
    };
  },
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
