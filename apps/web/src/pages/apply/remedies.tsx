import '../../../../../libs/messages/src/web-trips.js';
import { useQuery } from '@tanstack/react-query';
import { http, took } from '../../api.js';
import { Sentence } from '../../kit/index.js';
import { useSay } from '../../say.js';

/** Until when a refusal can be contested, counted from the day it was served. */
export function RemediesUntil({ caseId: id }: { caseId: string }) {
  const t = useSay();
  const { data } = useQuery({
    queryKey: ['remedies', id],
    queryFn: () => took(http.GET('/api/cases/{id}/remedies', { params: { path: { id } } })),
  });
  if (!data?.servedOn || !data.reconsiderationUntil || !data.litigationUntil) return null;
  return (
    <p>
      <strong>
        <Sentence>
          {t('apply.refused.until', {
            served: t.day(data.servedOn),
            reconsideration: t.day(data.reconsiderationUntil),
            litigation: t.day(data.litigationUntil),
          })}
        </Sentence>
      </strong>
    </p>
  );
}
