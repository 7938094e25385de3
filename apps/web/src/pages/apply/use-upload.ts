import { useState } from 'react';
import { ProblemError, upload } from '../../api.js';
import { useSay } from '../../say.js';
import { useRefresh } from './use-case.js';

export interface Sending {
  /** From 0 to 1 while it is on its way. */
  share?: number;
  /** The server's sentence when it was not taken. */
  fault?: string;
}

/** Uploads to lines of one case: each has its own progress and its own fault, none stops another. */
export function useUpload(caseId: string) {
  const t = useSay();
  const refresh = useRefresh();
  const [sendings, setSendings] = useState<Readonly<Record<string, Sending>>>({});
  const note = (key: string, sending: Sending): void => setSendings((all) => ({ ...all, [key]: sending }));
  /** @param key what the progress is shown at: a line, or a chosen file */
  const send = async (key: string, lineId: string, file: File): Promise<boolean> => {
    note(key, { share: 0 });
    try {
      await upload('/api/files', { caseId, lineId }, file, (share) => note(key, { share }));
      note(key, {});
      await refresh(caseId);
      return true;
    } catch (error) {
      note(key, { fault: error instanceof ProblemError ? error.problem.detail : t('apply.upload.offline') });
      return false;
    }
  };
  return { send, at: (key: string): Sending => sendings[key] ?? {} };
}
