import { Controller } from '@nestjs/common';
import type { StaffAccess } from '@radslag/access';
import { AddTie, AnswerWorry, DecidePair, RecordConsent, RemoveTie, RevokePair, WithdrawConsent } from '@radslag/conferences';
import { routes } from '@radslag/contracts';
import { Endpoint, Input, Staff, type InputOf } from '../binding';

/** What people have agreed to, how they stand to each other, and what they are worried about. */
@Controller()
export class ConsentsController {
  constructor(
    private readonly recordConsent: RecordConsent,
    private readonly withdrawConsent: WithdrawConsent,
    private readonly addTie: AddTie,
    private readonly removeTie: RemoveTie,
    private readonly decidePair: DecidePair,
    private readonly revokePair: RevokePair,
    private readonly answerWorry: AnswerWorry,
  ) {}

  @Endpoint(routes.recordConsent)
  record(@Input() input: InputOf<typeof routes.recordConsent>, @Staff() staff: StaffAccess) {
    return this.recordConsent.execute(staff, input.params.memberId, input.body);
  }

  @Endpoint(routes.withdrawConsent)
  withdraw(@Input() input: InputOf<typeof routes.withdrawConsent>, @Staff() staff: StaffAccess) {
    return this.withdrawConsent.execute(staff, input.params.consentId);
  }

  @Endpoint(routes.answerWorry)
  worry(@Input() input: InputOf<typeof routes.answerWorry>, @Staff() staff: StaffAccess) {
    return this.answerWorry.execute(staff, input.params.worryId, input.body);
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
