import { isContractProcedure } from '@orpc/contract';
import type { CallMeta } from '../../../contract/base.ts';
import { contract } from '../../../contract/index.ts';

/** One call of the contract, found by walking it: a call that is added later is here without anyone thinking of it. */
export interface ContractCall {
  /** e.g. `lane.clear`. */
  readonly name: string;
  readonly meta: CallMeta;
}

function walk(node: unknown, path: readonly string[]): ContractCall[] {
  if (isContractProcedure(node)) return [{ name: path.join('.'), meta: node['~orpc'].meta as CallMeta }];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, child]) => walk(child, [...path, key]));
}

export const contractCalls: readonly ContractCall[] = walk(contract, []);
