import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { sitesRunBy } from '../../shared/api/duties';
import { siteNamed, sites } from '../../shared/api/house';
import { usePerson } from '../../shared/api/use-session';

/** The site that the address names, of those that one runs. */
export function useRunSite() {
  const person = usePerson();
  const [query] = useSearchParams();
  const house = useQuery(sites);
  const run = sitesRunBy(person, house.data ?? []);
  return { run, site: siteNamed(run, query.get('site')) ?? run[0], house };
}
