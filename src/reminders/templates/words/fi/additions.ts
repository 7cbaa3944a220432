import { AdditionLetters } from '../additions';

const footer = (host: string): string =>
  `Saat tämän viestin, koska ${host} antoi osoitteesi tätä tapaamista varten. Emme käytä sitä mihinkään muuhun, ja unohdamme sen kuukauden kuluttua tapaamisesta.`;

export const additions: AdditionLetters = {
  guest_invited: ({ host, place, date, changed }) => ({
    subject: changed ? `Muutos: ${date}, tapaaminen, ${host}` : `Kutsu: ${date}, tapaaminen, ${host}`,
    heading: changed ? 'Tapaamisen paikka tai aika on muuttunut' : 'Sinut on kutsuttu tapaamiseen',
    body: [
      changed
        ? `${host} on siirtänyt tapaamisen. Se pidetään nyt täällä: ${place}.`
        : `${host} odottaa sinua. Tapaamispaikka on ${place}.`,
    ],
    action: 'Tietoa Business Oasiksesta',
    after: [`Liitteenä on tiedosto kalenteriisi. Jos et pääse tulemaan, kerro siitä itse: ${host}.`],
    footer: footer(host),
  }),
  guest_cancelled: ({ host, place, date }) => ({
    subject: `Peruttu: ${date}, tapaaminen, ${host}`,
    heading: 'Tapaaminen on peruttu',
    body: [`Tapaamista (${host}, ${place}) ei järjestetä, tai se järjestetään ilman sinua.`],
    action: 'Tietoa Business Oasiksesta',
    after: ['Liitteenä oleva tiedosto poistaa sen kalenteristasi.'],
    footer: footer(host),
  }),
  guest_series_invited: ({ host, place, date }) => ({
    subject: `Kutsu: ${date} ja muita päiviä, tapaamiset, ${host}`,
    heading: 'Sinut on kutsuttu useisiin tapaamisiin',
    body: [`${host} odottaa sinua alla olevina päivinä. Ensimmäisen tapaamisen paikka on ${place}.`],
    action: 'Tietoa Business Oasiksesta',
    after: [
      `Liitteenä on tiedosto, jossa ne kaikki ovat kalenteriasi varten. Jos et pääse tulemaan, kerro siitä itse: ${host}.`,
    ],
    footer: footer(host),
  }),
  guest_series_cancelled: ({ host, place, date }) => ({
    subject: `Peruttu: ${date} ja muita päiviä, tapaamiset, ${host}`,
    heading: 'Tapaamiset on peruttu',
    body: [`Tapaamisia (${host}, ${place}) ei järjestetä alla olevina päivinä.`],
    action: 'Tietoa Business Oasiksesta',
    after: ['Liitteenä oleva tiedosto poistaa ne kalenteristasi.'],
    footer: footer(host),
  }),
  extra_withdrawn: ({ place, date, extras }) => ({
    subject: `Ei saatavilla: ${date}, ${extras}`,
    heading: 'Jotakin varaamaasi ei ole saatavilla',
    body: [`Emme voi enää lainata sinulle tätä: ${extras}. Paikka (${place}) on yhä sinun. Pahoittelemme.`],
    action: 'Avaa varaukseni',
    after: ['Ehkä jokin toinen aika, jolloin se on vapaana, sopii sinulle.'],
  }),
};
