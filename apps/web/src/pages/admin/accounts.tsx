import '../../../../../libs/messages/src/web-admin.js';
import { useDeferredValue, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { http, took, type Schemas } from '../../api.js';
import { Button, Empty, Fetched, Heading, Tag, Tick } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { useSession } from '../../session.js';
import { usePaged } from '../desk/paged.js';
import { SearchBox } from '../desk/search-box.js';
import { RolesDialog, StandingDialog } from './account-dialogs.js';
import { NewAccount } from './new-account.js';

type Account = Schemas['ListedAccount'];
type Open = { what: 'roles' | 'standing'; account: Account } | { what: 'new' } | null;

/** Who may log in, and as what. */
export function AccountsPage() {
  const t = useSay();
  const client = useQueryClient();
  const [typed, setTyped] = useState('');
  const [sponsors, setSponsors] = useState(false);
  const [open, setOpen] = useState<Open>(null);
  const [told, tell] = useState('');
  const q = useDeferredValue(typed.trim());
  const accounts = usePaged<Account>(['accounts', q, sponsors], (cursor) => {
    const query = { q: q || undefined, cursor, limit: 50, sponsors: sponsors ? ('true' as const) : undefined };
    return took(http.GET('/api/admin/accounts', { params: { query } }));
  });
  const done = (sentence: string): void => {
    setOpen(null);
    tell(sentence);
    void client.invalidateQueries({ queryKey: ['accounts'] });
  };
  const close = (): void => setOpen(null);
  return (
    <>
      <Heading>{t('admin.accounts.title')}</Heading>
      <div role="status">{told && <p className="note good">{told}</p>}</div>
      <div className="toolbar">
        <SearchBox label={t('admin.accounts.search')} value={typed} onChange={setTyped} />
        <Tick name="sponsors" label={t('admin.accounts.sponsors')} checked={sponsors} onChange={setSponsors} />
        <Button onClick={() => setOpen({ what: 'new' })}>{t('admin.accounts.new')}</Button>
      </div>
      <Fetched query={accounts}>
        {(rows) => (
          <>
            <p className="hint" role="status">
              {t('admin.accounts.count', { n: rows.length })}
            </p>
            {rows.length === 0 ? <Empty>{t('admin.accounts.none')}</Empty> : <Rows rows={rows} onOpen={setOpen} />}
            {accounts.hasMore && (
              <div className="actions">
                <Button kind="secondary" onClick={accounts.more}>
                  {t('admin.accounts.more')}
                </Button>
              </div>
            )}
          </>
        )}
      </Fetched>
      {open?.what === 'new' && <NewAccount onDone={done} onClose={close} />}
      {open?.what === 'roles' && <RolesDialog account={open.account} onDone={done} onClose={close} />}
      {open?.what === 'standing' && <StandingDialog account={open.account} onDone={done} onClose={close} />}
    </>
  );
}

function Rows({ rows, onOpen }: { rows: readonly Account[]; onOpen(open: Open): void }) {
  const t = useSay();
  const heads = ['login', 'name', 'roles', 'status', 'actions'] as const;
  return (
    <table className="rows accounts">
      <caption className="visually-hidden">{t('admin.accounts.title')}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {t(`admin.accounts.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((account) => (
          <tr key={account.id}>
            <th scope="row" data-label={t('admin.accounts.login')}>
              {account.login}
            </th>
            <td data-label={t('admin.accounts.name')}>{account.displayName}</td>
            <td data-label={t('admin.accounts.roles')}>
              {account.roles.map((role) => (
                <span key={role} className="role">
                  {t.code('role', role)}
                </span>
              ))}
            </td>
            <td data-label={t('admin.accounts.status')}>
              <Tag kind={account.active ? 'done' : 'paused'}>
                {t(account.active ? 'admin.accounts.active' : 'admin.accounts.off')}
              </Tag>
            </td>
            <td data-label={t('admin.accounts.actions')}>
              <Changes account={account} onOpen={onOpen} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Changes({ account, onOpen }: { account: Account; onOpen(open: Open): void }) {
  const t = useSay();
  const session = useSession();
  const name = account.displayName;
  if (session.data?.account.id === account.id) return <span className="muted small">{t('admin.accounts.own')}</span>;
  return (
    <span className="row-actions">
      {!account.roles.includes('sponsor') && (
        <Button
          kind="quiet"
          aria-label={t('admin.accounts.changeRolesOf', { name })}
          onClick={() => onOpen({ what: 'roles', account })}
        >
          {t('admin.accounts.changeRoles')}
        </Button>
      )}
      <Button
        kind="quiet"
        aria-label={t(account.active ? 'admin.accounts.switchOffOf' : 'admin.accounts.switchOnOf', { name })}
        onClick={() => onOpen({ what: 'standing', account })}
      >
        {t(account.active ? 'admin.accounts.switchOff' : 'admin.accounts.switchOn')}
      </Button>
    </span>
  );
}
