// CommonJS mode with everything transformed: the only set-up in which all of Nest 12 loads inside jest on Node 20.
const ts = (tsx) => [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', decorators: true, tsx },
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
      target: 'es2023',
    },
    module: { type: 'commonjs' },
  },
];
const js = ['@swc/jest', { jsc: { parser: { syntax: 'ecmascript' }, target: 'es2023' }, module: { type: 'commonjs' } }];

export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts', '**/*.spec.tsx'],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^file-type$': '<rootDir>/node_modules/file-type/index.js',
  },
  transform: { '^.+\\.tsx$': ts(true), '^.+\\.ts$': ts(false), '^.+\\.m?js$': js },
  transformIgnorePatterns: [],
  testSequencer: '<rootDir>/test/setup/sequencer.mjs',
  globalSetup: '<rootDir>/test/setup/global-setup.mjs',
  globalTeardown: '<rootDir>/test/setup/global-teardown.mjs',
  reporters: ['default', '<rootDir>/test/setup/count-reporter.mjs'],
  // a look at a global is slow inside jest's sandbox; these are given to each module as parameters
  sandboxInjectedGlobals: [
    'Math',
    'Object',
    'Array',
    'Map',
    'Set',
    'WeakMap',
    'JSON',
    'Number',
    'String',
    'Uint8Array',
    'Uint8ClampedArray',
  ],
  testTimeout: 60000,
  maxWorkers: 2,
};
