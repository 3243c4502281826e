import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

type Press = { compiler: NodeCompiler; standard: string };
let press: Promise<Press> | undefined;

/** Loaded at the first page: the compiler is fifty megabytes that processes without paper never need. */
async function openPress(): Promise<Press> {
  const typst = await import('@myriaddreamin/typst-ts-node-compiler');
  // Finds the machine's fonts: Noto Sans where it is installed, else the built-in one.
  return { compiler: typst.NodeCompiler.create(), standard: typst.PdfStandard.UA_1 };
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
