import { merged } from './merged';

/** What strangers read; the rest is fetched for those who are signed in. */
export default merged(import.meta.glob<object>('./sv/{common,access,start}.json', { eager: true, import: 'default' }));
