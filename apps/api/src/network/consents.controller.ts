import { Controller } from '@nestjs/common';
import type { StaffAccess } from '@radslag/access';
import { AddTie, DecidePair, RecordConsent, RemoveTie, RevokePair, WithdrawConsent } from '@radslag/conferences';
import { routes } from '@radslag/contracts';
import { Endpoint, Input, Staff, type InputOf } from '../binding';

/** What people have agreed to, and how they stand to each other. */
@Controller()
export class ConsentsController {
  constructor(
    private readonly recordConsent: RecordConsent,
    private readonly withdrawConsent: WithdrawConsent,
    private readonly addTie: AddTie,
    private readonly removeTie: RemoveTie,
    private readonly decidePair: DecidePair,
    private readonly revokePair: RevokePair,
  ) {}

  @Endpoint(routes.recordConsent)
  record(@Input() input: InputOf<typeof routes.recordConsent>, @Staff() staff: StaffAccess) {
    return this.recordConsent.execute(staff, input.params.memberId, input.body);
  }

  @Endpoint(routes.withdrawConsent)
  withdraw(@Input() input: InputOf<typeof routes.withdrawConsent>, @Staff() staff: StaffAccess) {
    return this.withdrawConsent.execute(staff, input.params.consentId);
  }

  @Endpoint(routes.addTie)
  draw(@Input() input: InputOf<typeof routes.addTie>, @Staff() staff: StaffAccess) {
    return this.addTie.execute(staff, input.params.referralId, input.body);
  }

  @Endpoint(routes.removeTie)
  erase(@Input() input: InputOf<typeof routes.removeTie>, @Staff() staff: StaffAccess) {
    return this.removeTie.execute(staff, input.params.tieId);
  }

  @Endpoint(routes.decidePair)
  decide(@Input() input: InputOf<typeof routes.decidePair>, @Staff() staff: StaffAccess) {
    return this.decidePair.execute(staff, input.params.tieId, input.body);
  }

  @Endpoint(routes.revokePair)
  takeBack(@Input() input: InputOf<typeof routes.revokePair>, @Staff() staff: StaffAccess) {
    return this.revokePair.execute(staff, input.params.tieId);
  }
}
