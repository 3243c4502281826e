import { Injectable } from '@nestjs/common';
import { asStaff, openPlan, requireCare, type StaffAccess } from '@radslag/access';
import { Conference, Database, FocalPerson, NetworkMember, type FamilyPlan, type Tx } from '@radslag/db';
import { joinNames } from '@radslag/domain';
import { NotFound, RuleBroken } from '@radslag/platform';
import { bookedReview } from './booked-review';
import { documentForOne, documentForStaff, type PdfDocument } from './pdf/document';
import type { PdfLanguage } from './pdf/texts';
import { typeset } from './pdf/typeset';
import { personLabel } from './person-label';
import { readContent } from './plan-content';
import { careForPaper } from './names-in-plan';
import { isReleased, releasedPlanFor, scopeOf } from './read-released-plan';

/** The plan on paper, for one recipient or for the case. The export is logged, with whose copy it was. */
@Injectable()
export class PlanPdf {
  constructor(private readonly db: Database) {}

  async execute(staff: StaffAccess, planId: string, memberId?: string, careTaken: string | null = null): Promise<Buffer> {
    const document = await asStaff(this.db, staff, async (tx) => {
      const { plan } = await openPlan(tx, staff, planId, { action: 'plan.export', ...(memberId && { entity: 'network_member', entityId: memberId }) });
      if (!isReleased(plan)) throw new RuleBroken('plan-not-accepted', { state: plan.state });
      const { actions } = await readContent(tx, plan);
      const asked = await careForPaper(tx, plan, actions);
      requireCare(`${planId} pdf`, asked?.care ?? [], careTaken);
      return memberId === undefined ? wholePlan(tx, plan, languageOf(staff.language)) : planFor(tx, plan, memberId);
    });
    // Outside the transaction: setting a page is work, and nothing slow may hold one open.
    return typeset(document);
  }
}

const languageOf = (language: string): PdfLanguage => (language === 'en' ? 'en' : 'sv');

async function planFor(tx: Tx, plan: FamilyPlan, memberId: string): Promise<PdfDocument> {
  const reader = await tx.findOne(NetworkMember, { id: memberId, referralId: plan.referralId });
  if (!reader || reader.removedAt !== null) throw new NotFound('network_member');
  const scope = await scopeOf(tx, plan.id, memberId);
  if (scope === null) throw new RuleBroken('plan-not-released', { memberId });
  return documentForOne(await releasedPlanFor(tx, plan, reader, scope, { cleared: true }), languageOf(reader.language));
}

async function wholePlan(tx: Tx, plan: FamilyPlan, language: PdfLanguage): Promise<PdfDocument> {
  const { questions, actions } = await readContent(tx, plan);
  const conference = await tx.get(Conference, plan.conferenceId);
  const focal = await tx.find(FocalPerson, { referralId: plan.referralId }, { order: { position: 'ASC' } });
  const people = new Map((await tx.find(NetworkMember, { referralId: plan.referralId })).map((member) => [member.id, personLabel(member)]));
  const nameOf = (id: string | null) => (id === null ? '' : (people.get(id) ?? ''));
  return documentForStaff(
    {
      focalName: joinNames(focal.filter((person) => !person.protected).map((person) => person.givenName), language),
      madeOn: conference.startsLocal?.slice(0, 10) ?? null,
      questions: questions.map((question) => ({
        text: question.text,
        actions: actions
          .filter((action) => action.questionId === question.id && action.state !== 'noLongerNeeded')
          .map((action) => ({
            what: action.what ?? '',
            who: nameOf(action.ownerId),
            whenText: action.whenText ?? '',
            dueOn: action.dueOn,
            checker: nameOf(action.checkerId),
            planB: action.planB ?? '',
            needsDecision: action.needsDecision,
          })),
      })),
      conditions: plan.conditions,
      reviewOn: plan.reviewOn,
      meetsOn: await bookedReview(tx, conference),
    },
    language,
  );
}
