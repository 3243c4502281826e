import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(fileURLToPath(new URL('../../..', import.meta.url)));
export const builtMain = (app) => join(root, 'dist', 'apps', app, 'main.mjs');
export const builtWeb = join(root, 'dist', 'apps', 'web', 'browser');
export const profileDirectory = (profile) => join(root, '.local', profile);
