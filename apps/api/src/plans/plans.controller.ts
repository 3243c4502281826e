import { Controller, Header } from '@nestjs/common';
import type { StaffAccess } from '@radslag/access';
import { routes } from '@radslag/contracts';
import { DecidePlan, PlanPdf, PresentPlan, ReadPlan, ReleasePlan, RevisePlan, StartPlan, WithdrawPlan } from '@radslag/plans';
import { Endpoint, Input, Staff, type InputOf } from '../binding';

/** The plan as a whole: begun, presented, decided on, taken home. */
@Controller()
export class PlansController {
  constructor(
    private readonly readPlan: ReadPlan,
    private readonly startPlan: StartPlan,
    private readonly presentPlan: PresentPlan,
    private readonly decidePlan: DecidePlan,
    private readonly revisePlan: RevisePlan,
    private readonly planPdf: PlanPdf,
    private readonly releasePlan: ReleasePlan,
    private readonly withdrawPlan: WithdrawPlan,
  ) {}

  @Endpoint(routes.readPlan)
  read(@Input() input: InputOf<typeof routes.readPlan>, @Staff() staff: StaffAccess) {
    return this.readPlan.execute(staff, input.params.conferenceId);
  }

  @Endpoint(routes.startPlan)
  start(@Input() input: InputOf<typeof routes.startPlan>, @Staff() staff: StaffAccess) {
    return this.startPlan.execute(staff, input.params.conferenceId);
  }

  @Endpoint(routes.presentPlan)
  present(@Input() input: InputOf<typeof routes.presentPlan>, @Staff() staff: StaffAccess) {
    return this.presentPlan.execute(staff, input.params.planId, input.body.version, input.body.careTaken);
  }

  @Endpoint(routes.decidePlan)
  decide(@Input() input: InputOf<typeof routes.decidePlan>, @Staff() staff: StaffAccess) {
    return this.decidePlan.execute(staff, input.params.planId, input.body);
  }

  @Endpoint(routes.revisePlan)
  revise(@Input() input: InputOf<typeof routes.revisePlan>, @Staff() staff: StaffAccess) {
    return this.revisePlan.execute(staff, input.params.planId, input.body.version);
  }

  /** A file name is seen by whoever borrows the phone or finds the download: it says nothing. */
  @Endpoint(routes.planPdf)
  @Header('content-type', 'application/pdf')
  @Header('content-disposition', 'attachment; filename="plan.pdf"')
  pdf(@Input() input: InputOf<typeof routes.planPdf>, @Staff() staff: StaffAccess) {
    return this.planPdf.execute(staff, input.params.planId, input.query.memberId, input.query.careTaken ?? null);
  }

  @Endpoint(routes.releasePlan)
  release(@Input() input: InputOf<typeof routes.releasePlan>, @Staff() staff: StaffAccess) {
    return this.releasePlan.execute(staff, input.params.planId, input.body);
  }

  @Endpoint(routes.withdrawPlan)
  withdraw(@Input() input: InputOf<typeof routes.withdrawPlan>, @Staff() staff: StaffAccess) {
    return this.withdrawPlan.execute(staff, input.params.planId, input.params.memberId);
  }
}
