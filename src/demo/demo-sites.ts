import { ResourceKind } from '../sites/resource.rules';

/** One row of a floor plan: places of a kind side by side, from a corner of the plan on. */
interface PlacesRow {
  kind: ResourceKind;
  names: string[];
  capacity: number;
  zone: string;
  features: string[];
  /** Where the first stands on the plan, and how far the next is from it, in metres. */
  at: [x: number, y: number];
  step: [x: number, y: number];
  needsApproval?: boolean;
}

/** A site of the demonstration: facts of the field where there are any, invented furniture. */
export interface DemoSite {
  slug: string;
  name: string;
  city: string;
  country: string;
  address: string;
  timeZone: string;
  status: 'active' | 'suspended';
  /** Hours of Monday to Friday, Saturday and Sunday; null is closed. */
  hours: { weekdays: [string, string]; saturday: [string, string] | null; sunday: [string, string] | null };
  /** Hours of weekdays in July. */
  july: [string, string] | null;
  places: PlacesRow[];
}

const desks = (count: number, from = 1) =>
  Array.from({ length: count }, (_, i) => `Desk ${String(from + i).padStart(2, '0')}`);

const officeHours: [string, string] = ['08:00', '20:00'];

/** The four oases of south-east Finland, and the historical one in St. Petersburg. */
export const demoSites: readonly DemoSite[] = [
  {
    slug: 'lappeenranta',
    name: 'Business Oasis Lappeenranta',
    city: 'Lappeenranta',
    country: 'FI',
    address: 'Skinnarila campus, Yliopistonkatu 34, Lappeenranta',
    timeZone: 'Europe/Helsinki',
    status: 'active',
    // Open on Sundays too (with a door code), so that "tomorrow" can be tried on any day.
    hours: { weekdays: officeHours, saturday: ['10:00', '16:00'], sunday: ['10:00', '16:00'] },
    july: ['09:00', '15:00'],
    places: [
      { kind: 'desk', names: desks(8), capacity: 1, zone: 'open', features: ['screen'], at: [2, 2], step: [2, 0] },
      { kind: 'desk', names: desks(8, 9), capacity: 1, zone: 'open', features: [], at: [2, 5], step: [2, 0] },
      {
        kind: 'desk',
        names: desks(6, 17),
        capacity: 1,
        zone: 'quiet',
        features: ['height-adjustable', 'screen'],
        at: [2, 9],
        step: [2.5, 0],
      },
      {
        kind: 'desk',
        names: desks(2, 23),
        capacity: 1,
        zone: 'quiet',
        features: ['height-adjustable', 'step-free'],
        at: [17, 9],
        step: [2.5, 0],
      },
      {
        kind: 'room',
        names: ['Vuoksi'],
        capacity: 4,
        zone: 'rooms',
        features: ['screen', 'whiteboard'],
        at: [20, 2],
        step: [0, 0],
      },
      {
        kind: 'room',
        names: ['Saimaa'],
        capacity: 10,
        zone: 'rooms',
        features: ['screen', 'camera', 'whiteboard', 'step-free'],
        at: [24, 2],
        step: [0, 0],
      },
      {
        kind: 'room',
        names: ['Salpausselkä'],
        capacity: 6,
        zone: 'rooms',
        features: ['screen', 'flip-chart'],
        at: [20, 5],
        step: [0, 0],
      },
      {
        kind: 'room',
        names: ['Karelia stage'],
        capacity: 40,
        zone: 'stage',
        features: ['projector', 'camera', 'induction-loop', 'step-free'],
        at: [24, 8],
        step: [0, 0],
        needsApproval: true,
      },
      {
        kind: 'booth',
        names: ['Kuikka', 'Norppa', 'Ilves'],
        capacity: 1,
        zone: 'booths',
        features: ['screen'],
        at: [2, 12],
        step: [2, 0],
      },
    ],
  },
  {
    slug: 'imatra',
    name: 'Business Oasis Imatra',
    city: 'Imatra',
    country: 'FI',
    address: 'Einonkatu 6, Imatra',
    timeZone: 'Europe/Helsinki',
    status: 'active',
    hours: { weekdays: ['08:00', '16:00'], saturday: null, sunday: null },
    july: ['09:00', '15:00'],
    places: [
      { kind: 'desk', names: desks(6), capacity: 1, zone: 'open', features: ['screen'], at: [2, 2], step: [2, 0] },
      {
        kind: 'room',
        names: ['Imatrankoski'],
        capacity: 6,
        zone: 'rooms',
        features: ['screen', 'whiteboard'],
        at: [2, 6],
        step: [0, 0],
      },
      { kind: 'booth', names: ['Koski'], capacity: 1, zone: 'booths', features: [], at: [8, 6], step: [0, 0] },
    ],
  },
  {
    slug: 'kouvola',
    name: 'Business Oasis Kouvola',
    city: 'Kouvola',
    country: 'FI',
    address: 'Paraatikenttä 7, Kouvola',
    timeZone: 'Europe/Helsinki',
    status: 'active',
    hours: { weekdays: officeHours, saturday: null, sunday: null },
    july: ['09:00', '15:00'],
    places: [
      { kind: 'desk', names: desks(10), capacity: 1, zone: 'open', features: ['screen'], at: [2, 2], step: [2, 0] },
      {
        kind: 'room',
        names: ['Kymi'],
        capacity: 8,
        zone: 'rooms',
        features: ['screen', 'camera'],
        at: [2, 6],
        step: [0, 0],
      },
      {
        kind: 'room',
        names: ['Puula'],
        capacity: 4,
        zone: 'rooms',
        features: ['whiteboard'],
        at: [7, 6],
        step: [0, 0],
      },
      { kind: 'booth', names: ['Kuhankeittäjä'], capacity: 1, zone: 'booths', features: [], at: [12, 6], step: [0, 0] },
    ],
  },
  {
    slug: 'mikkeli',
    name: 'Business Oasis Mikkeli',
    city: 'Mikkeli',
    country: 'FI',
    address: 'Patteristonkatu 2, Mikkeli',
    timeZone: 'Europe/Helsinki',
    status: 'active',
    hours: { weekdays: officeHours, saturday: null, sunday: null },
    july: ['09:00', '15:00'],
    places: [
      { kind: 'desk', names: desks(8), capacity: 1, zone: 'open', features: ['screen'], at: [2, 2], step: [2, 0] },
      {
        kind: 'room',
        names: ['Saksala'],
        capacity: 6,
        zone: 'rooms',
        features: ['screen', 'whiteboard'],
        at: [2, 6],
        step: [0, 0],
      },
      {
        kind: 'room',
        names: ['Workshop'],
        capacity: 20,
        zone: 'rooms',
        features: ['projector', '3d-printer'],
        at: [7, 6],
        step: [0, 0],
      },
    ],
  },
  {
    slug: 'st-petersburg',
    name: 'Business Oasis St. Petersburg',
    city: 'St. Petersburg',
    country: 'RU',
    address: 'Polytechnic campus, St. Petersburg',
    timeZone: 'Europe/Moscow',
    status: 'suspended',
    hours: { weekdays: ['10:00', '22:00'], saturday: ['10:00', '16:00'], sunday: null },
    july: null,
    places: [
      { kind: 'desk', names: desks(8), capacity: 1, zone: 'open', features: [], at: [2, 2], step: [2, 0] },
      { kind: 'room', names: ['Neva'], capacity: 8, zone: 'rooms', features: ['projector'], at: [2, 6], step: [0, 0] },
      {
        kind: 'room',
        names: ['Ladoga', 'Onega'],
        capacity: 6,
        zone: 'rooms',
        features: ['whiteboard'],
        at: [7, 6],
        step: [5, 0],
      },
    ],
  },
];
