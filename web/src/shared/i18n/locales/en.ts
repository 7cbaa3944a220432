import { merged } from './merged';

export default merged(import.meta.glob<object>('./en/*.json', { eager: true, import: 'default' }));
