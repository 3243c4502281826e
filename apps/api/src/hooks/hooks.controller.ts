import { Controller, Inject } from '@nestjs/common';
import { hookRoutes as routes } from '@radslag/contracts';
import { ApplyReceipts, RecordInbound, RecordReceipt, type DeliveryReceipt } from '@radslag/outreach';
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
  elks(@Input() { params, body }: InputOf<typeof routes.deliveryReceipt>): Promise<void> {
    return this.receipt({ ...params, ...body, operator: '46elks' });
  }

  @Endpoint(routes.twilioReceipt)
  twilio(@Input() { params, body }: InputOf<typeof routes.twilioReceipt>): Promise<void> {
    return this.receipt({ ...params, operator: 'twilio', id: body.MessageSid, status: body.MessageStatus });
  }

  @Endpoint(routes.inboundSms)
  async inbound(@Input() { params, body }: InputOf<typeof routes.inboundSms>): Promise<void> {
    await this.recordInbound.execute({ ...params, ...body });
  }

  private async receipt(receipt: DeliveryReceipt): Promise<void> {
    await this.recordReceipt.execute(receipt);
    // After the answer: should it fail, the sweeper finds what is stored.
    setImmediate(() => void this.applyReceipts.execute(receipt.municipalityId).catch((error: unknown) => this.logger.error({ err: error }, 'receipts')));
  }
}
