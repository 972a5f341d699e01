import base from './jest.config.mjs';

/** Journeys through the built web app in a real browser: slower than the other tests, and one step leads to the next. */
export default {
  ...base,
  testMatch: ['<rootDir>/test/browser/**/*.journey.ts'],
  testTimeout: 120_000,
};
