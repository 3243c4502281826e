import { MarkLetterSent } from './mark-letter-sent';
import { ReadCall } from './read-call';
import { RecordCall } from './record-call';
import { WriteLetter } from './write-letter';

export { MarkLetterSent, ReadCall, RecordCall, WriteLetter };

export const reachingProviders = [WriteLetter, MarkLetterSent, ReadCall, RecordCall];
