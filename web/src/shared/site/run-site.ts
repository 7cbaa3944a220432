import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { sitesRunBy } from '../api/duties';
import { siteNamed, sites } from '../api/house';
import { usePerson } from '../api/use-session';
import type { Site } from '../api/views';

/** The site that a screen for those who run sites is about, and the others that they run. */
export interface RunSite {
  site: Site | undefined;
  all: Site[];
  isPending: boolean;
  error: Error | null;
  retry: () => void;
}

/** The site that the address names, else the first that the person runs. */
export function useRunSite(): RunSite {
  const person = usePerson();
  const [query] = useSearchParams();
  const house = useQuery(sites);
  const all = sitesRunBy(person, house.data ?? []);
  return {
    site: siteNamed(all, query.get('site')) ?? all[0],
    all,
    isPending: house.isPending,
    error: house.error,
    retry: () => void house.refetch(),
  };
}

/** Changes what the address says of the view; null takes a particular out. The way back leads to the screen before. */
export function useView(): [URLSearchParams, (changes: Record<string, string | null>) => void] {
  const [query, setQuery] = useSearchParams();
  return [
    query,
    (changes) => {
      // From the address itself: what is rendered may be one press behind, and would take that press back.
      const after = new URLSearchParams(window.location.search);
      for (const [name, value] of Object.entries(changes)) {
        if (value === null) after.delete(name);
        else after.set(name, value);
      }
      setQuery(after, { replace: true });
    },
  ];
}
