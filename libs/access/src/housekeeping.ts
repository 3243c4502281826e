import { Injectable } from '@nestjs/common';
import { Database } from '@radslag/db';

/** Answers to repeated POSTs are kept for a day, ended staff sessions for none. */
const ANSWERS_KEPT = '24 hours';

/** What is past its use is removed, municipality by municipality. Safe to run anywhere, any time, twice. */
@Injectable()
export class Housekeeping {
  constructor(private readonly db: Database) {}

  async execute(): Promise<void> {
    const ids = await this.db.withoutTenant<{ id: string }>('SELECT municipality_ids() AS id');
    for (const { id } of ids) {
      await this.db.inMunicipality(id, { kind: 'system' }, async (tx) => {
        await tx.query(`DELETE FROM idempotent_answer WHERE created_at < app_now() - $1::interval`, [ANSWERS_KEPT]);
        await tx.query(`DELETE FROM staff_session WHERE expires_at < now()`);
      });
    }
  }
}
