import { merged } from './merged';

export default merged(
  import.meta.glob<object>(['./ru/*.json', '!./ru/{common,access,start}.json'], { eager: true, import: 'default' }),
);
