import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Intake, match } from '../../src/coaching/matching/intake.rules';
import { matchInThread } from '../../src/coaching/matching/matching-thread';
import { partWeights } from '../../src/coaching/matching/match.rules';
import { judgePairs, Mentor } from '../../src/coaching/matching/matching.rules';
import { anIntake, numbers, weeks } from '../support/intakes';
import { typescriptInThreads } from '../support/typescript-in-threads';

const big = { founders: 300, coaches: 60, places: 5 };

beforeAll(typescriptInThreads);

/** The same people in another order. */
function shuffled(intake: Intake, seed: number): Intake {
  const next = numbers(seed);
  const shuffle = <T>(list: readonly T[]): T[] =>
    list
      .map((each) => ({ each, at: next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ each }) => each);
  return {
    ...intake,
    applicants: shuffle(intake.applicants),
    mentors: shuffle(intake.mentors),
    fixed: shuffle(intake.fixed),
    apart: shuffle(intake.apart),
  };
}

describe('a whole intake', () => {
  it('of 300 entrepreneurs, 60 coaches and 5 places takes under two seconds of computing', () => {
    for (const goal of ['coverage', 'score'] as const) {
      const before = process.cpuUsage();
      const result = match({ ...anIntake(big, 7), goal });
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1000).toBeLessThan(2000);
      expect(result.served).toBeGreaterThan(200);
    }
  });

  it('is computed in a thread, while the loop of events goes on', async () => {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    const intake = anIntake(big, 3);
    delay.enable();
    const result = await matchInThread(intake, 60_000);
    delay.disable();
    expect(result).toEqual(match(intake));
    // Computing it here would hold the loop for as long as the computing takes.
    const from = performance.now();
    match(intake);
    expect(delay.max / 1e6).toBeLessThan(performance.now() - from);
  });

  it('that takes too long is given up, and its thread is ended', async () => {
    await expect(matchInThread(anIntake(big, 4), 1)).rejects.toThrow('did not answer within 1 ms');
  });

  it('that cannot be read at all is an error and not a silence', async () => {
    await expect(matchInThread({ ...anIntake(big, 4), mentors: null } as never, 60_000)).rejects.toThrow();
  });

  it('has the same answer whatever the order of the facts', () => {
    const intake = anIntake({ founders: 60, coaches: 12, places: 3 }, 5);
    const expected = match(intake);
    for (const seed of [1, 2, 3, 4, 5]) expect(match(shuffled(intake, seed))).toEqual(expected);
    expect(match(structuredClone(intake))).toEqual(expected);
  });

  it('keeps to the places and to the rules, gives two alternates, and says why somebody has nobody', () => {
    const intake = anIntake({ founders: 80, coaches: 12, places: 4 }, 9);
    const { proposals, served } = match(intake);
    const judged = judgePairs(intake);
    for (const mentor of intake.mentors) {
      expect(proposals.filter(({ coachId }) => coachId === mentor.id).length).toBeLessThanOrEqual(4);
    }
    proposals.forEach(({ coachId, score, parts, because, alternates }, row) => {
      const possible = (judged[row] ?? []).filter((pair) => pair.score).length;
      const at = (id: string) => intake.mentors.findIndex((mentor) => mentor.id === id);
      if (coachId === null) expect(because.length).toBeGreaterThan(0);
      else {
        expect(judged[row]?.[at(coachId)]?.score?.total).toBe(score);
        expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(score);
        expect(because).toEqual([]);
      }
      expect(alternates).toHaveLength(Math.min(2, Math.max(0, possible - (coachId === null ? 0 : 1))));
      expect(alternates).not.toContain(coachId);
    });
    expect(served).toBe(proposals.filter(({ coachId }) => coachId !== null).length);
  });

  it('makes no pair that is to be kept apart, not as an alternate and not when it is fixed as well', () => {
    const intake = anIntake({ founders: 10, coaches: 4, places: 3 }, 2);
    const made = match(intake).proposals.find(({ coachId, alternates }) => coachId !== null && alternates.length > 0);
    if (!made?.coachId) throw new Error('nobody is paired');
    const { membershipId, coachId } = made;
    const apart = [{ membershipId, coachId }];
    const { proposals, infeasible } = match({ ...intake, apart, fixed: apart });
    const instead = proposals.find((proposal) => proposal.membershipId === membershipId);
    expect(instead?.coachId).not.toBe(coachId);
    expect(instead?.alternates).not.toContain(coachId);
    expect(infeasible).toEqual([{ membershipId, coachId, because: ['kept_apart'] }]);
    const none = intake.mentors.map(({ id }) => ({ membershipId, coachId: id }));
    expect(match({ ...intake, apart: none }).proposals.find((one) => one.membershipId === membershipId)).toMatchObject({
      coachId: null,
      because: expect.arrayContaining(['kept_apart']) as string[],
    });
  });

  it('locks fixed pairs first, and says which of them cannot be', () => {
    const intake = anIntake({ founders: 10, coaches: 4, places: 1 }, 2);
    const judged = judgePairs(intake);
    const possible = judged.flatMap((pairs, row) =>
      pairs.flatMap(({ score }, column) => (score ? [{ row, column, total: score.total }] : [])),
    );
    const worst = possible.sort((a, b) => a.total - b.total)[0];
    const pairOf = ({ row, column }: { row: number; column: number }) => ({
      membershipId: intake.applicants[row]?.membershipId ?? '',
      coachId: intake.mentors[column]?.id ?? '',
    });
    if (!worst) throw new Error('nobody can be paired');
    const rival = possible.find(({ row, column }) => column === worst.column && row !== worst.row);
    const excluded = judged.flatMap((pairs, row) =>
      pairs.flatMap(({ because }, column) => (because ? [{ row, column }] : [])),
    )[0];
    const fixed = [worst, rival, excluded].flatMap((each) => (each ? [pairOf(each)] : []));
    const { proposals, infeasible } = match({ ...intake, fixed });
    expect(proposals.find(({ membershipId }) => membershipId === fixed[0]?.membershipId)).toMatchObject({
      coachId: fixed[0]?.coachId,
      fixed: true,
    });
    expect(infeasible.find(({ membershipId }) => membershipId === fixed[1]?.membershipId)).toMatchObject({
      because: ['coach_capacity'],
    });
    expect(infeasible).toHaveLength(2);
    expect(match({ ...intake, fixed: [{ membershipId: 'nobody', coachId: 'nobody' }] }).infeasible).toMatchObject([
      { because: ['not_in_this_run'] },
    ]);
  });

  it('explains wishes that are not met, and shows who would rather have each other', () => {
    const one = anIntake({ founders: 2, coaches: 1, places: 1 }, 1);
    const [mentor] = one.mentors;
    const coach: Mentor = {
      ...(mentor as Mentor),
      status: 'active',
      qualifiedUntil: null,
      stages: [],
      languages: [{ code: 'en', level: 'C2' }],
    };
    const away: Mentor = { ...coach, id: 'coach-away', status: 'away' };
    const applicants = one.applicants.map((each, index) => ({
      ...each,
      minor: false,
      languages: [{ code: 'en', level: 'C2' as const }],
      wishes: index === 0 ? [away.id, coach.id] : [coach.id],
    }));
    const result = match({ ...one, applicants, mentors: [coach, away] });
    expect(result.served).toBe(1);
    const without = result.proposals.find(({ coachId }) => coachId === null);
    expect(without?.because).toEqual(['places_taken']);
    expect(result.unmetWishes).toContainEqual({
      membershipId: applicants[0]?.membershipId,
      coachId: away.id,
      because: ['coach_active'],
    });
    expect(result.unmetWishes).toContainEqual({
      membershipId: without?.membershipId,
      coachId: coach.id,
      because: ['places_taken'],
    });
    // Coverage first: with a second coach whom only the better one could have, both would rather swap.
    expect(result.blocking.every(({ score }) => score >= 0)).toBe(true);
  });

  it('of nobody, or without coaches, is an answer, too', () => {
    expect(match(anIntake({ founders: 0, coaches: 3, places: 1 }))).toMatchObject({
      proposals: [],
      served: 0,
      worst: null,
    });
    expect(match(anIntake({ founders: 3, coaches: 0, places: 1 })).proposals).toHaveLength(3);
  });
});

describe('a score', () => {
  it('has parts that together weigh a hundred', () => {
    expect(Object.values(partWeights).reduce((sum, each) => sum + each, 0)).toBe(100);
  });

  it('counts the minutes in which both are free while the site is open, as instants', () => {
    const intake = anIntake({ founders: 1, coaches: 1, places: 1 }, 1);
    const [founder] = intake.applicants;
    const [mentor] = intake.mentors;
    if (!founder || !mentor) throw new Error('nobody is there');
    const minutesOf = (busy: typeof founder.busy, free: typeof mentor.free) => {
      const judged = judgePairs({
        ...intake,
        applicants: [{ ...founder, minor: false, stage: null, languages: [{ code: 'en', level: 'C1' }], busy }],
        mentors: [
          { ...mentor, status: 'active', qualifiedUntil: null, languages: [{ code: 'en', level: 'C1' }], free },
        ],
      });
      return judged[0]?.[0]?.score?.parts.find(({ name }) => name === 'availability');
    };
    // Free from 06:00, open from 08:00 (02:00 after the start of the intake's days) to 18:00: three of five hours, on four days.
    expect(minutesOf([], weeks([0], 0, 5))).toMatchObject({ points: 15, because: '12 hours in common in four weeks' });
    expect(minutesOf(weeks([0], 3, 2), weeks([0], 0, 5))).toMatchObject({
      points: 8,
      because: '4 hours in common in four weeks',
    });
    expect(minutesOf(weeks([0], 0, 12), weeks([0], 0, 5))).toMatchObject({ points: 0 });
  });
});
