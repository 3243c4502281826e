import { Controller } from '@nestjs/common';
import type { StaffAccess } from '@radslag/access';
import { SaveReferral, StartReferral, SubmitReferral } from '@radslag/conferences';
import { routes } from '@radslag/contracts';
import { ListCases, ReadCase } from '@radslag/reporting';
import { Endpoint, Input, Staff, type InputOf } from '../binding';

/** A referral while it is written, and the case as it is read. */
@Controller()
export class ReferralsController {
  constructor(
    private readonly listCases: ListCases,
    private readonly readCase: ReadCase,
    private readonly startReferral: StartReferral,
    private readonly saveReferral: SaveReferral,
    private readonly submitReferral: SubmitReferral,
  ) {}

  @Endpoint(routes.listCases)
  list(@Input() input: InputOf<typeof routes.listCases>, @Staff() staff: StaffAccess) {
    return this.listCases.execute(staff, input.query);
  }

  @Endpoint(routes.startReferral)
  start(@Input() input: InputOf<typeof routes.startReferral>, @Staff() staff: StaffAccess) {
    return this.startReferral.execute(staff, input.body.offerId);
  }

  @Endpoint(routes.readCase)
  read(@Input() input: InputOf<typeof routes.readCase>, @Staff() staff: StaffAccess) {
    return this.readCase.execute(staff, input.params.referralId);
  }

  @Endpoint(routes.saveReferral)
  save(@Input() input: InputOf<typeof routes.saveReferral>, @Staff() staff: StaffAccess) {
    return this.saveReferral.execute(staff, input.params.referralId, input.body.version, input.body.content);
  }

  @Endpoint(routes.submitReferral)
  submit(@Input() input: InputOf<typeof routes.submitReferral>, @Staff() staff: StaffAccess) {
    return this.submitReferral.execute(staff, input.params.referralId, input.body.version);
  }
}
