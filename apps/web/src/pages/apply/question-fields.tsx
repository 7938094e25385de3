import type { HTMLAttributes } from 'react';
import { Choice, Heading, Select, TextField, Tick, Title, YesNo } from '../../kit/index.js';
import { useFormSay } from './form-say.js';
import type { Form, Question } from './questions.js';
import { Rows } from './rows.js';
import { cellsOfChange, cellsOfConversion, cellsOfKind, cellsOfPrincipal, stageFor } from './shapes.js';
import type { Cell, Row } from './typed.js';
import type { AnswerBook } from './use-answers.js';
import { cellLabel, hintOf, labelOf, optionsOf, titleOf } from './words.js';

interface Asked {
  question: Question;
  book: AnswerBook;
  form: Form;
}

/** The fields of one question, under one heading. */
export function QuestionFields({ question, book, form }: Asked) {
  const t = useFormSay();
  switch (question.id) {
    case 'sponsors':
      return <RowsOf {...{ question, book, form }} most={10} shape={SPONSOR} />;
    case 'boardMembers':
      return <RowsOf {...{ question, book, form }} most={30} shape={BOARD_MEMBER} />;
    case 'supervisors':
      return <RowsOf {...{ question, book, form }} most={10} shape={SUPERVISOR} />;
    case 'advertisements':
      return <RowsOf {...{ question, book, form }} most={10} shape={ADVERTISEMENT} />;
    case 'mergingSchools':
      return <RowsOf {...{ question, book, form }} most={9} shape={MERGING_SCHOOL} />;
    case 'sites':
      return <RowsOf {...{ question, book, form }} most={20} shape={SITE} />;
    case 'resultingSchools':
      return <RowsOf {...{ question, book, form }} most={10} shape={RESULTING_SCHOOL} />;
    case 'principal':
      return <Group {...{ question, book, form }} cells={() => cellsOfPrincipal(form)} />;
    case 'tutoringHead':
      return <Group {...{ question, book, form }} cells={TUTORING_HEAD} />;
    case 'prepaid':
      return <Group {...{ question, book, form }} cells={PREPAID} />;
    case 'newKind':
      return <Group {...{ question, book, form }} cells={cellsOfKind} />;
    case 'conversion':
      return <Group {...{ question, book, form }} cells={cellsOfConversion} />;
    case 'tutoringChange':
      return <Group {...{ question, book, form }} cells={cellsOfChange} />;
    case 'licenceLoss':
      return <Group {...{ question, book, form }} cells={LICENCE_LOSS} />;
    case 'representative':
      return <Group {...{ question, book, form }} cells={REPRESENTATIVE} />;
    case 'resolution':
      return <Group {...{ question, book, form }} cells={RESOLUTION} />;
    case 'settlement':
      return <Group {...{ question, book, form }} cells={SETTLEMENT} />;
    case 'intendedClosure':
      return <Group {...{ question, book, form }} cells={INTENDED_CLOSURE} />;
    case 'placement':
      return <Group {...{ question, book, form }} cells={PLACEMENT} />;
    default:
      break;
  }
  // a box to tick has its own words beside it: the question stands above as a heading
  const alone = question.fields.length === 1 && KINDS[question.id] !== 'consent';
  return (
    <>
      {alone ? <Title>{titleOf(t, question.id, form)}</Title> : <Heading>{titleOf(t, question.id, form)}</Heading>}
      {question.fields.map((field) => (
        <CellField
          key={field}
          cell={field}
          label={alone ? titleOf(t, field, form) : labelOf(t, field)}
          path={field}
          question={alone}
          value={book.typed[field] as Cell}
          error={book.at(field)}
          beside={{ ...form, ...book.typed }}
          onChange={(value) => setWith(book, field, value)}
        />
      ))}
      {question.id === 'legalRepresentative' && <NamesOf form={form} />}
    </>
  );
}

const withStage = (row: Row, changed: string): Row =>
  changed === 'institutionType' ? { ...row, stage: stageFor(String(row['institutionType']), row['stage']) } : row;

/** A type is answered with a stage of its own. */
function setWith(book: AnswerBook, field: string, value: Cell): void {
  book.set(field, value);
  if (field !== 'institutionType') return;
  const stage = stageFor(String(value), book.typed['stage']);
  if (stage !== book.typed['stage']) book.set('stage', stage);
}

type CellKind = 'text' | 'number' | 'code' | 'phone' | 'choice' | 'select' | 'truth' | 'consent' | 'day';
const KINDS: Readonly<Record<string, CellKind>> = {
  institutionType: 'choice',
  stage: 'choice',
  nature: 'choice',
  usesFiscalOrDonatedAssets: 'truth',
  siteAreaSquareMetres: 'number',
  childrenRoomsSquareMetres: 'number',
  plannedClasses: 'number',
  plannedChildren: 'number',
  openingFundsYuan: 'number',
  paidInYuan: 'number',
  contactPhone: 'phone',
  deliveryChannel: 'choice',
  serviceConsent: 'consent',
  kind: 'choice',
  citizenNumber: 'code',
  creditCode: 'code',
  role: 'select',
  yearsInEducation: 'number',
  yearsInKindergarten: 'number',
  teacherQualification: 'truth',
  degree: 'choice',
  siteChange: 'choice',
  office: 'choice',
  charterChanges: 'truth',
  members: 'number',
  inFavour: 'number',
  decidedOn: 'day',
  completedOn: 'day',
  qualityLevel: 'choice',
  lossKind: 'choice',
  happenedOn: 'day',
  medium: 'select',
  publishedFrom: 'day',
  publishedUntil: 'day',
  promisesResults: 'truth',
  usesEndorsements: 'truth',
  announcedOn: 'day',
  closingOn: 'day',
  pupils: 'number',
  placed: 'number',
  refundsSecured: 'truth',
  trainingField: 'choice',
  traineesAtOnce: 'number',
  preschoolProgramme: 'choice',
  tutoringAudience: 'choice',
  freezeRead: 'consent',
  guard: 'choice',
  months: 'number',
  lessons: 'number',
  what: 'choice',
  into: 'choice',
  kindergartenLicence: 'code',
  children: 'number',
  areaSquareMetres: 'number',
  prepaidBalanceYuan: 'number',
  mergerKind: 'choice',
  siteStanding: 'choice',
  continuation: 'choice',
  annualYear: 'number',
};
const MODES: Partial<Record<CellKind, HTMLAttributes<HTMLInputElement>['inputMode']>> = {
  number: 'numeric',
  phone: 'tel',
};

/** One cell: what kind of field it is follows from its name. */
function CellField({
  cell,
  label,
  path,
  question,
  value,
  error,
  beside,
  onChange,
}: {
  cell: string;
  label: string;
  path: string;
  question?: boolean;
  value: Cell;
  error?: string;
  beside?: Form;
  onChange(value: Cell): void;
}) {
  const t = useFormSay();
  const kind = KINDS[cell] ?? 'text';
  const field = { name: path, label, hint: hintOf(t, cell), error, question };
  const text = typeof value === 'string' ? value : '';
  switch (kind) {
    case 'choice':
      return (
        <Choice {...field} value={text || undefined} options={optionsOf(t, cell, path, beside)} onChange={onChange} />
      );
    case 'select':
      return <Select {...field} value={text} options={optionsOf(t, cell)} onChange={onChange} />;
    case 'truth':
      return <YesNo {...field} value={value as boolean | undefined} onChange={onChange} />;
    case 'consent':
      return <Tick {...field} checked={value === true} onChange={onChange} />;
    case 'text':
    case 'code':
    case 'number':
    case 'phone':
    case 'day':
      return (
        <TextField
          {...field}
          value={text}
          short={kind === 'number' || kind === 'day'}
          onChange={onChange}
          native={{
            ...(kind === 'day' ? { type: 'date' } : {}),
            inputMode: MODES[kind],
            autoCapitalize: 'off',
            spellCheck: false,
            ...(cell === 'legalRepresentative' ? { list: 'known-names' } : {}),
          }}
        />
      );
  }
}

type Shape = (row: Row) => readonly string[];
const SPONSOR: Shape = ({ kind }) => [
  'kind',
  'name',
  ...(kind === 'organisation' ? ['creditCode'] : kind === 'person' ? ['citizenNumber'] : []),
  'address',
];
const BOARD_MEMBER: Shape = () => ['name', 'citizenNumber', 'role', 'yearsInEducation'];
const SUPERVISOR: Shape = () => ['name'];
const ADVERTISEMENT: Shape = () => [
  'title',
  'medium',
  'publishedFrom',
  'publishedUntil',
  'promisesResults',
  'usesEndorsements',
];
const TUTORING_HEAD: Shape = () => ['name', 'citizenNumber', 'degree', 'yearsInEducation'];
const PREPAID: Shape = () => ['guard', 'months', 'lessons'];
const MERGING_SCHOOL: Shape = () => ['licenceNumber', 'completedOn', 'madeBy', 'decidedOn', 'members', 'inFavour'];
const SITE: Shape = () => ['address', 'siteAreaSquareMetres', 'childrenRoomsSquareMetres', 'siteStanding'];
const RESULTING_SCHOOL: Shape = (row) => [
  'continuation',
  'name',
  ...SITE(row),
  'plannedClasses',
  'principalName',
  'representativeName',
  'boardNames',
  'openingFundsYuan',
  'paidInYuan',
];
const REPRESENTATIVE: Shape = () => ['office', 'name', 'citizenNumber'];
const RESOLUTION: Shape = () => ['decidedOn', 'members', 'inFavour'];
const LICENCE_LOSS: Shape = () => ['lossKind', 'happenedOn'];
const INTENDED_CLOSURE: Shape = () => ['announcedOn', 'announcedIn', 'closingOn'];
const PLACEMENT: Shape = () => ['pupils', 'placed'];
const SETTLEMENT: Shape = () => ['completedOn', 'madeBy'];

function RowsOf({ question: { id }, book, form, most, shape }: Asked & { most: number; shape: Shape }) {
  const t = useFormSay();
  const typed = (book.typed[id] as readonly Row[] | undefined) ?? [];
  const rows = typed.length > 0 ? typed : [{}];
  const change = (path: string, cell: string, value: Cell): void =>
    book.set(
      id,
      rows.map((row, i) => (path === `${id}[${i}]` ? { ...row, [cell]: value } : row)),
      `${path}.${cell}`,
    );
  return (
    <>
      <Heading>{titleOf(t, id, form)}</Heading>
      {hintOf(t, id) && <p className="muted">{hintOf(t, id)}</p>}
      {book.at(id) && <p className="field-error">{book.at(id)}</p>}
      <Rows field={id} rows={rows} most={most} onChange={(next) => book.set(id, next)}>
        {(row, path) => (
          <Cells
            row={row}
            path={path}
            shape={shape}
            book={book}
            onChange={(cell, value) => change(path, cell, value)}
          />
        )}
      </Rows>
    </>
  );
}

/** Some cells that belong together. */
function Group({ question: { id }, book, form, cells }: Asked & { cells: Shape }) {
  const t = useFormSay();
  const row = (book.typed[id] as Row | undefined) ?? {};
  return (
    <>
      <Heading>{titleOf(t, id, form)}</Heading>
      {hintOf(t, id) && <p className="muted">{hintOf(t, id)}</p>}
      {book.at(id) && <p className="field-error">{book.at(id)}</p>}
      <Cells
        row={row}
        path={id}
        shape={cells}
        book={book}
        onChange={(cell, value) => book.set(id, withStage({ ...row, [cell]: value }, cell), `${id}.${cell}`)}
      />
    </>
  );
}

function Cells({
  row,
  path,
  shape,
  book,
  onChange,
}: {
  row: Row;
  path: string;
  shape: Shape;
  book: AnswerBook;
  onChange(cell: string, value: Cell): void;
}) {
  const t = useFormSay();
  return shape(row).map((cell) => (
    <CellField
      key={cell}
      cell={cell}
      label={cellLabel(t, path, cell, row)}
      path={`${path}.${cell}`}
      value={row[cell]}
      beside={row}
      error={book.at(`${path}.${cell}`)}
      onChange={(value) => onChange(cell, value)}
    />
  ));
}

/** Names that were typed before, so that they need not be typed again. */
function NamesOf({ form }: { form: Form }) {
  const people = [form['principal'], ...((form['boardMembers'] as unknown[] | undefined) ?? [])];
  const names = people.map((one) => (one as { name?: string } | undefined)?.name).filter(Boolean);
  return (
    <datalist id="known-names">
      {[...new Set(names)].map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  );
}
