import { round } from '../figures.ts';
import {
  alertRecall,
  falseAlerts,
  kinds,
  limitForFalseAlerts,
  limitForRecall,
  type Measured,
  p,
  recallAt10,
} from './measured.ts';

export type Rows = Record<string, string | number>[];

/** Every contender beside the others. */
export function speedRows(all: readonly Measured[]): Rows {
  return all.map((one) => ({
    what: one.name,
    n: one.times.length,
    'build s': round(one.contender.buildSeconds, 1),
    'index MB': round(one.contender.indexMegabytes, 1),
    'RSS + MB': round(one.contender.grownMegabytes, 0),
    'p50 ms': round(p(one, 0.5), 3),
    'p95 ms': round(p(one, 0.95), 3),
    'p99 ms': round(p(one, 0.99), 3),
    'max ms': round(Math.max(...one.times), 2),
    '> 10 ms': one.times.filter((took) => took > 10).length,
    'recall@10': round(recallAt10(one), 4),
    'alert recall': round(alertRecall(one), 4),
    'false alerts': round(falseAlerts(one), 4),
  }));
}

/** How often each contender found the right person, by the way in which the person stands at the desk. */
export function kindRows(all: readonly Measured[]): Rows {
  return kinds.map((kind) => {
    const row: Record<string, string | number> = { kind };
    for (const one of all) {
      row[one.name] = `${recallAt10(one, kind).toFixed(3)} / ${alertRecall(one, undefined, kind).toFixed(3)}`;
    }
    return row;
  });
}

/** How many times faster than each peer; recall by the ten nearest, as the peers'. */
export function ratioRows(
  hits: Measured,
  nearest: Measured,
  peers: readonly Measured[],
  targets: Readonly<Record<string, string>>,
): Rows {
  return peers.map((peer) => ({
    peer: peer.name,
    'p50, hits': round(p(peer, 0.5) / p(hits, 0.5), 1),
    'p99, hits': round(p(peer, 0.99) / p(hits, 0.99), 1),
    'p50, nearest': round(p(peer, 0.5) / p(nearest, 0.5), 1),
    'p99, nearest': round(p(peer, 0.99) / p(nearest, 0.99), 1),
    'recall@10, points more': round((recallAt10(nearest) - recallAt10(peer)) * 100, 1),
    target: targets[peer.name] ?? '',
  }));
}

/** False alerts where the alert recall is made equal, and alert recall where the false alerts are. */
export function equalRecallRows(subject: Measured, peer: Measured): Rows {
  const levels = [
    { what: "at the booth's own limit", recall: alertRecall(subject) },
    { what: 'at alert recall 0.90', recall: 0.9 },
    { what: "at the peer's limit", recall: alertRecall(peer) },
  ];
  const rows: Rows = levels.map(({ what, recall }) => {
    const ours = falseAlerts(subject, limitForRecall(subject, recall));
    const limit = limitForRecall(peer, recall);
    const theirs = limit > 0 ? falseAlerts(peer, limit) : Number.NaN;
    return {
      what,
      'alert recall': round(recall, 4),
      'false alerts': round(ours, 4),
      [`false alerts, ${peer.name}`]: limit > 0 ? round(theirs, 4) : 'never reached',
      ratio: limit > 0 ? round(ours / theirs, 3) : '',
      target: '<= 0.5',
    };
  });
  const part = falseAlerts(peer);
  rows.push({
    what: "at the peer's false alerts",
    'alert recall': round(alertRecall(subject, limitForFalseAlerts(subject, part)), 4),
    'false alerts': round(part, 4),
    [`false alerts, ${peer.name}`]: `recall ${round(alertRecall(peer), 4)}`,
    ratio: '',
    target: '',
  });
  return rows;
}
