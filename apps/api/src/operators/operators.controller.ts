import { Controller } from '@nestjs/common';
import type { StaffAccess } from '@radslag/access';
import { operatorRoutes as routes } from '@radslag/contracts';
import { ReadOperators, SaveOperator } from '@radslag/outreach';
import { Endpoint, Input, Staff, type InputOf } from '../binding';

@Controller()
export class OperatorsController {
  constructor(
    private readonly readOperators: ReadOperators,
    private readonly saveOperator: SaveOperator,
  ) {}

  @Endpoint(routes.readOperators)
  read(@Staff() staff: StaffAccess) {
    return this.readOperators.execute(staff);
  }

  @Endpoint(routes.saveOperator)
  save(@Input() input: InputOf<typeof routes.saveOperator>, @Staff() staff: StaffAccess) {
    return this.saveOperator.execute(staff, input.params.operator, input.body);
  }
}
