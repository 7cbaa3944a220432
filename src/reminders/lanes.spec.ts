import { Lanes, Widths } from './lanes';

const never = (): Promise<void> => new Promise(() => undefined);

/** Lanes on which everything counts as slow at once, or nothing ever does. */
function lanes(slowAfter: number, widths: Partial<Widths> = {}): Lanes {
  return new Lanes({ quick: 4, all: 6, each: 2, slowAfter, ...widths });
}

describe('lanes', () => {
  it('have room for so many quick ones', () => {
    const some = lanes(60_000);
    for (const addressee of ['a', 'b', 'c']) void some.take(addressee, never);
    expect(some.room()).toBe(1);
    void some.take('d', never);
    expect(some.room()).toBe(0);
  });

  it('have as much room again when some turn out to be slow, up to a limit', () => {
    const some = lanes(0);
    for (const addressee of ['a', 'b', 'c', 'd']) void some.take(addressee, never);
    expect(some.room()).toBe(2);
    for (const addressee of ['e', 'f']) void some.take(addressee, never);
    expect(some.room()).toBe(0);
  });

  it('are full for an addressee who has enough under way, and until one of them has ended', async () => {
    const some = lanes(60_000);
    let end = (): void => undefined;
    const first = some.take('a', () => new Promise<void>((resolve) => (end = resolve)));
    void some.take('a', never);
    void some.take('b', never);
    expect(some.full()).toEqual(['a']);
    end();
    await first;
    expect(some.full()).toEqual([]);
  });

  it('know for whom waiting is in vain: everything that is under way for them is slow', () => {
    for (const [slowAfter, moving] of [
      [60_000, ['a']],
      [0, []],
    ] as const) {
      const some = lanes(slowAfter);
      void some.take('a', never);
      void some.take('a', never);
      void some.take('b', never);
      expect(some.full()).toEqual(['a']);
      expect(some.moving()).toEqual(moving);
    }
  });

  it('change when something ends, whether well or not', async () => {
    const some = lanes(60_000);
    let fail = (_: Error): void => undefined;
    const failing = some.take('a', () => new Promise<void>((_, reject) => (fail = reject)));
    void some.take('b', never);
    const changed = some.change();
    fail(new Error('refused'));
    await expect(failing).rejects.toThrow('refused');
    await changed;
    expect(some.room()).toBe(3);
  });
});
