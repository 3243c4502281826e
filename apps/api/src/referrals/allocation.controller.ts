import { Controller } from '@nestjs/common';
import type { StaffAccess } from '@radslag/access';
import { AcceptReferral, AllocateCoordinator, CloseReferral, DeclareConflict, ListCoordinators, ReturnReferral } from '@radslag/conferences';
import { routes } from '@radslag/contracts';
import { Endpoint, Input, Staff, type InputOf } from '../binding';

/** What is decided about a referral that has been handed in. */
@Controller()
export class AllocationController {
  constructor(
    private readonly returnReferral: ReturnReferral,
    private readonly acceptReferral: AcceptReferral,
    private readonly listCoordinators: ListCoordinators,
    private readonly allocateCoordinator: AllocateCoordinator,
    private readonly declareConflict: DeclareConflict,
    private readonly closeReferral: CloseReferral,
  ) {}

  @Endpoint(routes.returnReferral)
  return(@Input() input: InputOf<typeof routes.returnReferral>, @Staff() staff: StaffAccess) {
    return this.returnReferral.execute(staff, input.params.referralId, input.body);
  }

  @Endpoint(routes.acceptReferral)
  accept(@Input() input: InputOf<typeof routes.acceptReferral>, @Staff() staff: StaffAccess) {
    return this.acceptReferral.execute(staff, input.params.referralId, input.body.version);
  }

  @Endpoint(routes.listCoordinators)
  coordinators(@Staff() staff: StaffAccess) {
    return this.listCoordinators.execute(staff);
  }

  @Endpoint(routes.allocateCoordinator)
  allocate(@Input() input: InputOf<typeof routes.allocateCoordinator>, @Staff() staff: StaffAccess) {
    return this.allocateCoordinator.execute(staff, input.params.referralId, input.body);
  }

  @Endpoint(routes.declareConflict)
  declare(@Input() input: InputOf<typeof routes.declareConflict>, @Staff() staff: StaffAccess) {
    return this.declareConflict.execute(staff, input.params.referralId, input.body);
  }

  @Endpoint(routes.closeReferral)
  close(@Input() input: InputOf<typeof routes.closeReferral>, @Staff() staff: StaffAccess) {
    return this.closeReferral.execute(staff, input.params.referralId, input.body);
  }
}
