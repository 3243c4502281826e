import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { isRoot, onPath } from '../../launcher/machine.mjs';
import { builtWeb, root } from '../../launcher/places.mjs';
import { Refusal } from '../../launcher/refusal.mjs';
import { atMost, below, known, unmeasured } from '../table.mjs';

const LIMIT_KB = 180;
const COMPRESSED = new Set(['.js', '.css', '.html', '.svg', '.json', '.webmanifest']);
const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.png': 'image/png', '.ico': 'image/x-icon', '.webmanifest': 'application/manifest+json' };

/** What the staff web makes a browser fetch before anything is to be seen, against what the Angular CLI makes of nothing. */
export async function measureStaffWeb({ directory, ports, say, signal }) {
  const empty = await buildEmpty(directory, say, signal);
  const [ours, floor] = [initialOf(builtWeb), initialOf(empty)];
  const rows = [
    atMost(3, { what: 'Staff web, initial', unit: 'kB', figures: [ours / 1000], floors: [floor / 1000], note: 'index, the scripts it starts with and their imports, and styles, as the Angular CLI counts (brotli); floor: `ng new`, built in this run.' }),
  ];
  const chromium = process.env.RADSLAG_CHROMIUM ?? onPath('chromium', 'chromium-browser', 'google-chrome');
  if (!chromium) return [...rows, unmeasured('Staff web, sign-in page', 'there is no Chromium; `npm test` installs one.')];

  const seen = await visit(builtWeb, '/sign-in', chromium, await ports());
  rows.push(below(LIMIT_KB, { what: 'Staff web, sign-in page', unit: 'kB', figure: seen.script / 1000, note: `everything but fonts that Chromium fetches for /sign-in, headers and all, from a server that compresses: ${seen.requests} requests.` }));
  if (seen.font > 0) rows.push(known({ what: 'Staff web, fonts', unit: 'kB', figures: [seen.font / 1000], note: 'fetched once, shown in when they come.' }));
  return rows;
}

async function buildEmpty(directory, say, signal) {
  const cli = join(root, 'node_modules', '@angular', 'cli', 'bin', 'ng.js');
  say('Building an empty Angular application …');
  const ng = async (cwd, ...args) => {
    const child = spawn(process.execPath, [cli, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NG_CLI_ANALYTICS: 'false', CI: '1' }, signal });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data));
    const code = await new Promise((resolve) => child.once('exit', resolve).once('error', () => resolve(1)));
    if (code !== 0) throw new Refusal(`ng ${args[0]} failed:\n${said}`);
  };
  const folder = join(directory, 'empty');
  rmSync(folder, { recursive: true, force: true });
  await ng(directory, 'new', 'empty', '--directory', 'empty', '--defaults', '--skip-git', '--skip-install', '--skip-tests', '--ssr=false');
  await ng(folder, 'build');
  return join(folder, 'dist', 'empty', 'browser');
}

const compressed = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });

/** Bytes of the scripts and styles that index.html names, and of every script that those import at once. */
function initialOf(folder) {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\/?([^"]+\.(?:js|css))"/g)].map((found) => found[1]);
  const found = new Set();
  const add = (name) => {
    if (found.has(name) || !existsSync(join(folder, name))) return;
    found.add(name);
    if (!name.endsWith('.js')) return;
    // static imports only: `import(…)` waits until it is needed
    for (const [, next] of readFileSync(join(folder, name), 'utf8').matchAll(/(?:^|[;}\n])(?:import|export)(?:[^"'()]*?from)?\s*["']\.\/([^"']+)["']/g)) add(next);
  };
  named.forEach(add);
  const files = [...found].map((name) => readFileSync(join(folder, name)));
  return files.reduce((sum, file) => sum + (file.length === 0 ? 0 : compressed(file).length), compressed(Buffer.from(page)).length);
}

/** Served as a proxy in production would: compressed, kept for ever, every other address the page itself. Nobody is signed in. */
async function serve(folder, port) {
  const files = new Map(readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).map((file) => [file.slice(folder.length), file]));
  const kept = new Map();
  const server = createServer((request, response) => {
    const path = request.url.split('?')[0];
    if (path.startsWith('/api/')) {
      response.writeHead(401, { 'content-type': 'application/problem+json' });
      return response.end('{"code":"not-signed-in","status":401,"title":"Logga in."}');
    }
    const file = files.get(path) ?? join(folder, 'index.html');
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    if (!kept.has(file)) kept.set(file, COMPRESSED.has(extname(file)) ? compressed(readFileSync(file)) : readFileSync(file));
    response.writeHead(200, { 'content-type': type, ...(COMPRESSED.has(extname(file)) ? { 'content-encoding': 'br' } : {}) });
    response.end(kept.get(file));
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return () => {
    server.closeAllConnections();
    server.close();
  };
}

async function visit(folder, path, executablePath, port) {
  const { chromium } = await import('@playwright/test');
  const stop = await serve(folder, port);
  const browser = await chromium.launch({ executablePath, args: isRoot() ? ['--no-sandbox'] : [] });
  try {
    const page = await browser.newPage();
    const wire = await page.context().newCDPSession(page);
    await wire.send('Network.enable');
    const addresses = new Map();
    const seen = { script: 0, font: 0, requests: 0 };
    wire.on('Network.responseReceived', ({ requestId, response }) => addresses.set(requestId, response.url));
    wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const address = addresses.get(requestId) ?? '';
      if (!address.startsWith('http')) return;
      seen.requests += 1;
      seen[address.endsWith('.woff2') ? 'font' : 'script'] += encodedDataLength;
    });
    await page.goto(`http://127.0.0.1:${port}${path}`, { waitUntil: 'networkidle' });
    return seen;
  } finally {
    await browser.close();
    stop();
  }
}
