import { Role } from '../kernel/actor';
import { demoApplicants } from './demo-applications';
import { demoMoreCoaches } from './demo-coaches';
import { demoOffered } from './demo-memberships';

/** A person of the demonstration. Those with `signsIn` have the password that the start prints. */
export interface DemoPerson {
  email: string;
  fullName: string;
  locale: 'en' | 'fi' | 'sv' | 'ru';
  roles: { role: Role; site: string | null }[];
  signsIn?: boolean;
}

/** The one password of all accounts that sign in. Never loaded in production. */
export const demoPassword = 'oasis-demo-2026';

const member = (name: string, site: string, locale: DemoPerson['locale'] = 'fi'): DemoPerson => ({
  email: `${name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z ]/g, '')
    .replaceAll(' ', '.')}@members.oasis.example`,
  fullName: name,
  locale,
  roles: [{ role: 'entrepreneur', site }],
});

/** The accounts that API.md promises, and the members whose bookings fill the days. */
export const demoPeople: readonly DemoPerson[] = [
  {
    email: 'admin@oasis.example',
    fullName: 'Aila Ahonen',
    locale: 'en',
    roles: [{ role: 'administrator', site: null }],
    signsIn: true,
  },
  {
    email: 'manager@oasis.example',
    fullName: 'Matti Manner',
    locale: 'fi',
    roles: [{ role: 'manager', site: 'lappeenranta' }],
    signsIn: true,
  },
  {
    email: 'manager.kouvola@oasis.example',
    fullName: 'Kaisa Kymäläinen',
    locale: 'fi',
    roles: [{ role: 'manager', site: 'kouvola' }],
    signsIn: true,
  },
  {
    email: 'coach@oasis.example',
    fullName: 'Carita Lindholm',
    locale: 'sv',
    roles: [
      { role: 'coach', site: 'lappeenranta' },
      { role: 'coach', site: 'imatra' },
    ],
    signsIn: true,
  },
  {
    email: 'coach2@oasis.example',
    fullName: 'Konstantin Orlov',
    locale: 'ru',
    roles: [{ role: 'coach', site: 'lappeenranta' }],
    signsIn: true,
  },
  {
    email: 'entrepreneur@oasis.example',
    fullName: 'Aino Laine',
    locale: 'en',
    roles: [{ role: 'entrepreneur', site: 'lappeenranta' }],
    signsIn: true,
  },
  {
    email: 'entrepreneur2@oasis.example',
    fullName: 'Boris Ivanov',
    locale: 'en',
    roles: [{ role: 'entrepreneur', site: 'lappeenranta' }],
    signsIn: true,
  },
  { email: 'applicant@oasis.example', fullName: 'Saga Sjöberg', locale: 'sv', roles: [], signsIn: true },
  {
    email: 'observer@oasis.example',
    fullName: 'Onni Valvoja',
    locale: 'fi',
    roles: ['lappeenranta', 'imatra', 'kouvola', 'mikkeli'].map((site) => ({ role: 'observer' as const, site })),
    signsIn: true,
  },
  ...demoMoreCoaches,
  member('Eero Virtanen', 'lappeenranta'),
  member('Helmi Korhonen', 'lappeenranta'),
  member('Otso Mäkinen', 'lappeenranta'),
  member('Venla Nieminen', 'lappeenranta'),
  member('Leo Hämäläinen', 'lappeenranta'),
  member('Elsa Lindqvist', 'lappeenranta', 'sv'),
  member('Nikolai Petrov', 'lappeenranta', 'ru'),
  member('Sofia Salminen', 'lappeenranta'),
  member('Daria Smirnova', 'lappeenranta', 'ru'),
  member('Toivo Heikkinen', 'lappeenranta'),
  member('Amina Hassan', 'lappeenranta', 'en'),
  member('Viljo Koskinen', 'lappeenranta'),
  member('Linh Nguyen', 'lappeenranta', 'en'),
  member('Pihla Rantanen', 'lappeenranta'),
  member('Tuomas Jokinen', 'imatra'),
  member('Kerttu Saarinen', 'imatra'),
  member('Aleksi Turunen', 'imatra'),
  member('Iida Lehtonen', 'kouvola'),
  member('Urho Manninen', 'kouvola'),
  member('Maija Kallio', 'kouvola'),
  member('Rasmus Blom', 'kouvola', 'sv'),
  member('Jenni Peltola', 'mikkeli'),
  member('Oskari Laaksonen', 'mikkeli'),
  member('Emma Räsänen', 'mikkeli'),
  ...[...demoApplicants, demoOffered].map((applicant) => ({ ...applicant, roles: [] })),
];
