import { Injectable } from '@nestjs/common';
import { Database, FamilySession } from '@radslag/db';
import { asFamily, type FamilyAccess } from './family-access';

@Injectable()
export class EndSession {
  constructor(private readonly db: Database) {}

  execute(access: FamilyAccess): Promise<void> {
    return asFamily(this.db, access, (tx) => tx.update(FamilySession, access.sessionId, { endedAt: tx.now }));
  }
}
