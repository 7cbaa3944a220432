import { merged } from './merged';

export default merged(import.meta.glob<object>('./sv/*.json', { eager: true, import: 'default' }));
