import type { MatterPack } from '../../../law/src/index.js';
import type { Procedure } from '../procedure.js';
import { procedureOf } from '../registry.js';
import { explore, type Graph } from './graph.js';
import { flowOf, type Flow } from './flow.js';
import { everythingDemandedHasABasis, limitsFit } from './pack-properties.js';
import {
  alwaysEnds,
  alwaysOwnedAndTimed,
  atMostOneCorrectionNotice,
  atMostOneTrip,
  grantRestsOnEveryAttestation,
  refusalsAreReasoned,
  registerAndDelivery,
  type Finding,
} from './properties.js';

export type { Finding, PropertyId } from './properties.js';

/** What is printed on the guide and can be computed again by anyone from the published chart and pack. */
export interface Certificate {
  matter: string;
  machine: string;
  hash: string;
  packHash: string;
  states: number;
  transitions: number;
  configurations: number;
  unvisited: readonly string[];
  properties: readonly Finding[];
  flow: Flow;
  holds: boolean;
}

/** The properties a–i of one procedure × pack, by search over the whole graph. */
export function prove(pack: MatterPack, procedure: Procedure = runningProcedure(pack)): Certificate {
  const graph = explore(procedure);
  const properties = [...machineFindings(graph, procedure), limitsFit(pack), everythingDemandedHasABasis(pack)].sort(
    (a, b) => (a.id < b.id ? -1 : 1),
  );
  return {
    matter: pack.code,
    machine: procedure.id,
    hash: procedure.hash,
    packHash: pack.hash,
    states: procedure.machine.idMap.size,
    transitions: graph.transitions,
    configurations: graph.stoodFor,
    unvisited: graph.unvisited,
    properties,
    flow: flowOf(graph),
    holds: graph.unvisited.length === 0 && properties.every(({ holds }) => holds),
  };
}

/** A certificate of the same machine under this pack: what was searched stays, what rests on the pack is judged anew. */
export function certified(of: Certificate, pack: MatterPack): Certificate {
  if (of.matter === pack.code && of.packHash === pack.hash) return of;
  const onPack = [limitsFit(pack), everythingDemandedHasABasis(pack)];
  const properties = of.properties.map((finding) => onPack.find(({ id }) => id === finding.id) ?? finding);
  const holds = of.unvisited.length === 0 && properties.every((finding) => finding.holds);
  return { ...of, matter: pack.code, packHash: pack.hash, properties, holds };
}

/** @throws Error for a matter that is not open online: there is nothing to prove */
function runningProcedure(pack: MatterPack): Procedure {
  const procedure = procedureOf(pack);
  if (!procedure) throw new Error(`${pack.code} has no procedure`);
  return procedure;
}

/** The properties that live on the machine alone. */
export function machineFindings(graph: Graph, procedure: Procedure): Finding[] {
  return [
    atMostOneTrip(graph),
    atMostOneCorrectionNotice(graph),
    alwaysOwnedAndTimed(graph),
    grantRestsOnEveryAttestation(graph, procedure.input.lanes),
    alwaysEnds(graph),
    refusalsAreReasoned(graph),
    registerAndDelivery(graph),
  ];
}
