import type { ApiProblem } from '../api/problem';
import type { FamilySiteWords } from '../words/family-site';

/** What was wrong with a text, at its field; null: nothing that the field can say. */
export function faultText(problem: ApiProblem, w: FamilySiteWords): string | null {
  const { params } = problem;
  if (problem.code === 'family-text-revealing') return w.revealing({ found: Array.isArray(params['words']) ? params['words'].join(', ') : '' });
  if (problem.code !== 'family-text-faulty') return null;
  const text = (name: string) => String(params[name] ?? '');
  switch (params['fault']) {
    case 'unreadable':
      return w.faults.unreadable({ at: Number(params['at'] ?? 0) + 1 });
    case 'unknownPlace':
      return w.faults.unknownPlace({ place: text('place') });
    case 'missingPlace':
      return w.faults.missingPlace({ place: text('place') });
    case 'missingPlural':
      return w.faults.missingPlural({ category: text('category') });
    case 'empty':
      return w.faults.empty;
    case 'tooLong':
      return w.faults.tooLong;
    case 'address':
      return w.faults.address({ found: text('found') });
    case 'phone':
      return w.faults.phone({ found: text('found') });
    case 'control':
      return w.faults.control;
    default:
      return null;
  }
}
