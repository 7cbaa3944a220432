import { suite } from './suite';

suite('e2e', 3);
