import { merged } from './merged';

export default merged(
  import.meta.glob<object>(['./fi/*.json', '!./fi/{common,access,start}.json'], { eager: true, import: 'default' }),
);
