import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { asFamily } from '@radslag/access';
import { Database } from '@radslag/db';
import { ACTION_REPORTS } from '@radslag/domain';
import { readReleasedPlan, ReportAction } from '@radslag/plans';
import { AT } from '../forms/answer-state';
import { codePage } from '../pages/door-pages';
import { planPage } from '../pages/plan-page';
import { go, show } from '../visit/outcome';
import { Visits } from '../visit/visits';

/** The plan that the family made, as released to this reader; behind the second step, always. */
@Controller()
export class PlanController {
  constructor(
    private readonly visits: Visits,
    private readonly db: Database,
    private readonly reportAction: ReportAction,
  ) {}

  @Get('10') plan(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.visits.read(request, reply, async ({ access, frame, page }) => {
      const { birthYear, code } = page.secondStep;
      if (!access.stepPassed) return birthYear || code ? go(AT.code) : show(codePage({ frame, page }));
      const plan = await asFamily(this.db, access, (tx) => readReleasedPlan(tx, access.invitationId));
      return plan === null ? go(AT.meeting) : show(planPage(frame, plan));
    });
  }

  @Post('10') report(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.visits.write(request, reply, async ({ access }, form) => {
      const value = ACTION_REPORTS.find((one) => one === form.get('v'));
      const actionId = form.get('a');
      if (access.stepPassed && value !== undefined && /^[0-9a-f-]{36}$/.test(actionId)) await this.reportAction.execute(access, { actionId, value });
      return go(AT.plan);
    });
  }
}
