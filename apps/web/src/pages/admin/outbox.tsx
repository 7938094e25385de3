import '../../../../../libs/messages/src/web-outbox.js';
import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { http, took } from '../../api.js';
import { Button, Empty, Fetched, Heading, Tick } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { hasRole, useSession } from '../../session.js';
import { usePaged } from '../desk/paged.js';
import { OutboxRows, type OpenRow } from './outbox-rows.js';
import { SkipDialog } from './outbox-skip.js';
import { SkippedJobs } from './outbox-skipped.js';

/** What the world must still be told: what waits, what fails and why; tried again or given up, with a reason. */
export function OutboxPage() {
  const t = useSay();
  const session = useSession();
  const client = useQueryClient();
  const [onlyFailed, setOnlyFailed] = useState(false);
  const [skipping, setSkipping] = useState<OpenRow | null>(null);
  const [told, tell] = useState<{ good: boolean; sentence: string } | null>(null);
  const rows = usePaged<OpenRow>(['outbox', onlyFailed], (cursor) => {
    const query = { cursor, limit: 50, standing: onlyFailed ? ('failed' as const) : undefined };
    return took(http.GET('/api/admin/outbox', { params: { query } }));
  });
  const seen = (good: boolean, sentence: string): void => {
    setSkipping(null);
    tell({ good, sentence });
    void client.invalidateQueries({ queryKey: ['outbox'] });
    void client.invalidateQueries({ queryKey: ['outbox-skipped'] });
  };
  const retry = async ({ id }: OpenRow): Promise<void> => {
    await took(http.POST('/api/admin/outbox/{id}/retry', { params: { path: { id } } })).then(
      () => seen(true, t('admin.outbox.retried', { id })),
      (error: Error) => seen(false, error.message),
    );
  };
  return (
    <>
      <Heading>{t('admin.outbox.title')}</Heading>
      <p>{t('admin.outbox.intro')}</p>
      <div role="status">{told && <p className={told.good ? 'note good' : 'note bad'}>{told.sentence}</p>}</div>
      <section aria-labelledby="outbox-title">
        <h2 id="outbox-title">{t('admin.outbox.open')}</h2>
        <div className="toolbar">
          <Tick name="onlyFailed" label={t('admin.outbox.onlyFailed')} checked={onlyFailed} onChange={setOnlyFailed} />
        </div>
        <Fetched query={rows}>
          {(items) => (
            <>
              <p className="hint" role="status">
                {t('admin.outbox.count', { n: items.length })}
              </p>
              {items.length === 0 ? (
                <Empty>{t(onlyFailed ? 'admin.outbox.noneFailed' : 'admin.outbox.none')}</Empty>
              ) : (
                <OutboxRows
                  rows={items}
                  mayAct={session.data ? hasRole(session.data, ['systemAdmin']) : false}
                  onRetry={(row) => void retry(row)}
                  onSkip={setSkipping}
                />
              )}
              {rows.hasMore && (
                <div className="actions">
                  <Button kind="secondary" onClick={rows.more}>
                    {t('admin.outbox.more')}
                  </Button>
                </div>
              )}
            </>
          )}
        </Fetched>
      </section>
      <SkippedJobs />
      {skipping && (
        <SkipDialog
          row={skipping}
          onDone={() => seen(true, t('admin.outbox.skipped', { id: skipping.id }))}
          onClose={() => setSkipping(null)}
        />
      )}
    </>
  );
}
