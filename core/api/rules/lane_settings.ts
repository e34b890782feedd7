import type { RulesView } from '../../../contract/rules_view.ts';
import type { Settings } from '../../settings/settings.ts';

/** The settings of the lane on which an answer of the law depends, as they stand in `settings.json`. */
export function laneSettingsOf({ lane, travel, law }: Settings): RulesView['laneSettings'] {
  const { gate, electronicVisaGate } = travel;
  return [
    { name: 'lane.state', value: lane.state },
    { name: 'lane.gateKind', value: lane.gateKind },
    { name: 'lane.timeZone', value: lane.timeZone },
    { name: 'travel.gate', value: gate ?? 'NONE' },
    { name: 'travel.electronicVisaGate', value: electronicVisaGate === null ? 'BY_LIST' : String(electronicVisaGate) },
    { name: 'law.sameDocumentMinutes', value: String(law.sameDocumentMinutes) },
  ];
}
