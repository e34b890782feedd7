/** The one door to the devices: everything outside `native/` comes through here. */
export { type DevicePorts, type Devices, openDevices } from './devices.ts';
export { DRIVERS, driversFor, findDriver } from './driver/catalogue.ts';
export { type DeviceSettings, deviceSettings, parseDeviceSettings } from './settings.ts';
export { openSimulatedLane, type SimulatedLane } from './simulated_lane.ts';
export { type SimulatorFaults, simulatorFaults } from './simulator/faults.ts';
export { systemClock, systemIds } from './system_ports.ts';
export { probePort } from './tools/probe.ts';
export { protocolFor } from './tools/protocols.ts';
export { type StandingSimulator, simulateDevice, simulatorCommand } from './tools/simulate.ts';
export { watchPort } from './tools/watch.ts';
export { listSerialPorts } from './transport/serial_ports.ts';
