import { Controller, Header, Inject } from '@nestjs/common';
import { hookRoutes as routes } from '@radslag/contracts';
import { ApplyReceipts, RecordInbound, RecordReceipt, type DeliveryReceipt } from '@radslag/outreach';
import { LOGGER, type Logger } from '@radslag/platform';
import { Endpoint, Input, type InputOf } from '../binding';

/** TwiML with nothing to say: Twilio would send anything else to the person. */
const SAY_NOTHING = '<?xml version="1.0" encoding="UTF-8"?><Response/>';

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
    return this.receipt({ ...params, operator: 'twilio', id: body.MessageSid, status: body.ErrorCode === undefined ? body.MessageStatus : `${body.MessageStatus}:${body.ErrorCode}` });
  }

  @Endpoint(routes.inboundSms)
  async inbound(@Input() { params, body }: InputOf<typeof routes.inboundSms>): Promise<void> {
    await this.recordInbound.execute({ ...params, ...body });
  }

  @Endpoint(routes.twilioInbound)
  @Header('content-type', 'text/xml; charset=utf-8')
  async twilioInbound(@Input() { params, body }: InputOf<typeof routes.twilioInbound>): Promise<string> {
    await this.recordInbound.execute({ ...params, operator: 'twilio', id: body.MessageSid, from: body.From, to: body.To, message: body.Body });
    return SAY_NOTHING;
  }

  private async receipt(receipt: DeliveryReceipt): Promise<void> {
    await this.recordReceipt.execute(receipt);
    // After the answer: should it fail, the sweeper finds what is stored.
    setImmediate(() => void this.applyReceipts.execute(receipt.municipalityId).catch((error: unknown) => this.logger.error({ err: error }, 'receipts')));
  }
}
