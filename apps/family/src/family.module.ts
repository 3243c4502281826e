import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { familyProviders, FamilyOutreach, FamilySecrets } from '@radslag/access';
import { AnswerInvitation } from '@radslag/conferences';
import { Database } from '@radslag/db';
import type { Logger } from '@radslag/platform';
import { ReportAction } from '@radslag/plans';
import { AboutController } from './routes/about.controller';
import { AnswerController } from './routes/answer.controller';
import { CardController, LINK_START } from './routes/card.controller';
import { DoorController } from './routes/door.controller';
import { HealthController } from './routes/health.controller';
import { LetterController } from './routes/letter.controller';
import { LinkController } from './routes/link.controller';
import { MeetingController } from './routes/meeting.controller';
import { PlanController } from './routes/plan.controller';
import { TogetherController } from './routes/together.controller';
import { FaultsFilter } from './visit/faults.filter';
import { Visits } from './visit/visits';
import { OutreachForFamily } from './wiring/family-outreach';
import { LinkThrottle, type ThrottleLimits } from './wiring/link-throttle';

export type FamilySettings = { database: Database; linkKey: Buffer; /** The site's own address, as it stands in every text. */ url: string; redis: { url: string; prefix: string }; logger: Logger; limits?: ThrottleLimits; /** How many proxies in front are ours. */ proxyHops: number };

@Module({})
export class FamilyModule {
  static with(settings: FamilySettings): DynamicModule {
    const secrets = new FamilySecrets(settings.linkKey);
    return {
      module: FamilyModule,
      controllers: [CardController, LetterController, LinkController, TogetherController, DoorController, AnswerController, MeetingController, PlanController, AboutController, HealthController],
      providers: [
        { provide: Database, useValue: settings.database },
        { provide: FamilySecrets, useValue: secrets },
        { provide: FamilyOutreach, useClass: OutreachForFamily },
        { provide: LinkThrottle, useFactory: () => new LinkThrottle(settings.redis.url, settings.redis.prefix, secrets, settings.logger, settings.limits) },
        { provide: LINK_START, useValue: `${new URL(settings.url).host}/r/` },
        ...familyProviders,
        AnswerInvitation,
        ReportAction,
        Visits,
        { provide: APP_FILTER, inject: [Visits], useFactory: (visits: Visits) => new FaultsFilter(visits, settings.logger) },
      ],
    };
  }
}
