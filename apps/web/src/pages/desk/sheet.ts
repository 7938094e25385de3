import { useKept } from '../../kit/index.js';
import type { Material } from './case-queries.js';

export type Verdict = 'ok' | 'deficient' | 'notApplicable';
interface Given {
  verdict: Verdict;
  reason: string;
}
interface Kept extends Given {
  /** Content that the officer saw; another one by now, and the verdict no longer counts. */
  seen: string | null;
}

/** What may be said of a line: as the server tells of it, and it judges every sheet again. */
export function choicesOf({ applicable, source, bound }: Material): readonly Verdict[] {
  if (!applicable) return ['notApplicable'];
  return source === 'lookup' || bound ? ['ok'] : ['ok', 'deficient'];
}

/** Verdicts in the making, kept on this device line by line until the sheet is sent. */
export function useSheet(key: string, materials: readonly Material[]) {
  const [kept, keep, forget] = useKept<Record<string, Kept>>(key, {});
  const givenOf = (line: Material): Given | null => keptFor(kept[line.lineId], line) ?? standing(line);
  const asked = materials.filter(({ applicable }) => applicable);
  const open = asked.filter((line) => givenOf(line) === null);
  return {
    givenOf,
    total: asked.length,
    done: asked.length - open.length,
    open,
    forget,
    give: (line: Material, given: Given): void =>
      keep({ ...kept, [line.lineId]: { ...given, seen: line.contentHash } }),
    /** The sheet as it is sent: every line that applies, with what was seen of it. */
    verdicts: () =>
      asked.flatMap((line) => {
        const given = givenOf(line);
        if (!given) return [];
        return [
          {
            lineId: line.lineId,
            verdict: given.verdict,
            ...(given.verdict === 'deficient' ? { reason: given.reason.trim() } : {}),
            ...(line.contentHash ? { seen: line.contentHash } : {}),
          },
        ];
      }),
  };
}

export type Sheet = ReturnType<typeof useSheet>;

const keptFor = (kept: Kept | undefined, line: Material): Given | null =>
  kept && kept.seen === line.contentHash && choicesOf(line).includes(kept.verdict) ? kept : null;

/** A verdict that was given on what stands there now holds until another is given. */
function standing(line: Material): Given | null {
  if (!line.applicable) return { verdict: 'notApplicable', reason: '' };
  if (line.bound) return { verdict: 'ok', reason: '' };
  const verdict = choicesOf(line).find((one) => one === line.verdict);
  return verdict && !line.changed ? { verdict, reason: line.reason ?? '' } : null;
}

/** What a sheet is for: the intake of a case, or the answer to a pre-review. */
export type SheetPurpose = 'intake' | 'preReview';
