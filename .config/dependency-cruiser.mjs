import { fileURLToPath } from 'node:url';

/** Which part may import which: docs/architecture.md in a form that a tool can check. */
const NODE_BUILTINS = { dependencyTypes: ['core'] };

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'resolvable',
      comment: 'Every import leads somewhere, so that the rules below see it.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-cycles',
      comment: 'Modules that need each other are one module, or hide a third. Types may refer to each other.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'shared-stands-alone',
      comment: 'The rules run in the server, the browser and WeChat, so they know none of them.',
      severity: 'error',
      from: { path: '^shared/src' },
      to: { path: '^(server|miniprogram)/' },
    },
    {
      name: 'shared-is-pure',
      severity: 'error',
      from: { path: '^shared/src' },
      to: NODE_BUILTINS,
    },
    {
      name: 'opinion-map-stands-alone',
      comment: 'Mathematics that knows neither the product nor a framework.',
      severity: 'error',
      from: { path: '^server/opinion-map/src' },
      to: { path: '^(shared|server/src|miniprogram)/' },
    },
    {
      name: 'opinion-map-by-its-front-door',
      comment: 'Imported as the package @consult/opinion-map, never by a path into its source.',
      severity: 'error',
      from: { path: '^(server/src|server/test|miniprogram)/' },
      to: { path: '^server/opinion-map/src' },
    },
    {
      name: 'server-without-client',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^miniprogram/' },
    },
    {
      name: 'client-without-server',
      severity: 'error',
      from: { path: '^miniprogram/src' },
      to: { path: '^server/' },
    },
    {
      name: 'shared-by-its-front-door',
      comment: 'Imported as the package @consult/shared, never by a path into its source.',
      severity: 'error',
      from: { path: '^(server|miniprogram)/' },
      to: { path: '^shared/src' },
    },
    {
      name: 'controllers-only-call-services',
      comment:
        'A route says who may call it and hands over; what is stored is not its business (health asks if it is up).',
      severity: 'error',
      from: { path: '\\.controller\\.ts$', pathNot: '^server/src/health/' },
      to: { path: ['\\.(entity|repository)\\.ts$', '^server/src/database/', 'node_modules/typeorm/'] },
    },
    {
      name: 'no-tests-in-the-product',
      severity: 'error',
      from: { path: '/src/', pathNot: '\\.spec\\.tsx?$' },
      to: { path: ['\\.spec\\.tsx?$', '^[a-z]+/test/'] },
    },
    {
      name: 'no-dead-files',
      comment: 'A file that imports nothing and that nothing imports is left over.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: ['\\.d\\.ts$', '\\.config\\.ts$', '/main\\.ts$', '/app\\.ts$', '\\.spec\\.tsx?$'],
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '(^|/)dist/'] },
    exclude: { path: '\\.scss$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: fileURLToPath(new URL('tsconfig.boundaries.json', import.meta.url)) },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
