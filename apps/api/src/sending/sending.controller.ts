import { Controller } from '@nestjs/common';
import type { StaffAccess } from '@radslag/access';
import { sendingRoutes as routes } from '@radslag/contracts';
import { ApproveText, ChangeRules, DraftText, PlanAnew, ReadRules, ReadTexts, WithdrawText } from '@radslag/outreach';
import { Endpoint, Input, Staff, type InputOf } from '../binding';

/** How the municipality sends: its texts and its rules. */
@Controller()
export class SendingController {
  constructor(
    private readonly readTexts: ReadTexts,
    private readonly draftText: DraftText,
    private readonly approveText: ApproveText,
    private readonly withdrawText: WithdrawText,
    private readonly readRules: ReadRules,
    private readonly changeRules: ChangeRules,
    private readonly planAnew: PlanAnew,
  ) {}

  @Endpoint(routes.readTexts)
  texts(@Staff() staff: StaffAccess) {
    return this.readTexts.execute(staff);
  }

  @Endpoint(routes.draftText)
  draft(@Input() input: InputOf<typeof routes.draftText>, @Staff() staff: StaffAccess) {
    return this.draftText.execute(staff, input.body);
  }

  @Endpoint(routes.approveText)
  approve(@Input() input: InputOf<typeof routes.approveText>, @Staff() staff: StaffAccess) {
    return this.approveText.execute(staff, input.params.textId, input.body);
  }

  @Endpoint(routes.withdrawText)
  withdraw(@Input() input: InputOf<typeof routes.withdrawText>, @Staff() staff: StaffAccess) {
    return this.withdrawText.execute(staff, input.params.textId);
  }

  @Endpoint(routes.readRules)
  rules(@Staff() staff: StaffAccess) {
    return this.readRules.execute(staff);
  }

  @Endpoint(routes.changeRules)
  change(@Input() input: InputOf<typeof routes.changeRules>, @Staff() staff: StaffAccess) {
    return this.changeRules.execute(staff, input.body);
  }

  @Endpoint(routes.foreseePlanAnew)
  foresee(@Staff() staff: StaffAccess) {
    return this.planAnew.foresee(staff);
  }

  @Endpoint(routes.planAnew)
  anew(@Input() input: InputOf<typeof routes.planAnew>, @Staff() staff: StaffAccess) {
    return this.planAnew.execute(staff, input.body);
  }
}
