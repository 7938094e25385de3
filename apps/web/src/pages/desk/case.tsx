import '../../../../../libs/messages/src/web-desk.js';
import '../../../../../libs/messages/src/web-decision-room.js';
import '../../../../../libs/messages/src/web-recusal.js';
import { useState } from 'react';
import { Link } from 'wouter';
import type { CaseView } from '../../api.js';
import {
  ClockPanel,
  DaysByHolder,
  Documents,
  EffectCard,
  Fetched,
  FlowDrawing,
  HearingCard,
  Story,
  Tickets,
  ToleranceCard,
} from '../../kit/index.js';
import { useSay } from '../../say.js';
import { hasRole, useSession } from '../../session.js';
import { CaseHeader } from './case-header.js';
import { useCase, useFlow, useStory } from './case-queries.js';
import { DecisionPart } from './decision.js';
import { DemandsPart } from './demands-part.js';
import { HandlersPart } from './handlers.js';
import { Lanes } from './lanes.js';
import { LikenessNote } from './likeness.js';
import { MaterialsPart } from './materials.js';
import { nameOf } from './names.js';
import { StepPage } from './step-page.js';
import { Steps } from './steps.js';
import { TripsPart } from './trips-part.js';
import { Words } from './words.js';

/** One case on the desk: what was handed in, what the law says about time, and the steps that are open. */
export function DeskCasePage({ params }: { params: Record<string, string | undefined> }) {
  const query = useCase(params['id'] ?? '');
  return <Fetched query={query}>{(shown) => <CaseDesk key={shown.id} shown={shown} tab={params['tab']} />}</Fetched>;
}

const TABS = [
  'materials',
  'demands',
  'lanes',
  'time',
  'story',
  'documents',
  'trips',
  'flow',
  'decision',
  'handlers',
] as const;
type Tab = (typeof TABS)[number];

const BEFORE_ACCEPTANCE: readonly string[] = ['RECEIVED', 'CORRECTION_REQUIRED', 'CORRECTION_SUPPLIED'];

/** Those who decide start on the page that has everything for it. */
const DECIDING = ['passLegality', 'grant', 'refuse', 'imposeRevocation', 'dropPenalty'];

const startOf = ({ allowed }: CaseView): Tab =>
  allowed.some(({ event }) => DECIDING.includes(event)) ? 'decision' : 'materials';

function CaseDesk({ shown, tab }: { shown: CaseView; tab: string | undefined }) {
  const [done, setDone] = useState('');
  const step = tab?.startsWith('step-') ? tab.slice('step-'.length) : null;
  const open = TABS.find((one) => one === tab) ?? startOf(shown);
  return (
    <>
      <CaseHeader shown={shown} />
      <div role="status">{done && <p className="note good">{done}</p>}</div>
      <Tabs id={shown.id} open={step ? null : open} />
      {step ? (
        <StepPage key={step} shown={shown} event={step} onDone={setDone} />
      ) : (
        <Part shown={shown} tab={open} onDone={setDone} />
      )}
    </>
  );
}

function Tabs({ id, open }: { id: string; open: Tab | null }) {
  const t = useSay();
  return (
    <nav className="tabs" aria-label={t('desk.case.tabs')}>
      {TABS.map((tab) => (
        <Link key={tab} href={`/desk/cases/${id}/${tab}`} aria-current={tab === open ? 'page' : undefined}>
          {t(`desk.tab.${tab}`)}
        </Link>
      ))}
    </nav>
  );
}

function Part({ shown, tab, onDone }: { shown: CaseView; tab: Tab; onDone(sentence: string): void }) {
  const session = useSession();
  const clerk = hasRole(session.data, ['windowClerk']);
  if (tab === 'materials' && shown.materials.length > 0)
    return (
      <>
        {shown.tolerance && <ToleranceCard tolerance={shown.tolerance} />}
        {BEFORE_ACCEPTANCE.includes(shown.state) && <LikenessNote id={shown.id} />}
        <MaterialsPart shown={shown} mayPreReview={clerk} onDone={onDone} />
      </>
    );
  return (
    <div className="side-by-side">
      <div>
        {PROCEDURE_TABS.includes(tab) && <Procedures shown={shown} />}
        <Shown shown={shown} tab={tab} />
      </div>
      <div>
        <Steps shown={shown} />
      </div>
    </div>
  );
}

/** Where time and evidence are looked at, what runs beside the review is looked at too. */
const PROCEDURE_TABS: readonly Tab[] = ['lanes', 'time', 'decision'];

export function Procedures({ shown }: { shown: CaseView }) {
  return (
    <>
      {shown.tolerance && <ToleranceCard tolerance={shown.tolerance} />}
      {shown.specialProcedure && <EffectCard effect={shown.specialProcedure} />}
      {shown.hearing && <HearingCard hearing={shown.hearing} />}
    </>
  );
}

function Shown({ shown, tab }: { shown: CaseView; tab: Tab }) {
  const t = useSay();
  switch (tab) {
    case 'materials':
      return <p className="muted">{t('desk.materials.none')}</p>;
    case 'demands':
      return <DemandsPart shown={shown} />;
    case 'lanes':
      return <Lanes shown={shown} />;
    case 'time':
      return (
        <>
          <ClockPanel clocks={shown.clocks} />
          <Tickets tickets={shown.tickets} />
          <DaysByHolder days={shown.daysByHolder} />
        </>
      );
    case 'story':
      return <StoryPart id={shown.id} />;
    case 'documents':
      return <Documents documents={shown.documents} kindName={(kind) => nameOf(t, 'document', kind)} />;
    case 'trips':
      return <TripsPart caseId={shown.id} />;
    case 'flow':
      return <FlowPart shown={shown} />;
    case 'decision':
      return <DecisionPart shown={shown} />;
    case 'handlers':
      return <HandlersPart shown={shown} />;
  }
}

function StoryPart({ id }: { id: string }) {
  const story = useStory(id);
  return (
    <Fetched query={story}>
      {({ items }) => <Story entries={items} beside={({ words }) => <Words words={words} />} />}
    </Fetched>
  );
}

function FlowPart({ shown: { id, matter, state } }: { shown: CaseView }) {
  const flow = useFlow(matter);
  const story = useStory(id);
  const passed = story.data?.items.map((entry) => entry.state);
  return <Fetched query={flow}>{(drawn) => <FlowDrawing flow={drawn} state={state} passed={passed} />}</Fetched>;
}
