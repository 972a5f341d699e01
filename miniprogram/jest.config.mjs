export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.spec.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }] },
  // The shared rules are ES modules, whose imports end in .js: taken from their source.
  moduleNameMapper: { '^@consult/shared$': '<rootDir>/../shared/src/index.ts', '^(\\.{1,2}/.+)\\.js$': '$1' },
};
