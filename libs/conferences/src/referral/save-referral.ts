import { Injectable } from '@nestjs/common';
import type { ObjectType } from 'typeorm';
import { asStaff, openCase, type StaffAccess } from '@radslag/access';
import type { CaseView, ReferralContent } from '@radslag/contracts';
import { BottomLine, Database, FamilyQuestion, FocalPerson, OfferedResource, Referral, type Tx } from '@radslag/db';
import { dateOf, SWEDISH_ZONE } from '@radslag/domain';
import { RuleBroken, StaleVersion } from '@radslag/platform';
import { CaseAnswer } from './case-answer';
import { storedPersonalNumber } from './personal-number';
import { partsOfReferral } from './referral-content';

/** Saves the whole draft at once. Half-written is fine: what is missing is asked for when it is handed in. */
@Injectable()
export class SaveReferral {
  constructor(
    private readonly db: Database,
    private readonly answer: CaseAnswer,
  ) {}

  execute(staff: StaffAccess, referralId: string, version: number, content: ReferralContent): Promise<CaseView> {
    return asStaff(this.db, staff, async (tx) => {
      const referral = await openCase(tx, staff, referralId, { action: 'referral.save' });
      if (referral.state !== 'draft') throw new RuleBroken('referral-not-draft');
      if (referral.version !== version) throw new StaleVersion('referral');
      // A date that has passed since it was written is left alone; only a new one is judged.
      if (content.holdBy !== null && content.holdBy !== referral.holdBy && content.holdBy < dateOf(tx.now, SWEDISH_ZONE)) throw new RuleBroken('date-in-past');
      const focalPersons = content.focalPersons.map((person) => ({ ...person, personalNumber: storedPersonalNumber(person.personalNumber) }));

      await tx.update(
        Referral,
        referralId,
        {
          situation: content.situation,
          worries: content.worries,
          strengths: content.strengths,
          goals: content.goals,
          noBottomLines: content.noBottomLines,
          languages: content.languages,
          holdBy: content.holdBy,
          updatedAt: tx.now,
        },
        version,
      );
      const parts = await partsOfReferral(tx, referralId);
      await replaceParts(tx, FocalPerson, referralId, parts.focalPersons, focalPersons);
      await replaceParts(tx, FamilyQuestion, referralId, parts.questions, content.questions);
      await replaceParts(tx, BottomLine, referralId, parts.bottomLines, content.bottomLines);
      await replaceParts(tx, OfferedResource, referralId, parts.resources, content.resources);
      tx.announce({ referralId, what: 'referral' });
      return this.answer.view(tx, staff, referralId);
    });
  }
}

type Part = { municipalityId: string; id: string; referralId: string; position: number };

/**
 * The list as it was sent, in its order. A row that is still there keeps its id (the plan will point at it), an unknown id is
 * a new row, what is gone is removed.
 */
async function replaceParts<P extends Part>(
  tx: Tx,
  entity: ObjectType<P>,
  referralId: string,
  stored: readonly P[],
  wanted: readonly ({ id?: string } & Omit<P, keyof Part>)[],
): Promise<void> {
  const left = new Set(stored.map((part) => part.id));
  const added: Partial<P>[] = [];
  for (const [position, { id, ...values }] of wanted.entries()) {
    if (id !== undefined && left.delete(id)) await tx.update(entity, id, { ...values, position } as unknown as Partial<P>);
    else added.push({ ...values, referralId, position } as unknown as Partial<P>);
  }
  for (const id of left) await tx.remove(entity, id);
  await tx.insertMany(entity, added);
}
