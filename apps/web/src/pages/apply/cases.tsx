import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { http, took, type Schemas } from '../../api.js';
import { Button, ButtonLink, Empty, Fetched, Heading, Joined, LightTag, StateTag } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { CoSignings } from './co-signings.js';
import { OwnInstitutions, useOwnInstitutions } from './own-institutions.js';
import { dayOf, isOver } from './use-case.js';

/** Everything that this person has begun, newest first. */
export function CasesPage() {
  const t = useSay();
  const query = useInfiniteQuery({
    queryKey: ['cases'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => took(http.GET('/api/cases', { params: { query: { cursor: pageParam } } })),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const besideInstitutions = useOwnInstitutions().length > 0;
  return (
    <>
      <Heading>{t('apply.cases.title')}</Heading>
      <OwnInstitutions />
      <CoSignings />
      {besideInstitutions && <h2>{t('apply.cases.list')}</h2>}
      <Fetched query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0)
            return (
              <Empty action={<ButtonLink to="/apply">{t('apply.cases.new')}</ButtonLink>}>
                {t('apply.cases.none')}
              </Empty>
            );
          return (
            <>
              <ul className="case-cards">
                {items.map((item) => (
                  <CaseCard key={item.id} item={item} />
                ))}
              </ul>
              <div className="actions">
                {query.hasNextPage && (
                  <Button kind="secondary" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                    {t('apply.cases.more')}
                  </Button>
                )}
                <ButtonLink kind="secondary" to="/apply">
                  {t('apply.cases.new')}
                </ButtonLink>
              </div>
            </>
          );
        }}
      </Fetched>
    </>
  );
}

function CaseCard({
  item: { id, institutionName, number, state, owner, updatedAt, light, can },
}: {
  item: Schemas['CaseListing'];
}) {
  const t = useSay();
  const draft = state === 'DRAFT';
  return (
    <li className="card case-card">
      <h2>
        <Link href={draft ? `/cases/${id}/draft` : `/cases/${id}`}>{institutionName || t('apply.cases.unnamed')}</Link>
      </h2>
      <p>
        <StateTag state={state} /> {light && <LightTag light={light} />}
      </p>
      <p>{nextFor(t, { state, owner, can })}</p>
      <p className="small muted">
        <Joined>
          {number ? t('apply.cases.number', { number }) : t('apply.cases.notSubmitted')}
          {t('apply.cases.changed', { day: t.day(dayOf(updatedAt)) })}
        </Joined>
      </p>
    </li>
  );
}

/** What there is to do, or who is at it. */
function nextFor(
  t: ReturnType<typeof useSay>,
  { state, owner, can }: Pick<Schemas['CaseListing'], 'state' | 'owner' | 'can'>,
): string {
  if (state === 'DRAFT') return t('apply.next.draft');
  if (isOver({ state })) return t('apply.next.over');
  if (owner === 'sponsor') return t('apply.next.yours');
  return t(can.length > 0 ? 'apply.next.can' : 'apply.next.theirs', { who: t.code('role', owner) });
}
