import { Injectable } from '@nestjs/common';
import { Database } from '@radslag/db';

export type CardFacts = { phone: string; smsSender: string; outOfHoursPhone: string | null; emailFrom: string | null };

type Row = { phone: string; sms_sender: string; out_of_hours_phone: string | null; email_from: string | null };

/** What a municipality says of its own texts, to anybody; null: there is no such one. Nothing about any person is read. */
@Injectable()
export class MunicipalityCard {
  constructor(private readonly db: Database) {}

  async execute(slug: string): Promise<CardFacts | null> {
    if (!/^[a-z0-9-]{1,40}$/.test(slug)) return null;
    const [row] = await this.db.withoutTenant<Row>('SELECT phone, sms_sender, out_of_hours_phone, email_from FROM municipality_card($1)', [slug]);
    return row ? { phone: row.phone, smsSender: row.sms_sender, outOfHoursPhone: row.out_of_hours_phone, emailFrom: row.email_from } : null;
  }
}
