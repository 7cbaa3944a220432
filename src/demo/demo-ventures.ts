import { EntityManager } from 'typeorm';
import { newId } from '../kernel/id';
import { localDate, plusDays } from '../kernel/site-time';
import { Stage, stages, StartUpGrant } from '../memberships/ventures/venture.rules';

/** A venture of the demonstration, with its way so far. Days are counted back from the day of loading. */
interface DemoVenture {
  name: string;
  sentence: string;
  sector: string;
  startUpGrant: StartUpGrant;
  /** The addresses of the team; the first one leads. */
  team: string[];
  /** Days ago on which it began. */
  began: number;
  /** When it left each stage, from the idea on, and what it showed. */
  steps: { ago: number; evidence: string }[];
  /** A step that waits for its answer. */
  proposed?: { toStage: Stage; evidence: string };
  milestones: { title: string; stage: Stage; due: number; done?: number }[];
}

/** Three ventures in Lappeenranta: an idea, a pair with a prototype, and one with a plan that waits for its grant. */
export const demoVentures: readonly DemoVenture[] = [
  {
    name: 'Lumi Tracks',
    sentence: 'Maps of groomed ski tracks that tell in real time where the snow is good.',
    sector: 'tourism',
    startUpGrant: 'unknown',
    team: ['entrepreneur@oasis.example', 'eero.virtanen@members.oasis.example'],
    began: 160,
    steps: [
      { ago: 110, evidence: '18 talks with skiers and 3 with municipalities that groom tracks.' },
      { ago: 45, evidence: 'A week on two tracks: 64 of 90 skiers opened the map again on the next day.' },
    ],
    proposed: { toStage: 'business_plan', evidence: 'The prototype was tried by 40 skiers; notes are attached.' },
    milestones: [
      { title: 'Fifteen talks with skiers', stage: 'idea', due: -115, done: 112 },
      { title: 'Prototype on two tracks', stage: 'problem_solution_fit', due: -50, done: 47 },
      { title: 'Agreement with one municipality', stage: 'mvp', due: 30 },
    ],
  },
  {
    name: 'Kelo Furniture',
    sentence: 'Furniture from dead standing pine, made to measure in the workshops of the region.',
    sector: 'forest',
    startUpGrant: 'waiting',
    team: ['entrepreneur2@oasis.example'],
    began: 210,
    steps: [
      { ago: 170, evidence: '22 talks with interior architects and holiday-house owners.' },
      { ago: 120, evidence: 'Five of eight test orders were paid in advance.' },
      { ago: 60, evidence: 'A table and two benches stand in a café in Lappeenranta.' },
    ],
    milestones: [
      { title: 'Five paid test orders', stage: 'problem_solution_fit', due: -125, done: 122 },
      { title: 'Plan reviewed by a coach', stage: 'business_plan', due: 10 },
      { title: 'Register the company after the decision on the grant', stage: 'company_founded', due: 45 },
    ],
  },
  {
    name: 'Saimaa Sense',
    sentence: 'Small buoys that warn of blue-green algae before the swimmers come.',
    sector: 'ict',
    startUpGrant: 'not_applying',
    team: ['helmi.korhonen@members.oasis.example'],
    began: 25,
    steps: [],
    milestones: [
      { title: 'Fifteen talks with beaches and camp sites', stage: 'idea', due: 14 },
      { title: 'One season of readings from the university', stage: 'idea', due: 20 },
    ],
  },
];

/** Where and when the ventures are written down, and by whom their steps were approved. */
interface Ground {
  site: { id: string; timeZone: string };
  /** Ids by mail address. */
  people: ReadonlyMap<string, string>;
  decider: string;
  now: Date;
}

/**
 * Writes the ventures of a site down as if they had been there all the time.
 * @returns their ids by name
 */
export async function loadDemoVentures(tx: EntityManager, ground: Ground): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const venture of demoVentures) {
    const team = venture.team.map((email) => personOf(ground, email));
    const id = await begin(tx, ground, venture, team);
    await history(tx, ground, venture, { id, lead: team[0] ?? '' });
    await plan(tx, ground, venture, { id, lead: team[0] ?? '' });
    ids.set(venture.name, id);
  }
  return ids;
}

async function begin(tx: EntityManager, { site, now }: Ground, venture: DemoVenture, team: string[]): Promise<string> {
  const id = newId();
  await tx.query(
    `insert into venture (id, site_id, name, sentence, sector, stage, start_up_grant, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
    [
      id,
      site.id,
      venture.name,
      venture.sentence,
      venture.sector,
      stageOf(venture),
      venture.startUpGrant,
      daysBefore(now, venture.began),
    ],
  );
  const startsOn = plusDays(localDate(now, site.timeZone), -venture.began);
  for (const [index, personId] of team.entries()) {
    await tx.query(
      'insert into venture_member (id, venture_id, person_id, lead, starts_on) values ($1, $2, $3, $4, $5)',
      [newId(), id, personId, index === 0, startsOn],
    );
  }
  return id;
}

async function history(
  tx: EntityManager,
  { decider, now }: Ground,
  venture: DemoVenture,
  { id, lead }: { id: string; lead: string },
): Promise<void> {
  const { steps, proposed } = venture;
  const made = steps.map(({ ago, evidence }, index) => ({
    from: stages[index],
    to: stages[index + 1],
    evidence,
    at: daysBefore(now, ago + 2),
    decidedAt: daysBefore(now, ago),
  }));
  const waiting = proposed && {
    from: stageOf(venture),
    to: proposed.toStage,
    evidence: proposed.evidence,
    at: daysBefore(now, 1),
    decidedAt: null,
  };
  for (const step of waiting ? [...made, waiting] : made) {
    await tx.query(
      `insert into stage_transition (id, venture_id, from_stage, to_stage, status, evidence, proposed_by, proposed_at,
                                     decided_by, decided_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        newId(),
        id,
        step.from,
        step.to,
        step.decidedAt ? 'approved' : 'proposed',
        step.evidence,
        lead,
        step.at,
        step.decidedAt && decider,
        step.decidedAt,
      ],
    );
  }
}

async function plan(
  tx: EntityManager,
  { site, now }: Ground,
  { milestones, began }: DemoVenture,
  { id, lead }: { id: string; lead: string },
): Promise<void> {
  const today = localDate(now, site.timeZone);
  for (const { stage, title, due, done } of milestones) {
    await tx.query(
      `insert into milestone (id, venture_id, stage, title, due_on, done_at, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        newId(),
        id,
        stage,
        title,
        plusDays(today, due),
        done === undefined ? null : daysBefore(now, done),
        lead,
        daysBefore(now, began),
      ],
    );
  }
}

function stageOf({ steps }: DemoVenture): Stage {
  return stages[steps.length] ?? 'company_founded';
}

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 24 * 60 * 60_000);
}

function personOf({ people }: Ground, email: string): string {
  const id = people.get(email);
  if (id === undefined) throw new Error(`Nobody of the demonstration has the address ${email}.`);
  return id;
}
