import { useEffect, useRef, useState } from 'react';
import type { Hold, HoldWish } from '../api/views';
import { letGo, useHold, useRefresh } from './commands';

/**
 * A place that is held while somebody decides. It is let go when they leave without booking, so that nobody waits for
 * nothing; `lapsed` says that the time was over before they decided.
 */
export function useHeldPlace() {
  const refresh = useRefresh();
  const holding = useHold();
  const [hold, setHold] = useState<Hold>();
  const [lapsed, setLapsed] = useState(false);
  const current = useRef<Hold>(undefined);

  const keep = (held: Hold | undefined) => {
    current.current = held;
    setHold(held);
  };

  // Whoever closes the sheet has decided against it.
  useEffect(
    () => () => {
      const held = current.current;
      if (!held) return;
      void letGo(held).then(refresh);
    },
    [refresh],
  );

  return {
    hold,
    lapsed,
    error: holding.error,
    isPending: holding.isPending,
    take: (wish: HoldWish) => {
      setLapsed(false);
      holding.mutate(wish, { onSuccess: keep });
    },
    /** Gives the place back, because another is wanted or none. */
    release: () => {
      const held = current.current;
      keep(undefined);
      holding.reset();
      if (held) void letGo(held).then(refresh);
    },
    /** The time is over, or the place has become a booking: there is nothing to give back. */
    end: (becauseOfTime: boolean) => {
      keep(undefined);
      setLapsed(becauseOfTime);
    },
  };
}
