import { Injectable } from '@nestjs/common';
import { asStaff, namesOfStaff, type StaffAccess } from '@radslag/access';
import type { SendingTextsView } from '@radslag/contracts';
import { Database, MessageTemplate } from '@radslag/db';
import { FAMILY_LANGUAGES, MESSAGE_KINDS, TEMPLATES } from '@radslag/domain';
import { municipalRules } from '../rules-of-municipality';
import { cardAddress, sampleFacts } from './text-sample';
import { toText } from './text-view';

/** The words of every kind of message, in every language there are words in. */
@Injectable()
export class ReadTexts {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess): Promise<SendingTextsView> {
    return asStaff(this.db, staff, async (tx) => {
      const own = await tx.find(MessageTemplate, {}, { order: { version: 'DESC' } });
      const names = await namesOfStaff(tx);
      const { policy } = await municipalRules(tx);
      const places = MESSAGE_KINDS.flatMap((kind) => FAMILY_LANGUAGES.map((language) => ({ kind, language, versions: own.filter((row) => row.kind === kind && row.language === language) })));
      return {
        texts: places.filter(({ kind, language, versions }) => versions.length > 0 || TEMPLATES[kind][language] !== undefined).map(({ versions, ...place }) => toText(place, versions, names, staff.userId)),
        sample: await sampleFacts(tx),
        segmentPriceOre: policy.segmentPriceOre,
        card: await cardAddress(tx),
      };
    });
  }
}
