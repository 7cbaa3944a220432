import { ApplicationLetters } from '../applications';

export const applications: ApplicationLetters = {
  application_received: ({ site }) => ({
    subject: `Vi har fått din ansökan: ${site}`,
    heading: 'Vi har fått din ansökan',
    body: [`Tack för din ansökan till ${site}. Vi läser den och skriver till dig så snart den är avgjord.`],
    action: 'Öppna min ansökan',
    after: [],
  }),
  application_returned: ({ site, until }) => ({
    subject: `Komplettera din ansökan: ${site}`,
    heading: 'Din ansökan behöver kompletteras',
    body: [`Komplettera den senast ${until} och skicka in den igen. Därefter förfaller den.`],
    action: 'Komplettera min ansökan',
    after: [],
  }),
  application_waitlisted: ({ site }) => ({
    subject: `Du står på väntelistan: ${site}`,
    heading: 'Du står på väntelistan',
    body: [
      `Vi vill gärna ha dig med, men just nu finns ingen ledig plats hos ${site}. Vi skriver till dig så snart det finns en.`,
    ],
    action: 'Öppna min ansökan',
    after: [],
  }),
  application_rejected: ({ site }) => ({
    subject: `Beslutet om din ansökan: ${site}`,
    heading: 'Vi kan inte erbjuda dig en plats',
    body: [`Tack för din ansökan till ${site}. Vi har läst den noga och kan inte erbjuda dig en plats den här gången.`],
    action: 'Läs beslutet',
    after: ['Du får söka igen när något har förändrats.'],
  }),
};
