import { Controller } from '@nestjs/common';
import type { StaffAccess } from '@radslag/access';
import { routes } from '@radslag/contracts';
import { AddAction, ChangeAction, OrderActions, SettleAction, StrikeAction } from '@radslag/plans';
import { Endpoint, Input, Staff, type InputOf } from '../binding';

/** The rows of a plan. */
@Controller()
export class ActionsController {
  constructor(
    private readonly addAction: AddAction,
    private readonly changeAction: ChangeAction,
    private readonly orderActions: OrderActions,
    private readonly strikeAction: StrikeAction,
    private readonly settleAction: SettleAction,
  ) {}

  @Endpoint(routes.addAction)
  add(@Input() input: InputOf<typeof routes.addAction>, @Staff() staff: StaffAccess) {
    return this.addAction.execute(staff, input.params.planId, input.body);
  }

  @Endpoint(routes.changeAction)
  change(@Input() input: InputOf<typeof routes.changeAction>, @Staff() staff: StaffAccess) {
    return this.changeAction.execute(staff, input.params.actionId, input.body.version, input.body.action);
  }

  @Endpoint(routes.orderActions)
  order(@Input() input: InputOf<typeof routes.orderActions>, @Staff() staff: StaffAccess) {
    return this.orderActions.execute(staff, input.params.planId, input.body.actionIds);
  }

  @Endpoint(routes.strikeAction)
  strike(@Input() input: InputOf<typeof routes.strikeAction>, @Staff() staff: StaffAccess) {
    return this.strikeAction.execute(staff, input.params.actionId, input.body.version);
  }

  @Endpoint(routes.settleAction)
  settle(@Input() input: InputOf<typeof routes.settleAction>, @Staff() staff: StaffAccess) {
    return this.settleAction.execute(staff, input.params.actionId, input.body.version, input.body.event);
  }
}
