import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const env = readFileSync(join(root, 'libs/platform/src/env.ts'), 'utf8');
const part = (title: string) => readme.split(`## ${title}\n`)[1]!.split('\n## ')[0]!;
const ticked = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1]!);

describe('the README', () => {
  it('lists every setting there is, with the default that it has', () => {
    const rows = part('Settings').split('\n').filter((line) => line.startsWith('| `')).map((line) => line.split('|').map((cell) => cell.trim()));
    const told = Object.fromEntries(rows.flatMap((cells) => ticked(cells[1]!).map((name) => [name, cells[2] === '–' ? null : ticked(cells[2]!)[0]])));
    const parsed = [...env.matchAll(/^ {2}(RADSLAG_\w+): ([\s\S]*?),\n(?= {2}RADSLAG|\}\))/gm)].map((match) => {
      const fallback = /\.default\('?([^')]*)'?\)|^port\((\d+)\)/.exec(match[2]!);
      return [match[1]!, fallback?.[1] || fallback?.[2] || null];
    });
    expect(told).toEqual(Object.fromEntries(parsed));
  });

  it('maps every app and library, and nothing that is gone', () => {
    const mapped = ticked(part('The house').split('\n').filter((line) => line.startsWith('| `')).map((line) => line.split('|')[1]!).join());
    const there = ['apps', 'libs'].flatMap((folder) => readdirSync(join(root, folder), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => `${folder}/${entry.name}`));
    expect(mapped.sort()).toEqual([...there, 'docker'].sort());
  });

  it('shows a picture that is there, and commands that there are', () => {
    for (const [, path] of readme.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)) expect([path, existsSync(join(root, path!))]).toEqual([path, true]);
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
    for (const [, name] of readme.matchAll(/npm (?:run )?(start|test|bench|chaos)/g)) expect(Object.keys(scripts)).toContain(name);
  });
});
