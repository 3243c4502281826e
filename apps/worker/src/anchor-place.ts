import { AnchorFile, AnchorLog, type AnchorPlace } from '@radslag/reporting';
import type { Env, Logger } from '@radslag/platform';

/** Where the heads of the audit chains are written outside the database. */
export function anchorPlace(settings: Env, logger: Pick<Logger, 'info' | 'warn'>): AnchorPlace {
  const { anchorFile } = settings.audit;
  if (anchorFile !== undefined) return new AnchorFile(anchorFile, settings.keys.master);
  if (settings.mode === 'production') logger.warn({ setting: 'RADSLAG_AUDIT_ANCHOR_FILE' }, 'the heads of the audit chains are written to this log only: keep it where whoever runs the database cannot change it');
  return new AnchorLog(logger, settings.keys.master);
}
