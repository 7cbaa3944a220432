import { Frame } from '../frame';

export const frame: Frame = {
  hello: (name) => `Hei ${name},`,
  linkHint: 'Jos painike ei toimi, kopioi tämä osoite selaimeesi:',
  footer: 'Saat tämän viestin, koska sinulla on Business Oasis -tili. Viesti on lähetetty automaattisesti.',
  unsubscribe: {
    link: 'Lopeta tällaiset viestit',
    heading: 'Etkö halua enää tällaisia viestejä?',
    text: 'Löydät niiden sisällön edelleen sovelluksesta.',
    button: 'Lopeta nämä viestit',
    done: 'Viestien lähetys on lopetettu',
    afterwards: 'Voit muuttaa valintaasi profiilissasi milloin tahansa.',
  },
  labels: {
    place: 'Paikka',
    site: 'Toimipaikka',
    date: 'Päivä',
    time: 'Aika',
    yourTime: 'Sinun aikaasi',
    title: 'Tarkoitus',
    reason: 'Syy',
    plan: 'Jäsenyys',
    from: 'Alkaa',
    until: 'Päättyy',
    deadline: 'Vastaa viimeistään',
    review: 'Arvioidaan uudelleen',
    waiting: 'Odottaa',
    oldest: 'Vanhin on saapunut',
  },
};
