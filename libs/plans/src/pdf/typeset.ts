import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { PdfDocument } from './document';
import { TEMPLATE } from './template';

type Press = { compiler: NodeCompiler; standard: string };
let press: Promise<Press> | undefined;

/** Loaded at the first page: the compiler is fifty megabytes that the family site, which also reads plans, never needs. */
async function openPress(): Promise<Press> {
  const typst = await import('@myriaddreamin/typst-ts-node-compiler');
  // Finds the machine's fonts: Noto Sans where it is installed, else the built-in one.
  return { compiler: typst.NodeCompiler.create(), standard: typst.PdfStandard.UA_1 };
}

/** A tagged PDF (PDF/UA-1), in a few milliseconds. */
export async function typeset(document: PdfDocument): Promise<Buffer> {
  const { compiler, standard } = await (press ??= openPress());
  try {
    return compiler.pdf({ mainFileContent: TEMPLATE, inputs: { data: JSON.stringify(document) } }, { pdfStandard: standard });
  } finally {
    // What was set is personal: nothing of it stays in the compiler's memory.
    compiler.evictCache(0);
  }
}
