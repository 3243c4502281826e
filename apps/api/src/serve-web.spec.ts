import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { serveWeb } from './serve-web';

describe('the staff web as the API hands it out', () => {
  let outside: string;
  let root: string;
  let fastify: FastifyInstance;
  const get = (url: string) => fastify.inject({ method: 'GET', url });

  beforeEach(async () => {
    outside = await mkdtemp(join(tmpdir(), 'radslag-web-'));
    root = join(outside, 'web');
    await mkdir(root);
    await writeFile(join(outside, 'secret.txt'), 'secret');
    await writeFile(join(root, 'index.html'), '<!doctype html><rs-root ngCspNonce="CSP_NONCE"></rs-root><script src="main-8-uM_RjP.js" nonce="CSP_NONCE"></script>');
    await writeFile(join(root, 'main-8-uM_RjP.js'), '1');
    await writeFile(join(root, 'icon.svg'), '<svg/>');
    fastify = new FastifyAdapter().getInstance();
    await serveWeb(fastify, root);
    await fastify.ready();
  });
  afterEach(async () => {
    await fastify.close();
    await rm(outside, { recursive: true });
  });

  it('gives every page a nonce of its own for style elements, and keeps scripts to our own files', async () => {
    const [one, two] = [await get('/'), await get('/radslag/anything/tider?x=1')];
    const nonce = (page: typeof one) => /style-src 'self' 'nonce-([\w+/=]{24})';/.exec(String(page.headers['content-security-policy']))?.[1];
    expect(nonce(one)).toBeDefined();
    expect(nonce(one)).not.toBe(nonce(two));
    expect(one.body).toContain(`ngCspNonce="${nonce(one)}"`);
    expect(one.body).not.toContain('CSP_NONCE');
    expect(one.headers['content-security-policy']).toContain("script-src 'self';");
    expect([one.statusCode, two.statusCode]).toEqual([200, 200]);
  });
  it('lets nobody keep a page, and a file with its hash in the name be kept for ever', async () => {
    expect((await get('/index.html')).headers['cache-control']).toBe('no-store');
    expect((await get('/main-8-uM_RjP.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await get('/icon.svg')).headers['cache-control']).toBe('no-cache');
  });
  it('finds a web that was built anew without being started again', async () => {
    await mkdir(join(root, 'media'));
    await writeFile(join(root, 'media', 'font-BBBBBBBB.woff2'), 'x');
    await writeFile(join(root, 'index.html'), 'anew CSP_NONCE');
    expect((await get('/media/font-BBBBBBBB.woff2')).statusCode).toBe(200);
    expect((await get('/')).body).toMatch(/^anew /);
  });
  it.each(['/main-CCCCCCCC.js', '/api/v1/nothing'])('answers 404 for %s', async (url) => {
    const answer = await get(url);
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'not-found']);
  });
  it.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/media/../../secret.txt'])('reads no file outside for %s', async (url) => {
    expect((await get(url)).body).not.toBe('secret');
  });
});
