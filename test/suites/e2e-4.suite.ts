import { suite } from './suite';

suite('e2e', 4);
