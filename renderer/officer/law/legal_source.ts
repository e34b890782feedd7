export { legalSource } from '../../../core/domain/entry/legal_source.ts';
