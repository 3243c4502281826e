import { Controller, Header, Inject, Req } from '@nestjs/common';
import { hookRoutes as routes } from '@radslag/contracts';
import { ApplyReceipts, RecordInbound, RecordReceipt, type DeliveryReceipt } from '@radslag/outreach';
import { LOGGER, type Logger } from '@radslag/platform';
import { Endpoint, Input, type InputOf } from '../binding';
import { signedWith, type HookRequest } from './signed-with';

/** TwiML with nothing to say: Twilio would send anything else to the person. */
const SAY_NOTHING = '<?xml version="1.0" encoding="UTF-8"?><Response/>';
/** The number of the address from before each municipality had its own. */
const BEFORE = 0;

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
    return this.receipt({ ...params, version: Number(params.version), ...body, operator: '46elks' });
  }

  @Endpoint(routes.deliveryReceiptBefore)
  elksBefore(@Input() { params, body }: InputOf<typeof routes.deliveryReceiptBefore>): Promise<void> {
    return this.receipt({ ...params, version: BEFORE, ...body, operator: '46elks' });
  }

  @Endpoint(routes.twilioReceipt)
  twilio(@Input() { params, body }: InputOf<typeof routes.twilioReceipt>, @Req() request: HookRequest): Promise<void> {
    return this.receipt({ ...params, version: Number(params.version), ...saidByTwilio(body), signedWith: signedWith(request) });
  }

  @Endpoint(routes.twilioReceiptBefore)
  twilioBefore(@Input() { params, body }: InputOf<typeof routes.twilioReceiptBefore>, @Req() request: HookRequest): Promise<void> {
    return this.receipt({ ...params, version: BEFORE, ...saidByTwilio(body), signedWith: signedWith(request) });
  }

  @Endpoint(routes.inboundSms)
  inbound(@Input() { params, body }: InputOf<typeof routes.inboundSms>): Promise<void> {
    return this.recordInbound.execute({ ...body, operator: '46elks', ...addressOf(params) });
  }

  @Endpoint(routes.inboundSmsBefore)
  inboundBefore(@Input() { params, body }: InputOf<typeof routes.inboundSmsBefore>): Promise<void> {
    return this.recordInbound.execute({ ...body, operator: '46elks', address: null, mac: params.mac });
  }

  @Endpoint(routes.twilioInbound)
  @Header('content-type', 'text/xml; charset=utf-8')
  async twilioInbound(@Input() { params, body }: InputOf<typeof routes.twilioInbound>, @Req() request: HookRequest): Promise<string> {
    await this.recordInbound.execute({ ...writtenByTwilio(body), ...addressOf(params), signedWith: signedWith(request) });
    return SAY_NOTHING;
  }

  @Endpoint(routes.twilioInboundBefore)
  @Header('content-type', 'text/xml; charset=utf-8')
  async twilioInboundBefore(@Input() { params, body }: InputOf<typeof routes.twilioInboundBefore>, @Req() request: HookRequest): Promise<string> {
    await this.recordInbound.execute({ ...writtenByTwilio(body), address: null, mac: params.mac, signedWith: signedWith(request) });
    return SAY_NOTHING;
  }

  private async receipt(receipt: DeliveryReceipt): Promise<void> {
    await this.recordReceipt.execute(receipt);
    // After the answer: should it fail, the sweeper finds what is stored.
    setImmediate(() => void this.applyReceipts.execute(receipt.municipalityId).catch((error: unknown) => this.logger.error({ err: error }, 'receipts')));
  }
}

const addressOf = ({ municipalityId, version, mac }: InputOf<typeof routes.inboundSms>['params']) => ({ address: { municipalityId, version: Number(version) }, mac });

const saidByTwilio = ({ MessageSid, MessageStatus, ErrorCode }: InputOf<typeof routes.twilioReceipt>['body']) =>
  ({ operator: 'twilio', id: MessageSid, status: ErrorCode === undefined ? MessageStatus : `${MessageStatus}:${ErrorCode}` }) as const;

const writtenByTwilio = ({ MessageSid, From, To, Body }: InputOf<typeof routes.twilioInbound>['body']) => ({ operator: 'twilio', id: MessageSid, from: From, to: To, message: Body }) as const;
