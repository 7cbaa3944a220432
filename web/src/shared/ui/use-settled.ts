import { useEffect, useState } from 'react';

/** How long something has to have been in sight before a press can be meant for it, in milliseconds. */
const glance = 500;

/**
 * Whether what has come into sight by itself has been there for long enough that a press is meant for it, and not for
 * what stood in its place when the finger set out.
 */
export function useSettled(): boolean {
  const [isSettled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), glance);
    return () => clearTimeout(timer);
  }, []);
  return isSettled;
}
