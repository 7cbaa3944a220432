import { suite } from './suite';

suite('browser', 4);
