import { merged } from './merged';

export default merged(import.meta.glob<object>('./fi/*.json', { eager: true, import: 'default' }));
