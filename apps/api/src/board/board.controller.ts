import { Controller } from '@nestjs/common';
import type { StaffAccess } from '@radslag/access';
import { routes } from '@radslag/contracts';
import { ReadBoard } from '@radslag/reporting';
import { Endpoint, Input, Staff, type InputOf } from '../binding';

@Controller()
export class BoardController {
  constructor(private readonly readBoard: ReadBoard) {}

  @Endpoint(routes.readBoard)
  board(@Input() input: InputOf<typeof routes.readBoard>, @Staff() staff: StaffAccess) {
    return this.readBoard.execute(staff, input.query.scope);
  }
}
