import { Controller, Header } from '@nestjs/common';
import type { StaffAccess } from '@radslag/access';
import { sendingRoutes as routes } from '@radslag/contracts';
import { ProofCsv, ReadProof } from '@radslag/outreach';
import { Endpoint, Input, Staff, type InputOf } from '../binding';

/** What will be sent for one conference, to read and to keep. */
@Controller()
export class ProofController {
  constructor(
    private readonly readProof: ReadProof,
    private readonly proofCsv: ProofCsv,
  ) {}

  @Endpoint(routes.readProof)
  read(@Input() input: InputOf<typeof routes.readProof>, @Staff() staff: StaffAccess) {
    return this.readProof.execute(staff, input.params.conferenceId);
  }

  /** The file's name is seen by whoever finds the download: it says nothing. */
  @Endpoint(routes.proofCsv)
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="utskick.csv"')
  csv(@Input() input: InputOf<typeof routes.proofCsv>, @Staff() staff: StaffAccess) {
    return this.proofCsv.execute(staff, input.params.conferenceId);
  }
}
