import { suite } from './suite';

suite('medium', 1);
