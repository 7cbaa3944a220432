import { LanguageLevel, languageLevels, Sector } from '../../memberships/intake/answers.rules';
import { commonLanguage, workingLevel } from '../coaches/coach.rules';
import { ancestorsOf, ExpertiseLevel, topicOf } from '../coaches/expertise.rules';
import type { Candidate, Founder } from '../assignments/pairing.store';

/** The parts of a score and what each weighs at most; together 100. A change of them is a new version. */
export const weightsVersion = 1;
export const partWeights = { needs: 40, sector: 15, availability: 15, stage: 10, language: 10, wishes: 10 } as const;
export type PartName = keyof typeof partWeights;

/** One part of a score: whole points, and the facts they come from. */
export interface ScorePart {
  name: PartName;
  points: number;
  because: string;
}

/** How well a pair fits: 0 to 100, and why. */
export interface Score {
  total: number;
  parts: ScorePart[];
}

/** What a pair is scored on beside what the two are. */
export interface Meeting {
  /** Minutes of the next four weeks in which both are free while the site is open. */
  minutes: number;
  /** The rank that each has given the other among their wishes; null for none. */
  founderRank: number | null;
  coachRank: number | null;
}

/** Minutes in common that are enough: two hours a week. */
export const enoughMinutes = 480;

/** What a coach's level in a topic is worth. */
const levelWorth: Record<ExpertiseLevel, number> = { knows: 0.5, practised: 0.8, expert: 1 };

/** What knowing the topic above or below the wanted one is worth. */
const nearness = 0.6;

/** Sectors that have much in common: half the points. */
const kindred: readonly (readonly Sector[])[] = [
  ['energy', 'circular_economy', 'forest'],
  ['food', 'forest'],
  ['manufacturing', 'logistics'],
  ['tourism', 'creative', 'services'],
  ['education', 'services'],
  ['ict', 'manufacturing'],
  ['health', 'services'],
];

/** Scores a pair that no rule is against. The order of the parts is that of {@link partWeights}. */
export function scoreOf(founder: Founder, coach: Candidate, meeting: Meeting): Score {
  const parts = [
    needsPart(founder.needs, coach.expertise),
    sectorPart(founder.sector, coach.sectors),
    availabilityPart(meeting.minutes),
    stagePart(founder, coach),
    languagePart(founder, coach),
    wishesPart(meeting),
  ];
  return { total: parts.reduce((sum, { points }) => sum + points, 0), parts };
}

/** Each need weighs half of the one before it; what of it the coach knows best counts. */
function needsPart(needs: Founder['needs'], expertise: Candidate['expertise']): ScorePart {
  const wanted = [...new Set(needs.flatMap((word) => topicOf(word) ?? []))];
  if (wanted.length === 0) return part('needs', 0.5, 'no needs are known');
  let met = 0;
  let all = 0;
  const found: string[] = [];
  for (const [index, need] of wanted.entries()) {
    const weight = 2 ** -index;
    const worth = Math.max(0, ...expertise.map(({ topic, level }) => levelWorth[level] * nearTo(need, topic)));
    all += weight;
    met += weight * worth;
    if (worth > 0) found.push(need);
  }
  return part(
    'needs',
    met / all,
    found.length > 0 ? `knows ${found.join(', ')}` : `knows nothing of ${wanted.join(', ')}`,
  );
}

function nearTo(need: string, topic: string): number {
  if (need === topic) return 1;
  return ancestorsOf(need).includes(topic) || ancestorsOf(topic).includes(need) ? nearness : 0;
}

function sectorPart(sector: Sector | null, sectors: readonly Sector[]): ScorePart {
  if (sector === null || sectors.length === 0) return part('sector', 0.5, 'no sector to compare');
  if (sectors.includes(sector)) return part('sector', 1, `works in ${sector}`);
  const near = sectors.find((other) => kindred.some((kin) => kin.includes(sector) && kin.includes(other)));
  return near ? part('sector', 0.5, `${near} is near to ${sector}`) : part('sector', 0, `does not work in ${sector}`);
}

function availabilityPart(minutes: number): ScorePart {
  const hours = Math.floor(minutes / 60);
  return part('availability', Math.min(1, minutes / enoughMinutes), `${hours} hours in common in four weeks`);
}

function stagePart({ stage }: Founder, { stages }: Candidate): ScorePart {
  if (stage !== null && stages.includes(stage)) return part('stage', 1, `works with ${stage}`);
  return part('stage', 0.5, stage === null ? 'no stage is known' : 'works with any stage');
}

/** Above the level that is needed: what is only just enough earns nothing. */
function languagePart(founder: Founder, coach: Candidate): ScorePart {
  const best = commonLanguage(founder.languages, coach.languages);
  if (!best) return part('language', 0, 'no language in common');
  const above = (level: LanguageLevel): number => languageLevels.indexOf(level) - languageLevels.indexOf(workingLevel);
  return part('language', Math.max(0, above(best.level)) / above('native'), `${best.code} at ${best.level}`);
}

/** The founder's wish weighs six of ten, the coach's four; second and third wishes less. */
function wishesPart({ founderRank, coachRank }: Meeting): ScorePart {
  const worth = (rank: number | null): number => (rank === null ? 0 : (4 - rank) / 3);
  const because = [
    ...(founderRank === null ? [] : [`the founder’s wish number ${founderRank}`]),
    ...(coachRank === null ? [] : [`the coach’s wish number ${coachRank}`]),
  ];
  return part('wishes', 0.6 * worth(founderRank) + 0.4 * worth(coachRank), because.join(', ') || 'no wishes');
}

function part(name: PartName, share: number, because: string): ScorePart {
  return { name, points: Math.round(share * partWeights[name]), because };
}
