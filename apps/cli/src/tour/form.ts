import type { EstablishmentForm } from '../../../../libs/law/src/index.js';

/** An invented kindergarten (演示) that meets every condition. Identity numbers are synthetic: nobody born in 1880 lives. */
export function demoForm(schoolName: string): EstablishmentForm {
  return {
    institutionType: 'KG',
    stage: 'KINDERGARTEN',
    nature: 'non_profit',
    schoolName,
    siteAddress: '内蒙古自治区包头市昆都仑区演示路1号',
    siteAreaSquareMetres: 2400,
    childrenRoomsSquareMetres: 900,
    plannedClasses: 6,
    plannedChildren: 150,
    usesFiscalOrDonatedAssets: false,
    openingFundsYuan: 500_000,
    paidInYuan: 500_000,
    sponsors: [
      {
        kind: 'person',
        name: '演示举办者甲',
        citizenNumber: '150203188001010017',
        address: '包头市昆都仑区演示小区2号',
      },
    ],
    boardMembers: [
      { name: '演示董事甲', citizenNumber: '150203188001010017', role: 'chair', yearsInEducation: 8 },
      { name: '演示园长乙', citizenNumber: '15020318800101005X', role: 'principal', yearsInEducation: 12 },
      { name: '演示党员丙', citizenNumber: '150202188006150012', role: 'party', yearsInEducation: 6 },
      { name: '演示教师丁', citizenNumber: '440524188001010014', role: 'staff', yearsInEducation: 3 },
      { name: '演示代表戊', citizenNumber: '11010519491231002X', role: 'sponsor_representative', yearsInEducation: 0 },
    ],
    principal: {
      name: '演示园长乙',
      citizenNumber: '15020318800101005X',
      teacherQualification: true,
      degree: 'bachelor',
      yearsInKindergarten: 12,
    },
    legalRepresentative: '演示董事甲',
    supervisors: [{ name: '演示监事己' }],
    contactPhone: '13800000000',
    deliveryChannel: 'electronic',
    serviceConsent: true,
  };
}
