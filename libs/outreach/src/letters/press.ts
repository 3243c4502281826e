import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

type Press = { compiler: NodeCompiler; standard: string };
let press: Promise<Press> | undefined;

/** Noto Sans for every script that families read, from packages, so that a letter looks the same wherever it is pressed. */
const FONTS = ['noto-sans', 'noto-sans-arabic', 'noto-sans-ethiopic'];
const WEIGHTS = ['400Regular', '600SemiBold', '700Bold'];
function fontFolders(): string[] {
  // Beside the program that was started, wherever its packages are.
  const find = createRequire(process.argv[1] ?? join(process.cwd(), 'package.json'));
  return FONTS.flatMap((font) => WEIGHTS.map((weight) => join(dirname(find.resolve(`@expo-google-fonts/${font}/package.json`)), weight)));
}

/** Loaded at the first page: the compiler is fifty megabytes that processes without paper never need. */
async function openPress(): Promise<Press> {
  const typst = await import('@myriaddreamin/typst-ts-node-compiler');
  return { compiler: typst.NodeCompiler.create({ fontArgs: [{ fontPaths: fontFolders() }] }), standard: typst.PdfStandard.UA_1 };
}

/** A tagged PDF (PDF/UA-1) of data in a template, in a few milliseconds. */
export async function pressPdf(template: string, data: unknown): Promise<Buffer> {
  const { compiler, standard } = await (press ??= openPress());
  try {
    return compiler.pdf({ mainFileContent: template, inputs: { data: JSON.stringify(data) } }, { pdfStandard: standard });
  } finally {
    // What was set is personal: nothing of it stays in the compiler's memory.
    compiler.evictCache(0);
  }
}
