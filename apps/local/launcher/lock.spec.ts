import { changesOfLock } from './lock.mjs';

const lock = (packages: Record<string, object>) => JSON.stringify({ packages: { '': { dependencies: { a: '1.0.0' } }, ...packages } });
const A = { version: '1.0.0', integrity: 'sha512-a' };

describe('what an install did to the lock file', () => {
  it('is nothing when the registry has come to offer a binary for another platform, or offers it no longer', () => {
    const other = { version: '1.0.0', integrity: 'sha512-b', cpu: ['arm64'], optional: true };
    expect(changesOfLock(lock({ 'node_modules/a': A }), lock({ 'node_modules/a': A, 'node_modules/a-arm': other }))).toEqual([]);
    expect(changesOfLock(lock({ 'node_modules/a': A, 'node_modules/a-arm': other }), lock({ 'node_modules/a': A }))).toEqual([]);
  });

  it('is nothing when only the order of its lines is another', () => {
    expect(changesOfLock(lock({ 'node_modules/a': A, 'node_modules/b': A }), lock({ 'node_modules/b': A, 'node_modules/a': { integrity: 'sha512-a', version: '1.0.0' } }))).toEqual([]);
  });

  it.each<[string, Record<string, object>, RegExp]>([
    ['another version', { 'node_modules/a': { ...A, version: '1.0.1' } }, /a: version was 1\.0\.0, is 1\.0\.1/],
    ['another integrity', { 'node_modules/a': { ...A, integrity: 'sha512-c' } }, /a: integrity/],
    ['an address', { 'node_modules/a': { ...A, resolved: 'https://elsewhere.example/a.tgz' } }, /a: resolved was not said/],
    ['one that went', {}, /a is gone/],
    ['one that came', { 'node_modules/a': A, 'node_modules/b': A }, /b is new/],
    ['an optional one of this platform that became another', { 'node_modules/a': A, 'node_modules/o': { ...A, integrity: 'sha512-d', optional: true } }, /o: integrity/],
  ])('is told when there is %s', (_name, packages, sentence) => {
    const before = { 'node_modules/a': A, ...('node_modules/o' in packages ? { 'node_modules/o': { ...A, optional: true } } : {}) };
    expect(changesOfLock(lock(before), lock(packages)).join('\n')).toMatch(sentence);
  });

  it('is told when what the project asks for is another', () => {
    const after = JSON.stringify({ packages: { '': { dependencies: { a: '2.0.0' } }, 'node_modules/a': A } });
    expect(changesOfLock(lock({ 'node_modules/a': A }), after)).toEqual(['the project: other dependencies']);
  });
});
