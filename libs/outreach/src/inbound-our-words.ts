import type { Tx } from '@radslag/db';
import { ourWords, type OurText, type OurWords } from '@radslag/domain';

const BUILT_IN = ourWords();
/** By what the municipality's texts are: they change some time a year, and replies come all day. */
const known = new Map<string, OurWords>();
const MOST = 50;

/** All that this municipality has ever let send, the retired texts too: what stands on somebody's phone is as old as it is. */
export async function wordsSentBy(tx: Tx): Promise<OurWords> {
  const texts = await tx.query<OurText>(`SELECT DISTINCT kind, language, body FROM message_template WHERE municipality_id = $1 AND approved_at IS NOT NULL ORDER BY kind, language, body`, [tx.municipalityId]);
  if (texts.length === 0) return BUILT_IN;
  const print = JSON.stringify(texts);
  const words = known.get(print) ?? ourWords(texts);
  known.delete(print);
  known.set(print, words);
  if (known.size > MOST) known.delete(known.keys().next().value!);
  return words;
}
