import { LinkSecrets } from '../access/link-secrets';
import { Config } from '../platform/config/config';
import { LetterLinks } from './letter-links';

const links = new LetterLinks({ publicUrl: 'https://oasis.example' } as Config, {} as LinkSecrets);

it('leads to a site, and to the screen alone for what was told before sites were noted', () => {
  expect(links.applications('8c1f')).toBe('https://oasis.example/decisions?site=8c1f');
  expect(links.applications(undefined)).toBe('https://oasis.example/decisions');
  expect(links.coachingOfSite(undefined)).toBe('https://oasis.example/assignments');
});
