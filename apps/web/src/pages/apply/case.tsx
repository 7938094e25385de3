import { Link } from 'wouter';
import type { CaseView } from '../../api.js';
import { ClockPanel, DaysByHolder, Documents, FlowDrawing, Heading, StateTag, Story, Tag } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { NowBox } from './now-box.js';
import { Refusal, refusalIn } from './refusal.js';
import { Registration } from './registration.js';
import { may, useFlow, useStory } from './use-case.js';
import { documentName } from './words.js';
import { WithCase } from './with-case.js';

/** One case as its applicant sees it: what now, until when, what was, and what there is in writing. */
export function CasePage({ params: { id = '' } }: { params: Record<string, string | undefined> }) {
  return <WithCase id={id}>{(view) => <OneCase view={view} />}</WithCase>;
}

function OneCase({ view }: { view: CaseView }) {
  const t = useSay();
  const flow = useFlow(view.matter);
  const story = useStory(view);
  const refusal = refusalIn(story.data?.items ?? []);
  const draft = view.state === 'DRAFT' || view.state === 'DISCARDED';
  return (
    <>
      <Heading>{view.institutionName || t('apply.cases.unnamed')}</Heading>
      <p className="case-head">
        {refusal ? <Tag kind="bad">{t.code('state', 'REFUSED')}</Tag> : <StateTag state={view.state} />}
        <span className="muted">{t.called(view.matterName)}</span>
        {view.number && <span className="muted">{t('apply.cases.number', { number: view.number })}</span>}
      </p>
      <div className="side-by-side">
        <div>
          {refusal && <Refusal view={view} entry={refusal} />}
          <NowBox view={view} />
          {may(view, 'recordRegistration') && <Registration caseId={view.id} today={view.asOf} />}
          {view.licenceNumber && <Licence number={view.licenceNumber} />}
          {!draft && <ClockPanel clocks={view.clocks} />}
          {!draft && <Documents documents={view.documents} kindName={(kind) => documentName(t, kind)} />}
          {story.data && !draft && <Story entries={story.data.items} />}
        </div>
        <div>
          {flow.data && story.data && (
            <FlowDrawing flow={flow.data} state={view.state} passed={story.data.items.map(({ state }) => state)} />
          )}
          <DaysByHolder days={view.daysByHolder} />
          <Trips trips={view.trips} />
          {!draft && (
            <p>
              <Link href={`/cases/${view.id}/recusal`}>{t('apply.case.recusal')}</Link>
            </p>
          )}
          {may(view, 'withdraw') && (
            <p>
              <Link href={`/cases/${view.id}/withdraw`}>{t('apply.case.withdraw')}</Link>
            </p>
          )}
        </div>
      </div>
    </>
  );
}

function Licence({ number }: { number: string }) {
  const t = useSay();
  return (
    <section className="card" aria-labelledby="licence-title">
      <h2 id="licence-title">{t('apply.case.licence')}</h2>
      <p className="case-number">{number}</p>
      <p>
        <a href={`/check?number=${encodeURIComponent(number)}`}>{t('apply.case.check')}</a>
      </p>
    </section>
  );
}

function Trips({ trips: { demanded, bound } }: { trips: CaseView['trips'] }) {
  const t = useSay();
  return (
    <section className="card" aria-labelledby="trips-title">
      <h2 id="trips-title">{t('apply.case.trips')}</h2>
      <p>{t('apply.case.tripsN', { n: demanded, bound })}</p>
    </section>
  );
}
