import { Logger } from '@nestjs/common';
import { Clock } from '../kernel/clock';
import { line, Timekeeper } from './timekeeper';
import { rungLine, timetable } from './timetable';

const present = new Date('2027-03-02T06:00:00Z');

class StandingClock extends Clock {
  now(): Date {
    return present;
  }
}

class Chores {
  readonly runs: Date[] = [];
  atOnce = 0;
  most = 0;
  /** Ends the run under way. */
  finish: () => void = () => undefined;
  fails = false;

  async sweep(now: Date): Promise<number> {
    this.runs.push(now);
    this.most = Math.max(this.most, ++this.atOnce);
    try {
      await new Promise<void>((resolve) => (this.finish = resolve));
      if (this.fails) throw new Error('no broom');
      return 1;
    } finally {
      this.atOnce--;
    }
  }

  name = 'not a method';
}

describe('the timekeeper', () => {
  let chores: Chores;

  beforeEach(() => {
    Logger.overrideLogger(false);
    jest.useFakeTimers();
    chores = new Chores();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  const keeper = (...lines: ConstructorParameters<typeof Timekeeper>[0]): Timekeeper =>
    new Timekeeper(lines, () => chores, new StandingClock());
  const sweeping = line('chores.sweep', 10_000, Chores, 'sweep');

  it('knows for how long a line has not succeeded', async () => {
    const timekeeper = keeper({ ...sweeping, every: 1_000 });
    timekeeper.start();
    await jest.advanceTimersByTimeAsync(30_000);
    expect(timekeeper.silence('chores.sweep')).toBeGreaterThanOrEqual(30_000);
    chores.finish();
    await jest.advanceTimersByTimeAsync(10);
    expect(timekeeper.silence('chores.sweep')).toBeLessThan(1_000);
    chores.fails = true;
    for (let second = 0; second < 5; second++) {
      await jest.advanceTimersByTimeAsync(1_100);
      chores.finish();
    }
    await jest.advanceTimersByTimeAsync(10);
    expect(timekeeper.silence('chores.sweep')).toBeGreaterThan(4_000);
    expect(() => timekeeper.silence('chores.mop')).toThrow('no line chores.mop');
    const stopping = timekeeper.stop();
    chores.finish();
    await stopping;
  });

  it('does not start with a line whose method is not there', () => {
    expect(() => keeper({ ...sweeping, method: 'mop' })).toThrow('chores.sweep names a method that is not there');
    expect(() => keeper({ ...sweeping, method: 'name' })).toThrow('Chores.name');
    const nobody = (): never => {
      throw new Error('no such provider');
    };
    expect(() => new Timekeeper([sweeping], nobody, new StandingClock())).toThrow('does not provide');
    expect(() => keeper(sweeping, sweeping)).toThrow('twice');
  });

  it('runs a line soon after the start, and again so long after its end, never over itself', async () => {
    const time = keeper(sweeping);
    time.start();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(chores.runs).toEqual([present]);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(chores.runs).toHaveLength(1);
    chores.finish();
    await jest.advanceTimersByTimeAsync(9_990);
    expect(chores.runs).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(20);
    expect(chores.runs).toHaveLength(2);
    expect(chores.most).toBe(1);
    chores.finish();
    await time.stop();
  });

  it('runs a line at once when it is woken, and once more when it was running already', async () => {
    const time = keeper(sweeping);
    time.start();
    time.wake('chores.sweep');
    expect(chores.runs).toHaveLength(1);
    for (let i = 0; i < 5; i++) time.wake('chores.sweep');
    chores.finish();
    await jest.advanceTimersByTimeAsync(1);
    expect(chores.runs).toHaveLength(2);
    chores.finish();
    await jest.advanceTimersByTimeAsync(5_000);
    expect(chores.runs).toHaveLength(2);
    expect(() => {
      time.wake('chores.dust');
    }).toThrow('no line chores.dust');
    await time.stop();
  });

  it('tries a rare line that failed again within a minute', async () => {
    chores.fails = true;
    const time = keeper({ ...sweeping, every: 3_600_000 });
    time.start();
    await jest.advanceTimersByTimeAsync(1_000);
    chores.finish();
    await jest.advanceTimersByTimeAsync(60_001);
    expect(chores.runs).toHaveLength(2);
    chores.finish();
    await time.stop();
  });

  it('waits for what is running when it stops, and begins nothing more', async () => {
    const time = keeper(sweeping);
    time.start();
    time.wake('chores.sweep');
    let stopped = false;
    const stopping = time.stop().then(() => (stopped = true));
    await jest.advanceTimersByTimeAsync(100);
    expect(stopped).toBe(false);
    time.wake('chores.sweep');
    chores.finish();
    await stopping;
    await jest.advanceTimersByTimeAsync(60_000);
    expect(chores.runs).toHaveLength(1);
  });
});

describe('the timetable', () => {
  it('names only methods that are there, each line once, and the line that is rung', () => {
    for (const { owner, method } of timetable) {
      expect(typeof (owner.prototype as Record<string, unknown>)[method]).toBe('function');
    }
    const names = timetable.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain(rungLine);
  });
});
