import { directionOf } from '@radslag/domain';
import { WRITTEN } from '@radslag/family-texts';
import { writeFileSync } from 'node:fs';
import { everyPage } from './pages/every-page.fixture';

/** Writes every page, in every state and language, to the file named: `[{ language, rtl, pages: { name: html } }]`. For the check that opens them in a browser. */
const [file] = process.argv.slice(2);
writeFileSync(file!, JSON.stringify(WRITTEN.map((tongue) => ({ language: tongue.code, rtl: directionOf(tongue.language) === 'rtl', pages: everyPage(tongue) }))));
