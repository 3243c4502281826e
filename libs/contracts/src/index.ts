import { auditRoutes } from './audit';
import { boardRoutes } from './board';
import { conferenceRoutes } from './conference';
import { familySiteRoutes } from './family-site';
import { inboxRoutes } from './inbox';
import { hookRoutes, outreachRoutes } from './outreach';
import { networkRoutes } from './network';
import { operatorRoutes } from './operators';
import { planRoutes } from './plan';
import { referralRoutes } from './referral';
import { sendingRoutes } from './sending';
import { sessionRoutes } from './session';
import { reachingRoutes } from './reaching';
import { todayRoutes } from './today';

export * from './text';
export * from './route';
export * from './problem';
export * from './private-time';
export * from './session';
export * from './referral';
export * from './network';
export * from './conference';
export * from './family-site';
export * from './inbox';
export * from './outreach';
export * from './operators';
export * from './board';
export * from './sending';
export * from './plan';
export * from './reaching';
export * from './today';
export * from './audit';

/** Every endpoint there is. A test holds the running API against it. */
export const routes = {
  ...sessionRoutes,
  ...todayRoutes,
  ...auditRoutes,
  ...referralRoutes,
  ...networkRoutes,
  ...conferenceRoutes,
  ...familySiteRoutes,
  ...inboxRoutes,
  ...outreachRoutes,
  ...operatorRoutes,
  ...boardRoutes,
  ...sendingRoutes,
  ...planRoutes,
  ...reachingRoutes,
  ...hookRoutes,
};
