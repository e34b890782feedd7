/** The one door to the devices: everything outside `native/` comes through here. */

export { type ChangeableDevices, openDevices } from './changeable_devices.ts';
export { protocolFor } from './codec/catalogue.ts';
export type { Protocol, WireMessage } from './codec/protocol.ts';
export { discover } from './discovery/discover.ts';
export { DRIVERS, findDriver } from './driver/catalogue.ts';
export { matchingDrivers } from './driver/match.ts';
export { sharedChip } from './driver/shared_numbers.ts';
export { type DeviceSettings, parseDeviceSettings } from './settings.ts';
export type { SimulatorFaults } from './simulator/faults.ts';
export { openSimulatedLane } from './simulator/simulated_lane.ts';
export { wearInFile } from './supervision/wear_book.ts';
export { probePort } from './tools/probe.ts';
export { recordPort, replayFile } from './tools/record.ts';
export { type SimulatorPlace, type StandingSimulator, simulateDevice, simulatorCommand } from './tools/simulate.ts';
export { watchPort } from './tools/watch.ts';
export { listHidDevices } from './transport/hid_devices.ts';
export { listPcscReaders } from './transport/pcsc.ts';
export { listSerialPorts } from './transport/serial_ports.ts';
export { wiresOf } from './wire/wires.ts';
export { DRIVER_FACTS } from './workshop/driver_facts.ts';
export { recordingsIn } from './workshop/recordings.ts';
export { deviceWorkshop } from './workshop/workshop.ts';
