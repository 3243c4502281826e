import type { InboxItem } from '@radslag/contracts';
import type { IconName } from '../ui/icon';
import type { inboxWords } from '../words/inbox';
import { byCode, type WordsOf } from '../words/words';

export type ReplyGroup = 'urgent' | 'waiting' | 'done';
export type ReplyLine = {
  id: string;
  group: ReplyGroup;
  what: string;
  /** Why it is not an answer; beside the words themselves, which are somebody else's and stand apart. */
  why: string;
  icon: IconName;
  next: string;
  done: string;
};

const ICONS: Readonly<Record<InboxItem['kind'], IconName>> = { text: 'msg', unclear: 'help', stop: 'stop', unknownNumber: 'phone', answer: 'reply', siteFeedback: 'help' };

/** One reply in words: who, what it came to, and what to do about it. */
export function replyLine(item: InboxItem, w: WordsOf<typeof inboxWords>): ReplyLine {
  const who = item.person ?? item.relation ?? w.somebody;
  const subject = who.charAt(0).toUpperCase() + who.slice(1);
  const settled = item.handledAt !== null;
  return {
    id: item.id,
    group: settled ? 'done' : item.urgent ? 'urgent' : 'waiting',
    what: whatOf(item, w, who, subject),
    why: item.unclear === null ? '' : (byCode(w.unclear, item.unclear) ?? ''),
    icon: settled ? 'check' : item.urgent ? 'fail' : ICONS[item.kind],
    next: nextOf(item, w),
    done: !settled ? '' : item.handledBy === null ? w.handled.byItself : item.handledHow === 'called' ? w.handled.called({ by: item.handledBy }) : w.handled.read({ by: item.handledBy }),
  };
}

function whatOf(item: InboxItem, w: WordsOf<typeof inboxWords>, who: string, subject: string): string {
  switch (item.kind) {
    case 'answer':
      return w.what.answer({ who: subject, said: w.said[item.said === 'yes' || item.said === 'no' ? item.said : 'maybe'] });
    case 'unknownNumber':
      return w.what.unknownNumber({ number: item.sender });
    case 'siteFeedback':
      return w.what.siteFeedback({ who: subject });
    case 'text':
      return w.what.text({ who: subject });
    case 'unclear':
      return w.what.unclear({ who });
    case 'stop':
      return w.what.stop({ who });
  }
}

function nextOf(item: InboxItem, w: WordsOf<typeof inboxWords>): string {
  if (item.kind === 'answer') return item.unclear === 'overtaken' ? w.next.overtaken : w.next.answer;
  if (item.urgent) return w.next.urgent;
  if (item.kind === 'unknownNumber') return w.next.unknown;
  return w.next[item.kind];
}
