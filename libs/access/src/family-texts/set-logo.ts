import { Injectable } from '@nestjs/common';
import { LOGO_MAX } from '@radslag/contracts';
import { Database } from '@radslag/db';
import { RuleBroken } from '@radslag/platform';
import { asStaff, type StaffAccess } from '../staff-access';

const SIGNATURES: Readonly<Record<string, RegExp>> = { png: /^89504e470d0a1a0a/, webp: /^52494646.{8}57454250/ };

/** The municipality's mark on the family pages behind the second step. A picture and nothing else: its first bytes say so. */
@Injectable()
export class SetLogo {
  constructor(private readonly db: Database) {}

  async execute(staff: StaffAccess, logo: string | null): Promise<void> {
    if (logo !== null && !isPicture(logo)) throw new RuleBroken('logo-faulty');
    await asStaff(this.db, staff, async (tx) => {
      await tx.query('SELECT set_municipality_logo($1)', [logo]);
      tx.audit('familyText.logo', { entity: 'municipality', entityId: tx.municipalityId });
    });
  }
}

function isPicture(logo: string): boolean {
  const found = /^data:image\/(png|webp);base64,([A-Za-z0-9+/]+=*)$/.exec(logo);
  return found !== null && logo.length <= LOGO_MAX && SIGNATURES[found[1]!]!.test(Buffer.from(found[2]!, 'base64').subarray(0, 12).toString('hex'));
}
