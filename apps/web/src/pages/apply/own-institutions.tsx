import { useQuery } from '@tanstack/react-query';
import { http, took, type Schemas } from '../../api.js';
import { ButtonLink, RegisterTag, Sentence, Tag } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { Begin } from './begin.js';
import { CentreCard } from './own-centres.js';
import { PreparationCard } from './own-preparations.js';

type Institution = Schemas['OwnInstitutions']['items'][number];
type Change = Schemas['OwnInstitutions']['changes'][number];

const useOwn = () =>
  useQuery({ queryKey: ['own-institutions'], queryFn: () => took(http.GET('/api/register/mine')) }).data;

/** The schools of the one who is logged in; none while they are not known. */
export const useOwnInstitutions = (): readonly Institution[] => useOwn()?.items ?? [];

/** Each with the end of its licence and the way to its renewal. */
export function OwnInstitutions() {
  const t = useSay();
  const { items = [], preparations = [], changes = [], centres = [] } = useOwn() ?? {};
  if (items.length + preparations.length + centres.length === 0) return null;
  return (
    <section aria-labelledby="own-title">
      <h2 id="own-title">{t('apply.own.title')}</h2>
      <ul className="case-cards">
        {items.map((one) => (
          <InstitutionCard key={one.id} one={one} changes={changes} />
        ))}
        {preparations.map((one) => (
          <PreparationCard key={one.id} one={one} />
        ))}
        {centres.map((one) => (
          <CentreCard key={one.id} one={one} />
        ))}
      </ul>
    </section>
  );
}

/** Ends of a licence that come with its last day; every other end comes before it. */
const OVER_TIME: readonly string[] = ['EXPIRED', 'LAPSED'];

function InstitutionCard({ one, changes }: { one: Institution; changes: readonly Change[] }) {
  const t = useSay();
  const { id, name, state, licenceNumber, licenceState, validTo, renewalCaseId, renewalOffered, annualDuty } = one;
  const term =
    licenceState === 'VALID'
      ? 'apply.own.validTo'
      : OVER_TIME.includes(licenceState)
        ? 'apply.own.expired'
        : 'apply.own.ended';
  return (
    <li className="card case-card">
      <h3>{name}</h3>
      <p>
        {licenceState === 'VALID' ? <RegisterTag state={state} /> : <Tag kind="bad">{t.code('register', state)}</Tag>}
      </p>
      <p>
        <Sentence>{t(term, { day: t.day(validTo) })}</Sentence>
      </p>
      <p className="small muted">{t('apply.own.number', { number: licenceNumber })}</p>
      {renewalCaseId ? (
        <ButtonLink kind="secondary" to={`/cases/${renewalCaseId}`}>
          {t('apply.own.running')}
        </ButtonLink>
      ) : (
        renewalOffered && (
          <Begin about={id} matter="RENEW" known={{ licenceNumber }}>
            {t('apply.own.renew')}
          </Begin>
        )
      )}
      {annualDuty && (
        <>
          <p>
            {annualDuty.late && <Tag kind="bad">{t('ticket.annualLate')}</Tag>}{' '}
            <Sentence>
              {t(annualDuty.late ? 'apply.own.annualLate' : 'apply.own.annual', {
                year: annualDuty.year,
                day: t.day(annualDuty.dueOn),
              })}
            </Sentence>
          </p>
          <Begin about={id} matter="ANNUAL" known={{ licenceNumber, annualYear: annualDuty.year }}>
            {t('apply.own.annualReport')}
          </Begin>
        </>
      )}
      {licenceState === 'VALID' && changes.length > 0 && (
        <details className="own-changes">
          <summary>{t('apply.own.changes')}</summary>
          {changes.map((change) => (
            <Begin key={change.code} about={id} matter={change.code} known={{ licenceNumber }}>
              {t.called(change)}
            </Begin>
          ))}
        </details>
      )}
    </li>
  );
}
