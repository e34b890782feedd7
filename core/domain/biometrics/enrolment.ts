/** What enrolment and search against enrolled fingers want at least: flat impressions of 500 dpi, 8 bits (FBI Appendix F and PIV; ISO/IEC 19794-4 level 31). */
const ENROLMENT_DPI = 500;
const ENROLMENT_BITS = 8;

/** The optics of a "500 dpi" sensor may be off by one in a hundred (PIV-071006: 500 dpi +- 10). */
const DPI_TOLERANCE = 10;

export type EnrolmentObstacle = 'RESOLUTION_BELOW_500' | 'DEPTH_BELOW_8';

/** Why pictures of this sensor must not be enrolled; empty when they may. */
export function enrolmentObstacles(sensor: {
  readonly resolutionDpi: number;
  readonly depthBits: number;
}): readonly EnrolmentObstacle[] {
  const obstacles: EnrolmentObstacle[] = [];
  if (sensor.resolutionDpi < ENROLMENT_DPI - DPI_TOLERANCE) obstacles.push('RESOLUTION_BELOW_500');
  if (sensor.depthBits < ENROLMENT_BITS) obstacles.push('DEPTH_BELOW_8');
  return obstacles;
}
