import { Controller } from '@nestjs/common';
import type { StaffAccess } from '@radslag/access';
import { AddMember, ChangeMember, MoveMember, ReadNetwork, RemoveMember } from '@radslag/conferences';
import { routes } from '@radslag/contracts';
import { Endpoint, Input, Staff, type InputOf } from '../binding';

@Controller()
export class NetworkController {
  constructor(
    private readonly readNetwork: ReadNetwork,
    private readonly addMember: AddMember,
    private readonly changeMember: ChangeMember,
    private readonly moveMember: MoveMember,
    private readonly removeMember: RemoveMember,
  ) {}

  @Endpoint(routes.readNetwork)
  read(@Input() input: InputOf<typeof routes.readNetwork>, @Staff() staff: StaffAccess) {
    return this.readNetwork.execute(staff, input.params.referralId);
  }

  @Endpoint(routes.addMember)
  add(@Input() input: InputOf<typeof routes.addMember>, @Staff() staff: StaffAccess) {
    return this.addMember.execute(staff, input.params.referralId, input.body);
  }

  @Endpoint(routes.changeMember)
  change(@Input() input: InputOf<typeof routes.changeMember>, @Staff() staff: StaffAccess) {
    return this.changeMember.execute(staff, input.params.memberId, input.body.version, input.body.member);
  }

  @Endpoint(routes.moveMember)
  move(@Input() input: InputOf<typeof routes.moveMember>, @Staff() staff: StaffAccess) {
    return this.moveMember.execute(staff, input.params.memberId, input.body.event);
  }

  @Endpoint(routes.removeMember)
  remove(@Input() input: InputOf<typeof routes.removeMember>, @Staff() staff: StaffAccess) {
    return this.removeMember.execute(staff, input.params.memberId);
  }
}
