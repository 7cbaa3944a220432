import { merged } from './merged';

export default merged(
  import.meta.glob<object>(['./en/*.json', '!./en/{common,access,start}.json'], { eager: true, import: 'default' }),
);
