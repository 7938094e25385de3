import { Link } from 'wouter';
import type { CaseView } from '../../api.js';
import {
  ClockPanel,
  DaysByHolder,
  DemandList,
  Documents,
  Fetched,
  FlowDrawing,
  Heading,
  LightLine,
  StateTag,
  Story,
  Tag,
  Tickets,
} from '../../kit/index.js';
import { useSay } from '../../say.js';
import { AppointmentCard } from './appointment-card.js';
import { CheckInCard } from './check-in-card.js';
import { ClosingPapers } from './closing-papers.js';
import { Liquidation } from './liquidation.js';
import { NowBox } from './now-box.js';
import { Procedures } from './procedures.js';
import { Posted } from './posted.js';
import { Refusal, refusalIn } from './refusal.js';
import { Registration } from './registration.js';
import { TripsCard } from './trips-card.js';
import { isOver, may, useFlow, useStory } from './use-case.js';
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
      <LightLine light={view.light} />
      <div className="side-by-side">
        <div>
          {refusal && <Refusal view={view} entry={refusal} />}
          <NowBox view={view} />
          {!draft && <DemandList demands={view.demands} reminders={view.reminders} />}
          <Procedures view={view} />
          {story.data && <Posted entries={story.data.items} />}
          {may(view, 'recordRegistration') && (
            <Registration caseId={view.id} today={view.asOf} several={view.matter === 'DIVISION'} />
          )}
          {may(view, 'reportLiquidation') && <Liquidation caseId={view.id} today={view.asOf} />}
          <ClosingPapers view={view} />
          {view.licenceNumber && <Licence number={view.licenceNumber} />}
          {!draft && <ClockPanel clocks={view.clocks} />}
          <Tickets tickets={view.tickets} />
          {!draft && <Documents documents={view.documents} kindName={(kind) => documentName(t, kind)} />}
          {!draft && <Fetched query={story}>{({ items }) => <Story entries={items} />}</Fetched>}
        </div>
        <div>
          <Fetched query={flow}>
            {(drawn) =>
              story.data && (
                <FlowDrawing flow={drawn} state={view.state} passed={story.data.items.map(({ state }) => state)} />
              )
            }
          </Fetched>
          <DaysByHolder days={view.daysByHolder} />
          {view.state !== 'DISCARDED' && <AtTheCounter caseId={view.id} ended={isOver(view)} />}
          {!draft && (
            <p>
              <Link href={`/cases/${view.id}/recusal`}>{t('apply.case.recusal')}</Link>
            </p>
          )}
          {(view.number !== null || view.preReview !== null) && (
            <p>
              <Link href={`/cases/${view.id}/messages`}>{t('message.to')}</Link>
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

/** Coming in person: never needed, always counted. */
function AtTheCounter({ caseId, ended }: { caseId: string; ended: boolean }) {
  return (
    <>
      <TripsCard caseId={caseId} />
      <AppointmentCard caseId={caseId} />
      {!ended && <CheckInCard caseId={caseId} />}
    </>
  );
}
