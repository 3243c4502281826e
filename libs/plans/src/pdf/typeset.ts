import { pressPdf } from '@radslag/outreach';
import type { PdfDocument } from './document';
import { TEMPLATE } from './template';

/** A tagged PDF (PDF/UA-1), in a few milliseconds. */
export const typeset = (document: PdfDocument): Promise<Buffer> => pressPdf(TEMPLATE, document);
