import { Controller, Inject } from '@nestjs/common';
import { hookRoutes as routes } from '@radslag/contracts';
import { ApplyReceipts, RecordInbound, RecordReceipt } from '@radslag/outreach';
import { LOGGER, type Logger } from '@radslag/platform';
import { Endpoint, Input, type InputOf } from '../binding';

/** What operators post to us: stored at once, answered with 204, thought about afterwards. */
@Controller()
export class HooksController {
  constructor(
    private readonly recordReceipt: RecordReceipt,
    private readonly applyReceipts: ApplyReceipts,
    private readonly recordInbound: RecordInbound,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Endpoint(routes.deliveryReceipt)
  async receipt(@Input() { params, body }: InputOf<typeof routes.deliveryReceipt>): Promise<void> {
    await this.recordReceipt.execute({ ...params, ...body });
    // After the answer: should it fail, the sweeper finds what is stored.
    setImmediate(() => void this.applyReceipts.execute(params.municipalityId).catch((error: unknown) => this.logger.error({ err: error }, 'receipts')));
  }

  @Endpoint(routes.inboundSms)
  async inbound(@Input() { params, body }: InputOf<typeof routes.inboundSms>): Promise<void> {
    await this.recordInbound.execute({ ...params, ...body });
  }
}
