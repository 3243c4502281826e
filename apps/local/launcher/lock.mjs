/**
 * What an install did to the lock file, as sentences: a package whose version, address or integrity became another, one
 * that went, one that came. Binaries of other platforms are no change: npm writes them in as the registry comes to offer them.
 */
export function changesOfLock(before, after) {
  const was = JSON.parse(before).packages ?? {};
  const is = JSON.parse(after).packages ?? {};
  const changes = [];
  for (const [path, old] of Object.entries(was)) {
    const now = is[path];
    const name = path || 'the project';
    if (now === undefined) {
      if (!old.optional) changes.push(`${name} is gone`);
      continue;
    }
    for (const field of ['version', 'resolved', 'integrity']) if (old[field] !== now[field]) changes.push(`${name}: ${field} was ${old[field] ?? 'not said'}, is ${now[field] ?? 'not said'}`);
    if (path === '') for (const field of ['dependencies', 'devDependencies']) if (JSON.stringify(old[field]) !== JSON.stringify(now[field])) changes.push(`${name}: other ${field}`);
  }
  for (const [path, now] of Object.entries(is)) if (was[path] === undefined && !now.optional) changes.push(`${path} is new`);
  return changes;
}
