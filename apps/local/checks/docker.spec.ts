import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What compose starts is held against the tree and against local mode: no machine here may be able to build images. */
const root = join(__dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const dockerfile = read('docker/Dockerfile');
const compose = read('docker/compose.yml');
const nginx = read('docker/nginx.conf');
const env = read('libs/platform/src/env.ts');
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1]!);

describe('the images', () => {
  const targets = all(dockerfile, /^FROM \S+ AS (\w+)$/gm);

  it('are one for each part of local mode, and one that migrates, and one that serves the web', () => {
    const parts = all(read('apps/local/launcher/stack.mjs').split('const PARTS = {')[1]!.split('\n};')[0]!, /^ {2}(\w+): \{/gm);
    expect(parts).toEqual(['operator', 'api', 'family', 'worker']);
    // The operator of local mode is simulated; Postgres and Redis come as they are.
    expect(targets).toEqual(['build', 'part', 'api', 'family', 'worker', 'migrate', 'web']);
    expect(all(compose.split('\nservices:\n')[1]!.split('\nvolumes:\n')[0]!, /^ {2}(\w+):$/gm)).toEqual(['postgres', 'redis', 'migrate', 'api', 'family', 'worker', 'web']);
    expect(all(compose, /target: (\w+)/g)).toEqual(['migrate', 'api', 'family', 'worker', 'web']);
  });

  it('are built from apps and files that are there', () => {
    const built = /build\.mjs ([a-z ]+?) \\/.exec(dockerfile)![1]!.split(' ');
    expect(built).toEqual(['api', 'family', 'worker', 'local', 'web']);
    for (const app of built) expect([app, existsSync(join(root, 'apps', app, 'src/main.ts'))]).toEqual([app, true]);
    for (const app of all(dockerfile, /\/src\/dist\/apps\/(\w+)/g)) expect(built).toContain(app);
    for (const file of all(dockerfile, /^COPY (docker\/\S+)/gm)) expect([file, existsSync(join(root, file))]).toEqual([file, true]);
    expect(read('apps/local/src/main.ts')).toContain('async migrate()');
  });

  it('listen where their health is asked for, which is where the settings put them', () => {
    for (const [part, setting] of [['api', 'RADSLAG_API_PORT'], ['family', 'RADSLAG_FAMILY_PORT'], ['worker', 'RADSLAG_WORKER_PORT']] as const) {
      const port = new RegExp(`${setting}: port\\((\\d+)\\)`).exec(env)![1]!;
      const stage = dockerfile.split(`AS ${part}\n`)[1]!.split('\nFROM ')[0]!;
      expect(stage).toContain(`EXPOSE ${port}\n`);
      expect(stage).toContain(`"healthy.mjs", "${port}"`);
      expect(compose).toContain(`${setting}: "${port}"`);
    }
    for (const upstream of ['http://api:3000', 'http://family:3001']) expect(nginx).toContain(upstream);
  });

  it('hold every package that their code imports', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
    const sources = globSync(['apps/{api,family,worker,local}/src/**/*.{ts,tsx}', 'libs/*/src/**/*.{ts,tsx}'], { cwd: root })
      .filter((file) => !/\.(spec|int-spec|fixture)\.tsx?$/.test(file) && !/^libs\/testing\/|^apps\/local\/src\/bench\//.test(file));
    const imported = new Set(sources.flatMap((file) => all(read(file), /(?:^(?:import|export)(?! type)[^;]*?from |^import |\bimport\()'([^'.][^']*)'/gm)));
    const packages = [...imported].map((name) => (name.startsWith('@') ? name.split('/').slice(0, 2).join('/') : name.split('/')[0]!)).filter((name) => !/^(node:|@radslag\/)/.test(name));
    expect([...new Set(packages)].filter((name) => !(name in dependencies))).toEqual([]);
    expect(packages).toEqual(expect.arrayContaining(['pg', 'bullmq', '@nestjs/core', '@myriaddreamin/typst-ts-node-compiler']));
  });

  it('bring the fonts that plans are typeset in', () => {
    expect(read('libs/plans/src/pdf/template.ts')).toContain('"Noto Sans"');
    expect(dockerfile.split('AS api\n')[1]!.split('\nFROM ')[0]).toContain('fonts-noto-core');
  });
});

describe('the compose file', () => {
  const wanted = all(compose, /\$\{(\w+):\?/g);

  it('gives the parts only settings that exist, and all that have no default', () => {
    const known = all(env, /^ {2}(RADSLAG_\w+):/gm);
    const given = all(compose, /^ {2,6}(RADSLAG_\w+):/gm).filter((name) => !['RADSLAG_OWNER_PASSWORD', 'RADSLAG_APP_PASSWORD'].includes(name));
    expect(given.filter((name) => !known.includes(name))).toEqual([]);
    const withoutDefault = known.filter((name) => !/default|port\(|optional/.test(env.split(`  ${name}: `)[1]!.split(/,\n/)[0]!));
    expect(withoutDefault).toEqual(['RADSLAG_DATABASE_URL', 'RADSLAG_REDIS_URL', 'RADSLAG_MASTER_KEY', 'RADSLAG_LINK_KEY', 'RADSLAG_CALLBACK_KEY']);
    for (const name of [...withoutDefault, 'RADSLAG_SMS_USER', 'RADSLAG_SMS_PASSWORD']) expect(given).toContain(name);
  });

  it('asks for what the example shows, and for nothing else', () => {
    const shown = all(read('docker/.env.example'), /^(\w+)=/gm);
    expect(wanted.filter((name) => !shown.includes(name))).toEqual([]);
    const used = new Set(all(compose, /\$\{(\w+)/g));
    expect(shown.filter((name) => !used.has(name))).toEqual([]);
  });

  it('says what is missing in words that no client takes for a default', () => {
    // `docker stack` cuts `${A:?make it with -hex 24}` at the hyphen and takes `hex 24` for the value, even when A is set.
    for (const sentence of all(compose, /\$\{\w+:\?([^}]*)\}/g)) expect(sentence).not.toMatch(/[-+]/);
  });

  it('runs Redis as the worker wants it, and starts every part again', () => {
    expect(compose).toContain('"--maxmemory-policy", "noeviction"');
    expect(all(compose, /^ +restart: (\S+)$/gm)).toEqual(['unless-stopped', 'unless-stopped', 'unless-stopped', '"no"', 'unless-stopped']);
  });
});

describe('the proxy', () => {
  it('says of the web what the API says of it in local mode', () => {
    const said = /`(default-src [^`]+)`/.exec(read('apps/api/src/serve-web.ts'))![1]!.replace('${styles}', "'self' 'nonce-$request_id'");
    expect(nginx).toContain(`add_header Content-Security-Policy "${said}" always;`);
  });

  it('knows the built files by the hash in their names, in all the letters that hashes are written in', () => {
    const pattern = new RegExp(/location ~ "([^"]+)"/.exec(nginx)![1]!);
    for (const name of ['/main-36FDURB2.js', '/chunk-A9IhIu-1.js', '/chunk-B8C_DQO6.js', '/chunk--XA8yk6t.js', '/media/inter-latin-wght-normal-NRMW37G5.woff2']) expect(name).toMatch(pattern);
    for (const name of ['/index.html', '/icon.svg', '/api/openapi.json', '/radslag']) expect(name).not.toMatch(pattern);
  });

  it('passes on the address that it saw itself, not the one that a caller claims', () => {
    expect(nginx).not.toContain('$proxy_add_x_forwarded_for');
    expect(all(nginx, /proxy_set_header (X-Forwarded-For \S+);/g)).toEqual(['X-Forwarded-For $remote_addr', 'X-Forwarded-For $remote_addr']);
    expect(nginx).toContain('real_ip_recursive on;');
    // Its one address is the only one that the parts behind it believe.
    expect(compose).toContain('RADSLAG_PROXY_HOPS: "1"');
  });
});
