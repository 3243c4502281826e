import { Controller } from '@nestjs/common';
import type { StaffAccess } from '@radslag/access';
import { operatorRoutes as routes } from '@radslag/contracts';
import { ChangeReplyAddress, ReadOperators, ReadReplyAddress, SaveOperator } from '@radslag/outreach';
import { Endpoint, Input, Staff, type InputOf } from '../binding';

@Controller()
export class OperatorsController {
  constructor(
    private readonly readOperators: ReadOperators,
    private readonly saveOperator: SaveOperator,
    private readonly readReplyAddress: ReadReplyAddress,
    private readonly changeReplyAddress: ChangeReplyAddress,
  ) {}

  @Endpoint(routes.readOperators)
  read(@Staff() staff: StaffAccess) {
    return this.readOperators.execute(staff);
  }

  @Endpoint(routes.saveOperator)
  save(@Input() input: InputOf<typeof routes.saveOperator>, @Staff() staff: StaffAccess) {
    return this.saveOperator.execute(staff, input.params.operator, input.body);
  }

  @Endpoint(routes.readReplyAddress)
  address(@Input() input: InputOf<typeof routes.readReplyAddress>, @Staff() staff: StaffAccess) {
    return this.readReplyAddress.execute(staff, input.params.operator);
  }

  @Endpoint(routes.changeReplyAddress)
  changeAddress(@Input() input: InputOf<typeof routes.changeReplyAddress>, @Staff() staff: StaffAccess) {
    return this.changeReplyAddress.execute(staff, input.params.operator, input.body);
  }
}
