import { merged } from './merged';

export default merged(import.meta.glob<object>('./ru/*.json', { eager: true, import: 'default' }));
