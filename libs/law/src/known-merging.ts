/** What the register says of a school that is named in somebody else's merger; `found` false where it knows none. */
export interface MergingParty {
  licenceNumber: string;
  found: boolean;
  state: string;
  nature: string;
  institutionType: string;
  stage?: string;
  trainingField?: string;
  /** Its licence is in force on the day on which the merger is asked for. */
  licenceInForce: boolean;
  /** A closure of it is running, of its own will or otherwise. */
  closing: boolean;
  address: string;
  campuses: readonly string[];
}

/** The register as a merger has to know it. */
export interface KnownMerging {
  /** Region code of the bureau that is asked. */
  region: string;
  /** Of the applicant's own school: a closure of it is running. */
  ownClosing: boolean;
  parties: readonly MergingParty[];
}
