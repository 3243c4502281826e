import { once } from './replies/once';
import type { FamilyLanguage } from './vocabulary';

/**
 * 'Ja, men ring mig inte.' What people write when they do not want to be called, anywhere in a text: somebody may hear the phone. Heard
 * generously; whoever wants a call after all says so, or the coordinator writes it down.
 */
const NO_CALLS: Readonly<Record<Exclude<FamilyLanguage, 'sv-x-lattlast'>, readonly RegExp[]>> = {
  sv: [/\bring (?:mig |oss |mej )?(?:absolut |verkligen )?(?:inte|ej)\b/u, /\bring (?:mig |oss |mej )?aldrig\b/u, /\bsluta ringa\b/u, /\binga (?:telefon)?samtal\b/u, /\bvill (?:inte|ej) (?:bli uppringd|att (?:du|ni|någon) ringer)/u, /\bslipp(?:er|a) (?:bli uppringd|samtal)/u],
  en: [/\b(?:do not|don['’]?t|dont|never|stop) (?:call|calling|phone|phoning|ring|ringing)\b/u, /\bno (?:phone ?)?calls\b/u, /\bnot (?:want|like) (?:to be called|a call|calls)\b/u],
  ar: [/لا تتصل/u, /لا ترن/u, /لا اريد (?:اتصال|مكالم)/u, /بدون اتصال/u],
  so: [/\bha (?:i |na )?(?:soo )?w[ai]cin/u, /\bha (?:i |na )?(?:soo )?diri[nr] telefoon/u],
  ti: [/[ኣአ]ይትደ[ውዉ][ልሉሊ]/u],
  prs: [/زنگ نزن/u, /تماس نگیر/u, /تیلفون نکن/u, /تلفن نکن/u],
  fa: [/زنگ نزن/u, /تماس نگیر/u, /تلفن نکن/u],
  uk: [/не (?:дзвон|телефону|набира)/u],
  fi: [/\bälä(?:kää)? soita/u, /\bälkää soittako/u, /\bei puheluita/u, /\bala soita/u],
  pl: [/\bnie dzwo[nń]/u, /\bproszę nie dzwonić/u, /\bbez telefonów/u],
  ckb: [/تەلەفۆن مەکە/u, /پەیوەندی مەکە/u, /زەنگ (?:لێ )?مەدە/u],
  tr: [/\b(?:beni )?aramay[ıi]n/u, /\b(?:beni |sakın )arama\b/u, /\barama beni/u],
};

export function asksNotToBeCalled(text: string): boolean {
  const plain = text.normalize('NFKC').toLocaleLowerCase('sv').replace(/[أإآ]/gu, 'ا').replace(/[\u064B-\u065F\u0640]/gu, '').replace(/ي/gu, 'ی').replace(/ك/gu, 'ک').replace(/\s+/gu, ' ');
  return ready().some((pattern) => pattern.test(plain));
}

/** The words above are written as they are read; Arabic ya and kaf have two signs each, which phones mix, and `\b` knows only English letters. */
const ready = /* @__PURE__ */ once(() => Object.values(NO_CALLS).flat().map((pattern) => new RegExp(pattern.source.replace(/^\\b/, '(?<!\\p{L})').replace(/\\b$/, '(?!\\p{L})').replace(/ي/gu, 'ی').replace(/ك/gu, 'ک'), pattern.flags)));
