import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import type { ProofRow } from '@radslag/contracts';
import { Database } from '@radslag/db';
import type { MessageReason } from '@radslag/domain';
import { csvOf } from './csv';
import { csvWords } from './csv-words';
import { proofList } from './read-proof';

/** The proof list as a table to keep; that it was taken out is logged. */
@Injectable()
export class ProofCsv {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, conferenceId: string): Promise<string> {
    return asStaff(this.db, staff, async (tx) => {
      const { rows } = await proofList(tx, staff, conferenceId, 'proof.export');
      const words = csvWords(staff.language);
      const why = (reason: string) => words.reasons[reason as MessageReason] ?? reason;
      const line = (row: ProofRow): string[] => [
        row.local.replace('T', ' '), row.kind === null ? words.call : words.kinds[row.kind], row.person, words.channels[row.channel], row.recipient,
        row.channel !== 'sms' ? '' : (row.operator ?? words.atSending), row.what === 'call' ? why(row.because) : row.stopped === null ? words.goes : why(row.stopped),
        row.language ?? '', row.segments?.toString() ?? '', row.template ?? '', row.subject ?? '', row.text ?? '',
      ];
      return csvOf([words.head, ...rows.map(line)]);
    });
  }
}
