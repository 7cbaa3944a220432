import { Intake } from '../../src/coaching/matching/intake.rules';
import { Applicant, Mentor, Minutes } from '../../src/coaching/matching/matching.rules';
import { topics } from '../../src/coaching/coaches/expertise.rules';
import { sectors } from '../../src/memberships/intake/answers.rules';
import { stages } from '../../src/memberships/ventures/venture.rules';

/** A generator of numbers from 0 to 1 that gives the same ones for the same seed. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const monday = Date.parse('2027-03-01T06:00:00Z') / 60_000;

/** The hours of four weeks: `hours` from `from` on each of so many days a week. */
export function weeks(days: readonly number[], from: number, hours: number): Minutes[] {
  return [0, 1, 2, 3].flatMap((week) =>
    days.map((day): Minutes => {
      const start = monday + (week * 7 + day) * 1440 + from * 60;
      return [start, start + hours * 60];
    }),
  );
}

/** An intake of so many entrepreneurs and coaches with so many places each, as varied as people are. */
export function anIntake(size: { founders: number; coaches: number; places: number }, seed = 1): Intake {
  const next = numbers(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
  const some = <T>(from: readonly T[], most: number): T[] => [
    ...new Set(Array.from({ length: 1 + Math.floor(next() * most) }, () => pick(from))),
  ];
  const id = (kind: string, index: number): string => `${kind}-${String(index).padStart(4, '0')}`;
  const languages = () => [
    { code: pick(['fi', 'sv', 'ru', 'en']), level: pick(['B2', 'C1', 'C2', 'native'] as const) },
    { code: 'en', level: pick(['B1', 'B2', 'C1', 'C2'] as const) },
  ];
  const mentors = Array.from({ length: size.coaches }, (_, index): Mentor => {
    const own = languages();
    return {
      id: id('coach', index),
      status: next() < 0.95 ? 'active' : 'away',
      qualifiedUntil: next() < 0.1 ? '2027-02-28' : null,
      places: size.places,
      taken: 0,
      offered: 0,
      siteIds: ['site'],
      remote: next() < 0.5,
      languages: own[0]?.code === 'en' ? own.slice(0, 1) : own,
      stages: next() < 0.5 ? [] : some(stages, 4),
      worksWithMinors: next() < 0.3,
      sectors: some(sectors, 3),
      expertise: some(topics, 6).map((topic) => ({ topic, level: pick(['knows', 'practised', 'expert'] as const) })),
      free: weeks(some([0, 1, 2, 3, 4], 4).sort(), 2 + Math.floor(next() * 6), 3),
      wishes: [],
    };
  });
  const applicants = Array.from({ length: size.founders }, (_, index): Applicant => {
    const own = languages();
    return {
      membershipId: id('membership', index),
      personId: id('person', index),
      siteId: 'site',
      ventureId: null,
      timeZone: 'Europe/Helsinki',
      status: 'active',
      languages: own[0]?.code === 'en' ? own.slice(0, 1) : own,
      stage: pick(stages),
      minor: next() < 0.03,
      sector: pick(sectors),
      needs: some(topics, 4),
      busy: weeks([Math.floor(next() * 5)], 4, 2),
      wishes: mentors.length > 0 && next() < 0.3 ? some(mentors, 2).map((mentor) => mentor.id) : [],
    };
  });
  return {
    goal: 'coverage',
    floor: 40,
    fixed: [],
    apart: [],
    today: '2027-03-01',
    open: weeks([0, 1, 2, 3, 4], 2, 10),
    applicants,
    mentors,
    conflicts: [],
    parted: [],
    together: [],
  };
}
