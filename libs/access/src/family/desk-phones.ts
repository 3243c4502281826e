import { Injectable } from '@nestjs/common';
import { Database, Municipality } from '@radslag/db';

/** The number to call where no link is known and nobody may be named. Several municipalities on one site: all their numbers. */
@Injectable()
export class DeskPhones {
  private known: Promise<string[]> | undefined;

  constructor(private readonly db: Database) {}

  /** Read once: the page for unknown links must do the same work each time, and none for the link. */
  execute(): Promise<string[]> {
    this.known ??= this.read().catch((error: unknown) => {
      this.known = undefined;
      throw error;
    });
    return this.known;
  }

  private async read(): Promise<string[]> {
    const ids = await this.db.withoutTenant<{ municipality_ids: string }>('SELECT municipality_ids()');
    const phones: string[] = [];
    for (const { municipality_ids: id } of ids) {
      const row = await this.db.inMunicipality(id, { kind: 'system' }, (tx) => tx.manager.findOneBy(Municipality, { id }));
      if (row && !phones.includes(row.phone)) phones.push(row.phone);
    }
    return phones;
  }
}
