import { isPlainDate } from '../../../../../libs/law/src/plain-date.js';
import { Fragment, type ReactNode } from 'react';
import { Joined } from '../../kit/index.js';
import { useSay, type Say } from '../../say.js';
import { nameOf } from './names.js';

type Form = Record<string, unknown>;

/** What the applicant filled in, as facts; all of it, or the fields of one line. */
export function FormFacts({ form, fields }: { form: Form; fields?: readonly string[] }) {
  const t = useSay();
  const entries = inOrder(form).filter(([field]) => !fields || fields.includes(field));
  return (
    <section className="form-facts" aria-label={t('desk.viewer.form')}>
      <h3>{t('desk.viewer.form')}</h3>
      <dl className="facts tight">
        {entries.map(([field, value]) => (
          <div key={field}>
            <dt>{nameOf(t, 'form', field)}</dt>
            <dd>{shownAs(t, field, value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** As people read a form; the store keeps no order. */
const ORDER = [
  'licenceNumber',
  'preparationNumber',
  'schoolName',
  'institutionType',
  'stage',
  'nature',
  'siteAddress',
  'siteAreaSquareMetres',
  'childrenRoomsSquareMetres',
  'plannedClasses',
  'plannedChildren',
  'openingFundsYuan',
  'paidInYuan',
  'usesFiscalOrDonatedAssets',
  'sponsors',
  'boardMembers',
  'legalRepresentative',
  'principal',
  'supervisors',
  'contactPhone',
  'deliveryChannel',
  'serviceConsent',
  'name',
  'kind',
  'role',
  'citizenNumber',
  'creditCode',
  'address',
  'teacherQualification',
  'degree',
  'yearsInEducation',
  'yearsInKindergarten',
  'office',
  'decidedOn',
  'completedOn',
  'members',
  'inFavour',
];
const placeOf = (field: string): number => (ORDER.includes(field) ? ORDER.indexOf(field) : ORDER.length);
const inOrder = (form: Form): [string, unknown][] => Object.entries(form).sort(([a], [b]) => placeOf(a) - placeOf(b));

const UNITS: Record<string, 'squareMetres' | 'yuan' | 'years' | 'classes' | 'children'> = {
  siteAreaSquareMetres: 'squareMetres',
  childrenRoomsSquareMetres: 'squareMetres',
  openingFundsYuan: 'yuan',
  paidInYuan: 'yuan',
  yearsInEducation: 'years',
  yearsInKindergarten: 'years',
  plannedClasses: 'classes',
  plannedChildren: 'children',
};
/** Free text; everything else that is a string is a code with a word. */
const TEXTS = [
  'licenceNumber',
  'preparationNumber',
  'schoolName',
  'siteAddress',
  'legalRepresentative',
  'contactPhone',
  'name',
  'address',
  'citizenNumber',
  'creditCode',
  'madeBy',
  'principalName',
  'representativeName',
  'boardNames',
];

/** A value that means another thing in this field than elsewhere has a word of its own. */
function codeInWords(t: Say, field: string, value: string): string {
  const own = `${field}.${value}`;
  const word = nameOf(t, 'value', own);
  return word === own ? nameOf(t, 'value', value) : word;
}

function shownAs(t: Say, field: string, value: unknown): ReactNode {
  if (typeof value === 'boolean') return t(value ? 'ui.yes' : 'ui.no');
  const unit = UNITS[field];
  if (typeof value === 'number') return unit ? t(`desk.value.${unit}`, { n: value.toLocaleString('en') }) : value;
  if (isPlainDate(value)) return t.day(value);
  if (typeof value === 'string') return TEXTS.includes(field) ? value : codeInWords(t, field, value);
  if (Array.isArray(value)) return <People rows={value as Form[]} />;
  if (value !== null && typeof value === 'object') return <People rows={[value as Form]} />;
  return t('ui.none');
}

/** Sponsors, board members: one block each, every part with its name. */
function People({ rows }: { rows: readonly Form[] }) {
  const t = useSay();
  if (rows.length === 0) return t('ui.none');
  return (
    <ul className="people">
      {rows.map((row, i) => (
        <li key={i}>
          <Joined>
            {inOrder(row).map(([field, value]) => (
              <Fragment key={field}>
                {field !== 'name' && <span className="muted">{nameOf(t, 'form', field)} </span>}
                {shownAs(t, field, value)}
              </Fragment>
            ))}
          </Joined>
        </li>
      ))}
    </ul>
  );
}
