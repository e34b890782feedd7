import type { WatchlistProblem } from './watchlist.ts';

/** Thrown by the rows of a list while they are drawn, where no value can be handed back: the whole file is of no use. */
export class ListFileError extends Error {
  readonly problem: WatchlistProblem;

  constructor(problem: WatchlistProblem) {
    super(problem.code);
    this.name = 'ListFileError';
    this.problem = problem;
  }
}
