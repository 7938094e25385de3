import type { CaseView } from '../../api.js';
import { Choice, Select, TextArea, TextField } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { useGuide, useStaff } from './case-queries.js';
import { nameOf } from './names.js';
import { asked, STEP_FIELDS, type StepField, type Typed } from './step-fields.js';
import { TRAINING_FIELDS } from '../../../../../libs/law/src/institution-types.js';
import { Team } from './team.js';
import { ToleratedVerdicts } from './tolerated-verdicts.js';
import { articleInFull } from '../../article-in-full.js';

interface FieldsProps {
  shown: CaseView;
  event: string;
  typed: Typed;
  at(field: string): string | undefined;
  onChange(typed: Typed): void;
}

/** The fields of a step, in the order of the law. */
export function StepForm({ shown, event, typed, at, onChange }: FieldsProps) {
  const fields = asked(STEP_FIELDS[event] ?? [], typed);
  return fields.map((field) => (
    <Field
      key={field.name}
      field={field}
      shown={shown}
      value={typed[field.name] ?? ''}
      error={at(field.name)}
      onChange={(value) => onChange({ ...typed, [field.name]: value })}
    />
  ));
}

interface FieldProps {
  field: StepField;
  shown: CaseView;
  value: string;
  error: string | undefined;
  onChange(value: string): void;
}

function Field({ field, shown, value, error, onChange }: FieldProps) {
  const t = useSay();
  const common = {
    name: field.name,
    label: t(field.label),
    hint: field.hint && t(field.hint),
    optional: field.optional,
    error,
    value,
    onChange,
  };
  switch (field.kind) {
    case 'text':
      return <TextField {...common} />;
    case 'area':
      return <TextArea {...common} />;
    case 'day':
      return <TextField {...common} short native={{ type: 'date' }} />;
    case 'number':
      return <TextField {...common} short native={{ inputMode: 'numeric' }} />;
    case 'article':
      return <TextField {...common} hint={<ArticleHint typed={value} />} native={{ maxLength: 60 }} />;
    case 'result':
      return <ResultChoice {...common} />;
    case 'lane':
      return <LaneChoice {...common} shown={shown} />;
    case 'team':
      return <Team {...common} />;
    case 'ground':
      return <GroundChoice {...common} grounds={shown.openableGrounds} />;
    case 'chair':
      return <ChairChoice {...common} />;
    case 'colleague':
      return <ColleagueChoice {...common} />;
    case 'year':
      return <YearChoice {...common} />;
    case 'parties':
      return <TextArea {...common} />;
    case 'verdicts':
      return <ToleratedVerdicts {...common} shown={shown} />;
    case 'lineDepartment':
      return <LineDepartmentChoice {...common} />;
    case 'channel':
      return <ChannelChoice {...common} confirmed={shown.form['deliveryChannel']} />;
  }
}

interface Common {
  name: string;
  label: string;
  error: string | undefined;
  value: string;
  onChange(value: string): void;
}

/** Only what the pack knows and the case has not used. */
function GroundChoice({ grounds, ...common }: Common & { grounds: readonly string[] }) {
  const t = useSay();
  return (
    <Choice
      {...common}
      inline
      options={grounds.map((ground) => ({ value: ground, label: t.code('ground', ground) }))}
    />
  );
}

/** The department of the field that is taught (NS13). */
function LineDepartmentChoice(common: Common) {
  const t = useSay();
  return (
    <Choice
      {...common}
      inline
      options={TRAINING_FIELDS.map((field) => ({ value: field, label: t(`lineDepartment.${field}`) }))}
    />
  );
}

function ChairChoice(common: Common & { hint?: string }) {
  const staff = useStaff(true);
  const chairs = (staff.data?.items ?? []).filter(({ roles }) => roles.includes('hearingChair'));
  return <Select {...common} options={chairs.map(({ id, displayName }) => ({ value: id, label: displayName }))} />;
}

/** Anybody of the bureau; that it is somebody else is the law's business (PNL 42). */
function ColleagueChoice(common: Common & { hint?: string }) {
  const staff = useStaff(true);
  const people = staff.data?.items ?? [];
  return <Select {...common} options={people.map(({ id, displayName }) => ({ value: id, label: displayName }))} />;
}

const YEAR_RESULTS = ['passed', 'mostly', 'failed'] as const;

function YearChoice(common: Common) {
  const t = useSay();
  return <Choice {...common} inline options={YEAR_RESULTS.map((value) => ({ value, label: t(`annual.${value}`) }))} />;
}

function ArticleHint({ typed }: { typed: string }) {
  const t = useSay();
  const full = articleInFull(typed.trim());
  return (
    <>
      {t('desk.field.articleHint')}{' '}
      {full !== typed.trim() && <strong>{t('desk.field.articleMeans', { article: full })}</strong>}
    </>
  );
}

function ResultChoice(common: Common) {
  const t = useSay();
  return (
    <Choice
      {...common}
      inline
      options={[
        { value: 'pass', label: t('result.pass') },
        { value: 'fail', label: t('result.fail') },
      ]}
    />
  );
}

/** Site results come from those who sign them on the spot; here only what is read from papers and registers. */
function LaneChoice({ shown: { matter, lanes: called }, ...common }: Common & { shown: CaseView }) {
  const t = useSay();
  const guide = useGuide(matter);
  const lanes = (guide.data?.attestations ?? []).filter(
    ({ how, lane }) => how !== 'joint_site_check' && called.includes(lane),
  );
  return <Select {...common} options={lanes.map((lane) => ({ value: lane.lane, label: t.called(lane) }))} />;
}

const CHANNELS = ['electronic', 'courier', 'counter'];

function ChannelChoice({ confirmed, ...common }: Common & { confirmed: unknown }) {
  const t = useSay();
  const known = typeof confirmed === 'string' ? confirmed : '';
  return (
    <Choice
      {...common}
      hint={known && t('desk.field.channelHint', { channel: nameOf(t, 'value', known) })}
      options={CHANNELS.map((value) => ({ value, label: nameOf(t, 'value', value) }))}
    />
  );
}
