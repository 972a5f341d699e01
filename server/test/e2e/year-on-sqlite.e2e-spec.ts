import { describeYear } from '../support/year/year.js';

describeYear('sqlite');
