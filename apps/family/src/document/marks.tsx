import { Fragment, type ComponentChildren } from 'preact';
import { MARKED } from '@radslag/family-texts';

/** A catalogue text with its marks as elements, and a line break where the text has one. */
export function T({ children }: { children: string }) {
  if (!/[\u0001\u0002\u0004\n]/.test(children)) return <>{children}</>;
  return <>{children.split(MARKED).map(piece)}</>;
}

function piece(text: string): ComponentChildren {
  if (text.startsWith('\u0001')) return <span class="nb">{text.slice(1, -1)}</span>;
  if (text.startsWith('\u0002')) return <bdi dir="ltr">{text.slice(1, -1)}</bdi>;
  if (text.startsWith('\u0004')) return <bdi>{text.slice(1, -1)}</bdi>;
  const lines = text.split('\n');
  return lines.length === 1 ? text : lines.map((line, i) => <Fragment key={i}>{i > 0 && <br />}{line}</Fragment>);
}
