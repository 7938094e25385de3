import type { CaseForm, EstablishmentForm, Stage, TrainingField } from '../../../../libs/law/src/index.js';
import { demoForm } from './form.js';

/** An invented school (演示) of compulsory education that meets every condition. */
export function demoSchool(
  schoolName: string,
  stage: Stage = 'PRIMARY',
): Omit<EstablishmentForm, 'childrenRoomsSquareMetres'> {
  const name = '演示校长乙';
  const { principal, nature, usesFiscalOrDonatedAssets, ...people } = demoForm(schoolName);
  const { sponsors, supervisors, legalRepresentative, contactPhone, deliveryChannel, serviceConsent } = people;
  const boardMembers = people.boardMembers.map((one) => (one.role === 'principal' ? { ...one, name } : one));
  const { citizenNumber, teacherQualification, degree } = principal;
  return {
    ...{ schoolName, nature, usesFiscalOrDonatedAssets },
    ...{ sponsors, boardMembers, supervisors, legalRepresentative, contactPhone, deliveryChannel, serviceConsent },
    institutionType: 'PS-PRI-JUN',
    stage,
    siteAddress: '内蒙古自治区包头市昆都仑区演示路5号',
    siteAreaSquareMetres: 12_000,
    plannedClasses: 12,
    plannedChildren: 540,
    openingFundsYuan: 2_000_000,
    paidInYuan: 2_000_000,
    principal: { name, citizenNumber, teacherQualification, degree, yearsInEducation: 12 },
  };
}

const FIELD_WORDS: Readonly<Record<TrainingField, string>> = { sports: '体育', culture: '艺术', science: '科技' };

/** An invented non-subject tutoring institution (演示) that meets every condition. @param ordinal as its name bears it */
export function demoTutoring(ordinal: string, trainingField: TrainingField = 'sports'): Partial<CaseForm> {
  const { sponsors, boardMembers, supervisors, legalRepresentative, contactPhone, deliveryChannel, serviceConsent } =
    demoForm('');
  return {
    trainingField,
    nature: 'for_profit',
    usesFiscalOrDonatedAssets: false,
    schoolName: `包头市昆都仑区演示${FIELD_WORDS[trainingField]}培训${ordinal}号有限公司`,
    siteAddress: '内蒙古自治区包头市昆都仑区演示路3号',
    siteAreaSquareMetres: 300,
    traineesAtOnce: 100,
    preschoolProgramme: 'hourly',
    openingFundsYuan: 200_000,
    paidInYuan: 200_000,
    prepaid: { guard: 'escrow', months: 3, lessons: 60 },
    ...{ sponsors, boardMembers, supervisors, legalRepresentative },
    tutoringHead: {
      name: '演示负责人乙',
      citizenNumber: boardMembers[1]?.citizenNumber ?? '',
      degree: 'bachelor',
      yearsInEducation: 6,
    },
    ...{ contactPhone, deliveryChannel, serviceConsent },
  };
}
