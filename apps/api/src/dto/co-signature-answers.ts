import { arr, article, bool, nul, obj, open, ref, str, time, type Schema } from './schema.js';

/** 共同确认: whose word is there, what it is about, and in which cases one has a word. */
export const CO_SIGNATURE_ANSWERS: Record<string, Schema> = {
  CoSigner: obj({
    party: str,
    kind: str,
    name: str,
    article,
    seated: bool,
    signedAt: nul(time),
    overtaken: bool,
    own: bool,
  }),
  CoSigners: obj({ contentHash: str, items: arr(ref('CoSigner')) }),
  CoSignerCode: obj({ code: str }),
  CoSignerSeat: obj({ caseId: str }),
  CoSignings: obj({
    items: arr(obj({ caseId: str, matter: str, institutionName: str, state: str, number: nul(str), seatedAt: time })),
  }),
  ToSign: obj({
    caseId: str,
    matter: str,
    matterName: obj({ nameZh: str, nameEn: str }),
    institutionName: str,
    state: str,
    contentHash: str,
    form: open,
    formFields: arr(str),
    materials: arr(obj({ lineId: str, nameZh: str, nameEn: str, fileId: str, fileName: str })),
    coSigners: arr(ref('CoSigner')),
  }),
};
