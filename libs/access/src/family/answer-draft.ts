import * as z from 'zod';
import { ATTENDANCE_MODES, COMING, NEEDS, TIME_ANSWERS, WORRIES } from '@radslag/domain';

/** What has been answered page by page and not yet sent. Sealed in the invitation; a part that no longer parses is dropped. */
const AnswerDraftSchema = z.object({
  coming: z.enum(COMING).optional().catch(undefined),
  /** `none`: nothing of what is offered, after a no. */
  mode: z.enum([...ATTENDANCE_MODES, 'none']).optional().catch(undefined),
  spokesperson: z.string().optional().catch(undefined),
  times: z.record(z.string(), z.enum(TIME_ANSWERS)).optional().catch(undefined),
  noTimeFits: z.boolean().optional().catch(undefined),
  usualTimes: z.string().optional().catch(undefined),
  needs: z.array(z.enum(NEEDS)).optional().catch(undefined),
  details: z.partialRecord(z.enum(NEEDS), z.string()).optional().catch(undefined),
  interpreter: z.enum(['woman', 'man', 'any']).optional().catch(undefined),
  worry: z.enum(WORRIES).optional().catch(undefined),
});
export type AnswerDraft = z.output<typeof AnswerDraftSchema>;

export function readDraft(text: string | null): AnswerDraft {
  if (text === null) return {};
  try {
    return AnswerDraftSchema.catch({}).parse(JSON.parse(text));
  } catch {
    return {};
  }
}
