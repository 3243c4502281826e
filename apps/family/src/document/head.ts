import { SCRIPT } from '../script/script';
import { SHEET } from '../sheet/sheet';
import { directionOf } from '@radslag/domain';
import { plain, WRITTEN, type Tongue } from '@radslag/family-texts';

/**
 * All that comes before the title is the same for every page of a language, sheet included: made once, and compressed once.
 * The sheet comes first, so that nothing that differs stands before it.
 */
const before = (tongue: Tongue): string =>
  `<!doctype html>
<html lang="${tongue.lang}" dir="${directionOf(tongue.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="format-detection" content="telephone=no">
<link rel="icon" href="data:,">
<style>${SHEET}</style>
`;

const HEADS = new Map<string, string>(WRITTEN.map((tongue) => [tongue.code, before(tongue)]));
export const heads = (): Iterable<string> => HEADS.values();
/** Last of every page: on a poor network what is read comes before what only helps. Compressed once, too. */
export const TAIL = `<script>${SCRIPT}</script></body>\n</html>\n`;
export const headOf = (tongue: Tongue): string => HEADS.get(tongue.code)!;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
export const titleTag = (title: string): string => `<title>${plain(title).replace(/[&<>]/g, (c) => ESCAPES[c]!)}</title>\n</head>\n`;
