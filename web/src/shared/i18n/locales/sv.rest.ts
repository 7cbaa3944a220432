import { merged } from './merged';

export default merged(
  import.meta.glob<object>(['./sv/*.json', '!./sv/{common,access,start}.json'], { eager: true, import: 'default' }),
);
