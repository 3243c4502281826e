import { Controller, Header } from '@nestjs/common';
import type { StaffAccess } from '@radslag/access';
import { MarkLetterSent, ReadCall, RecordCall, WriteLetter } from '@radslag/conferences';
import { routes } from '@radslag/contracts';
import { Endpoint, Input, Staff, type InputOf } from '../binding';

/** Reaching a person by hand: a call or a letter. */
@Controller()
export class ReachingController {
  constructor(
    private readonly readCall: ReadCall,
    private readonly recordCall: RecordCall,
    private readonly writeLetter: WriteLetter,
    private readonly markLetterSent: MarkLetterSent,
  ) {}

  @Endpoint(routes.readCall)
  call(@Input() input: InputOf<typeof routes.readCall>, @Staff() staff: StaffAccess) {
    return this.readCall.execute(staff, input.params.memberId);
  }

  @Endpoint(routes.recordCall)
  called(@Input() input: InputOf<typeof routes.recordCall>, @Staff() staff: StaffAccess) {
    return this.recordCall.execute(staff, input.params.memberId, input.body);
  }

  /** A file name is seen by whoever borrows the computer: it says nothing of whom or where. */
  @Endpoint(routes.letterPdf)
  @Header('content-type', 'application/pdf')
  @Header('content-disposition', 'attachment; filename="brev.pdf"')
  letter(@Input() input: InputOf<typeof routes.letterPdf>, @Staff() staff: StaffAccess) {
    return this.writeLetter.execute(staff, input.params.memberId, { large: input.query.size === 'large' });
  }

  @Endpoint(routes.letterSent)
  sent(@Input() input: InputOf<typeof routes.letterSent>, @Staff() staff: StaffAccess) {
    return this.markLetterSent.execute(staff, input.params.memberId);
  }
}
