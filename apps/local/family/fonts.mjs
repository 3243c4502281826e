import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/**
 * The fonts that the pages are measured in: the vendored ones, so that a machine's own make no difference. The wide faces are
 * the same letters enlarged to the widest that phones and computers bring (DejaVu and Verdana, bold digits too; Tahoma).
 */
const { resolve } = createRequire(import.meta.url);
const PACKAGES = { latin: ['noto-sans', 'NotoSans'], arabic: ['noto-sans-arabic', 'NotoSansArabic'], ethiopic: ['noto-sans-ethiopic', 'NotoSansEthiopic'] };
const WEIGHTS = { 400: '400Regular', 600: '600SemiBold' };
const WIDER = { latin: '117%', arabic: '110%', ethiopic: '105%' };

const files = new Map();
let faces = '';
for (const [script, [name, file]] of Object.entries(PACKAGES)) {
  for (const [weight, folder] of Object.entries(WEIGHTS)) {
    const path = `/fonts/${script}-${weight}.ttf`;
    files.set(path, readFileSync(resolve(`@expo-google-fonts/${name}/${folder}/${file}_${folder}.ttf`)));
    const face = `src:url(${path});font-weight:${weight};font-display:block`;
    faces += `@font-face{font-family:${script};${face}}@font-face{font-family:wide-${script};${face};size-adjust:${WIDER[script]}}`;
  }
}
const stack = (prefix = '') => Object.keys(PACKAGES).map((script) => prefix + script).join(',');

export const fontFile = (path) => files.get(path);
/** Stands last in the head. `<html class="wide">` makes a page wide. */
export const FONTS = `<style>${faces}body{font-family:${stack()},sans-serif!important}.wide body{font-family:${stack('wide-')},sans-serif!important}</style>`;
