import enAccess from '../../resources/locales/en/access.json';
import enAdministrator from '../../resources/locales/en/administrator.json';
import enAdvance from '../../resources/locales/en/advance.json';
import enCounter from '../../resources/locales/en/counter.json';
import enDecisions from '../../resources/locales/en/decisions.json';
import enDesk from '../../resources/locales/en/desk.json';
import enFacts from '../../resources/locales/en/facts.json';
import enIncident from '../../resources/locales/en/incident.json';
import enLaw from '../../resources/locales/en/law.json';
import enPatterns from '../../resources/locales/en/patterns.json';
import enPosture from '../../resources/locales/en/posture.json';
import enReplay from '../../resources/locales/en/replay.json';
import enRules from '../../resources/locales/en/rules.json';
import enSecondLine from '../../resources/locales/en/second_line.json';
import enShift from '../../resources/locales/en/shift.json';
import enTechnician from '../../resources/locales/en/technician.json';
import enTraveller from '../../resources/locales/en/traveller.json';
import viAccess from '../../resources/locales/vi/access.json';
import viAdministrator from '../../resources/locales/vi/administrator.json';
import viAdvance from '../../resources/locales/vi/advance.json';
import viCounter from '../../resources/locales/vi/counter.json';
import viDecisions from '../../resources/locales/vi/decisions.json';
import viDesk from '../../resources/locales/vi/desk.json';
import viFacts from '../../resources/locales/vi/facts.json';
import viIncident from '../../resources/locales/vi/incident.json';
import viLaw from '../../resources/locales/vi/law.json';
import viPatterns from '../../resources/locales/vi/patterns.json';
import viPosture from '../../resources/locales/vi/posture.json';
import viReplay from '../../resources/locales/vi/replay.json';
import viRules from '../../resources/locales/vi/rules.json';
import viSecondLine from '../../resources/locales/vi/second_line.json';
import viShift from '../../resources/locales/vi/shift.json';
import viTechnician from '../../resources/locales/vi/technician.json';
import viTraveller from '../../resources/locales/vi/traveller.json';

/** The sentences of both languages, an area a file; no key stands in two of them. */
export const VI_AREAS = {
  viCounter,
  viTraveller,
  viAdministrator,
  viTechnician,
  viDesk,
  viLaw,
  viFacts,
  viDecisions,
  viSecondLine,
  viIncident,
  viPosture,
  viShift,
  viRules,
  viReplay,
  viPatterns,
  viAdvance,
  viAccess,
};
export const EN_AREAS = {
  enCounter,
  enTraveller,
  enAdministrator,
  enTechnician,
  enDesk,
  enLaw,
  enFacts,
  enDecisions,
  enSecondLine,
  enIncident,
  enPosture,
  enShift,
  enRules,
  enReplay,
  enPatterns,
  enAdvance,
  enAccess,
};
export const vi = {
  ...viCounter,
  ...viTraveller,
  ...viAdministrator,
  ...viTechnician,
  ...viDesk,
  ...viLaw,
  ...viFacts,
  ...viDecisions,
  ...viSecondLine,
  ...viIncident,
  ...viPosture,
  ...viShift,
  ...viRules,
  ...viReplay,
  ...viPatterns,
  ...viAdvance,
  ...viAccess,
};
export const en = {
  ...enCounter,
  ...enTraveller,
  ...enAdministrator,
  ...enTechnician,
  ...enDesk,
  ...enLaw,
  ...enFacts,
  ...enDecisions,
  ...enSecondLine,
  ...enIncident,
  ...enPosture,
  ...enShift,
  ...enRules,
  ...enReplay,
  ...enPatterns,
  ...enAdvance,
  ...enAccess,
};
