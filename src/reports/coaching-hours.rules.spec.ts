import { coachingMinutes, coachingMinutesBy, HeldSession } from './coaching-hours.rules';

const session = (change: Partial<HeldSession>): HeldSession => ({
  coachId: 'kaisa',
  coachName: 'Kaisa',
  topic: 'sales',
  type: 'one_to_one',
  mode: 'remote',
  minutes: 60,
  ventures: ['v1'],
  people: ['aino'],
  ...change,
});

describe('hours_counted_once', () => {
  it('a team of three is one venture, one coach and three people', () => {
    const sum = coachingMinutes([session({ type: 'team', people: ['aino', 'bo', 'cai'] })]);
    expect(sum).toMatchObject({ sessions: 1, venture: 60, coach: 60, participant: 180 });
  });

  it('a clinic of two ventures is two ventures, and still one coach', () => {
    const clinic = session({
      type: 'group_clinic',
      ventures: ['v1', 'v2'],
      people: ['aino', 'bo', 'cai'],
      minutes: 90,
    });
    expect(coachingMinutes([clinic])).toMatchObject({ venture: 180, coach: 90, participant: 270 });
    // However often a row comes back from a join.
    expect(coachingMinutes([{ ...clinic, ventures: ['v1', 'v2', 'v1'] }])).toMatchObject({ venture: 180 });
  });

  it('groups add up to the whole', () => {
    const sessions = [
      session({}),
      session({ topic: null, minutes: 30 }),
      session({ topic: 'fund_raising', minutes: 45 }),
    ];
    const groups = coachingMinutesBy(sessions, 'topic');
    expect(groups.map(({ key, sum }) => [key, sum.coach])).toEqual([
      ['sales', 60],
      ['fund_raising', 45],
      [null, 30],
    ]);
    expect(groups.reduce((sum, group) => sum + group.sum.coach, 0)).toBe(coachingMinutes(sessions).coach);
  });
});
