// Only syntax that Node 12 can read: an old Node must get as far as saying that it is too old.
const LEAST = [20, 19];

/** Ends the process with one line unless this Node is new enough (the `engines` of package.json). */
export function requireNode() {
  const version = process.versions.node.split('.').map(Number);
  if (version[0] > LEAST[0] || (version[0] === LEAST[0] && version[1] >= LEAST[1])) return;
  console.error(
    'Node ' +
      process.versions.node +
      ' is too old: this needs Node ' +
      LEAST.join('.') +
      ' or newer (https://nodejs.org).',
  );
  process.exit(1);
}
