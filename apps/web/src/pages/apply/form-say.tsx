import { createContext, useContext, useMemo, type ReactNode } from 'react';
import type { CaseView } from '../../api.js';
import { useSay, type Say } from '../../say.js';

/** The words of a form; a kind of institution may have its own for some of them. */
export interface FormSay extends Say {
  kind?: 'tutoring';
}

/** Asked of nobody but a new tutoring institution. */
const OF_TUTORING: readonly string[] = ['traineesAtOnce', 'tutoringAudience'];

const KindContext = createContext<FormSay['kind']>(undefined);

export function OfKind({
  view: { formFields },
  children,
}: {
  view: Pick<CaseView, 'formFields'>;
  children: ReactNode;
}) {
  const kind = formFields.some((field) => OF_TUTORING.includes(field)) ? 'tutoring' : undefined;
  return <KindContext value={kind}>{children}</KindContext>;
}

export function useFormSay(): FormSay {
  const t = useSay();
  const kind = useContext(KindContext);
  return useMemo(() => Object.assign((...said: Parameters<Say>) => t(...said), t, { kind }), [t, kind]);
}
