/**
 * Everything that `npm test` does, in the order in which it would rather begin it. `needs` come first; `lanes` is
 * how many cores the stage can use (the builds' own are one and a half); `system` is what must be installed.
 *
 * kind build: BUILDS[name after the colon], skipped when unchanged
 * kind check: a script that passes or fails
 * kind jest:  a script that ends in `jest` and so takes its options
 * kind node:  `node --test` on the folder's *.test.mjs
 */
export const STAGES = [
  { name: 'build:shared', kind: 'build', build: 'shared', needs: [], lanes: 2, system: [] },
  { name: 'build:opinion-map', kind: 'build', build: 'opinion-map', needs: [], lanes: 1, system: [] },
  { name: 'build:h5', kind: 'build', build: 'h5', needs: ['build:shared'], lanes: 1, system: [] },
  { name: 'build:weapp', kind: 'build', build: 'weapp', needs: ['build:shared'], lanes: 1, system: [] },
  {
    name: 'build:server',
    kind: 'build',
    build: 'server',
    needs: ['build:shared', 'build:opinion-map'],
    lanes: 1,
    system: [],
  },
  { name: 'lint', kind: 'check', folder: '.', script: 'lint', needs: [], lanes: 1, system: [] },
  {
    name: 'boundaries',
    kind: 'check',
    folder: '.',
    script: 'boundaries',
    needs: ['build:shared', 'build:opinion-map'],
    lanes: 1,
    system: [],
  },
  ...['shared', 'server/opinion-map', 'server', 'miniprogram'].map((folder) => ({
    name: `typecheck:${folder.split('/').at(-1)}`,
    kind: 'check',
    folder,
    script: 'typecheck',
    needs: ['build:shared', 'build:opinion-map'],
    lanes: 1,
    system: [],
  })),
  {
    name: 'sizes',
    kind: 'check',
    folder: 'miniprogram',
    script: 'size',
    needs: ['build:h5', 'build:weapp'],
    lanes: 1,
    system: [],
  },
  { name: 'shared', kind: 'jest', folder: 'shared', script: 'test', needs: [], lanes: 1, system: [] },
  {
    name: 'opinion-map',
    kind: 'jest',
    folder: 'server/opinion-map',
    script: 'test',
    needs: ['build:opinion-map'],
    lanes: 1,
    system: [],
  },
  {
    name: 'server',
    kind: 'jest',
    folder: 'server',
    script: 'test',
    needs: ['build:shared', 'build:opinion-map'],
    lanes: 2,
    system: ['mariadb', 'redis'],
    mariadb: true,
    redis: true,
  },
  {
    name: 'client',
    kind: 'jest',
    folder: 'miniprogram',
    script: 'test',
    needs: ['build:weapp', 'build:server'],
    lanes: 2,
    system: [],
  },
  {
    name: 'browser',
    kind: 'jest',
    folder: 'miniprogram',
    script: 'test:browser',
    needs: ['build:h5', 'build:server'],
    lanes: 2,
    system: ['chromium', 'font'],
  },
  { name: 'standin', kind: 'node', folder: 'scripts/wechat-standin', needs: [], lanes: 1, system: [] },
  {
    name: 'scripts',
    kind: 'node',
    folder: 'scripts',
    needs: ['build:h5', 'build:server', 'build:opinion-map'],
    lanes: 2,
    system: ['mariadb'],
  },
];
