/**
 * Who may know whom (docs/architecture.md). Each rule has a canary in tests/architecture/canary: a planted violation that
 * must be found, because a checker that reads nothing also finds nothing.
 */
const door = (name, library, path) => ({
  name,
  severity: 'error',
  comment: `${library} has one door`,
  from: { pathNot: [path, '^tests/', '\\.config\\.ts$'] },
  to: { path: library },
});

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment: 'the domain knows itself, xstate and temporal-polyfill; no node, no I/O',
      from: { path: '(^|/)core/domain/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['(^|/)core/domain/', 'node_modules/(xstate|temporal-polyfill)/'] },
    },
    {
      name: 'ports-know-only-domain',
      severity: 'error',
      from: { path: '(^|/)core/ports/' },
      to: { pathNot: ['(^|/)core/(domain|ports)/'] },
    },
    {
      name: 'contract-knows-only-domain',
      severity: 'error',
      from: { path: '(^|/)contract/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['(^|/)contract/', '(^|/)core/domain/', 'node_modules/(zod|@orpc/contract)/'] },
    },
    {
      name: 'page-knows-only-contract-and-domain',
      severity: 'error',
      from: { path: '(^|/)renderer/', pathNot: '\\.test\\.tsx?$|vite\\.config\\.ts$' },
      to: { path: ['(^|/)(native|server|electron|cli)/', '(^|/)core/(?!domain/)', '^node:', '^fs$|^path$|^crypto$'] },
    },
    {
      name: 'native-knows-only-ports-and-domain',
      severity: 'error',
      // The processes of the native libraries begin in host/child.ts: a program needs the machine's clock.
      from: { path: '(^|/)native/', pathNot: ['\\.test\\.ts$', '^native/transport/host/child\\.ts$'] },
      to: { path: ['(^|/)(contract|server|electron|cli|renderer)/', '(^|/)core/(?!domain/|ports/)'] },
    },
    {
      name: 'core-knows-no-host',
      severity: 'error',
      from: { path: '(^|/)core/' },
      to: {
        path: [
          '^(tests/architecture/canary/)?(native|server|electron|cli|renderer)/',
          '^node_modules/(react|electron)/',
        ],
      },
    },
    {
      name: 'storage-and-sync-know-only-ports',
      severity: 'error',
      from: { path: '(^|/)core/(storage|sync)/', pathNot: ['\\.test\\.ts$', '/testing/'] },
      to: { path: ['(^|/)core/(api|demo|booth\\.ts)', '(^|/)contract/'] },
    },
    {
      name: 'shell-only-starts-the-booth',
      severity: 'error',
      from: { path: '(^|/)electron/', pathNot: '\\.test\\.ts$' },
      to: { path: ['(^|/)(core|contract|native|server|renderer)/'] },
    },
    {
      name: 'nothing-knows-the-hosts',
      severity: 'error',
      from: { pathNot: ['(^|/)(server|cli|electron)/', '^tests/', '\\.config\\.ts$'] },
      to: { path: '(^|/)(server|cli|electron)/', pathNot: 'node_modules' },
    },
    {
      name: 'drivers-do-not-know-each-other',
      severity: 'error',
      from: { path: '(^|/)native/driver/([^/]+)/' },
      to: { path: '(^|/)native/driver/[^/]+/', pathNot: '(^|/)native/driver/$2/' },
    },
    door('serial-has-one-door', 'node_modules/serialport/', '(^|/)native/transport/'),
    door('hid-has-one-door', 'node_modules/node-hid/', '(^|/)native/transport/'),
    door('smartcard-has-one-door', 'node_modules/smartcard/|^smartcard$', '(^|/)native/transport/'),
    door('sqlite-has-one-door', 'node_modules/better-sqlite3-multiple-ciphers/', '(^|/)core/storage/'),
    door('electron-has-one-door', 'node_modules/electron/', '(^|/)electron/'),
    door('sockets-have-one-door', 'node_modules/ws/', '(^|/)server/'),
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['\\.css$', '^smartcard$'] },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^out/', '^dist/', '\\.css$'] },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      conditionNames: ['import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
};
