import { Controller } from '@nestjs/common';
import type { StaffAccess } from '@radslag/access';
import { routes } from '@radslag/contracts';
import { AnswerForBreak, ListAccessRequests, ReadAccessExtract, ReadAuditLog } from '@radslag/reporting';
import { Endpoint, Input, Staff, type InputOf } from '../binding';

@Controller()
export class AuditController {
  constructor(
    private readonly readAuditLog: ReadAuditLog,
    private readonly listAccessRequests: ListAccessRequests,
    private readonly readAccessExtract: ReadAccessExtract,
    private readonly answerForBreak: AnswerForBreak,
  ) {}

  @Endpoint(routes.readAuditLog)
  log(@Input() input: InputOf<typeof routes.readAuditLog>, @Staff() staff: StaffAccess) {
    return this.readAuditLog.execute(staff, input.query);
  }

  @Endpoint(routes.listAccessRequests)
  requests(@Staff() staff: StaffAccess) {
    return this.listAccessRequests.execute(staff);
  }

  @Endpoint(routes.readAccessExtract)
  extract(@Input() input: InputOf<typeof routes.readAccessExtract>, @Staff() staff: StaffAccess) {
    return this.readAccessExtract.execute(staff, input.params.taskId);
  }

  @Endpoint(routes.answerForBreak)
  answer(@Input() input: InputOf<typeof routes.answerForBreak>, @Staff() staff: StaffAccess) {
    return this.answerForBreak.execute(staff, input.params.breakId, input.body);
  }
}
