import { connect } from 'node:net';

/**
 * A chip made of software, on the virtual reader of vsmartcard-vpcd: each message on its socket is two bytes of length,
 * big-endian, and so many bytes. One byte alone is an order: 0 power off, 1 power on, 2 reset, 4 tell the answer to reset.
 * Everything else is a command. Runs as a process of its own, as the library may wait for it. Orders come from the parent:
 * `in`, `out`, `silent`, `talk`, `{answer: hex}`; it tells each command and each reset.
 */
const port = Number(process.argv[2]);
/** A contactless chip by PC/SC part 3: the historical bytes of an invented one. */
const ATR = Buffer.from('3B888001515541592D43484970', 'hex');
let socket = null;
let silent = false;
const answers = [];
let rest = Buffer.alloc(0);

function say(bytes) {
  const head = Buffer.alloc(2);
  head.writeUInt16BE(bytes.length);
  socket?.write(Buffer.concat([head, bytes]));
}

function onMessage(message) {
  if (message.length === 1) {
    if (message[0] === 4) say(ATR);
    if (message[0] === 2) process.send?.({ reset: true });
    return;
  }
  process.send?.({ command: message.toString('hex') });
  if (!silent) say(Buffer.from(answers.shift() ?? '9000', 'hex'));
}

function layDown() {
  rest = Buffer.alloc(0);
  socket = connect(port, '127.0.0.1');
  socket.setNoDelay(true);
  socket.on('error', () => {});
  socket.on('data', (data) => {
    rest = Buffer.concat([rest, data]);
    while (rest.length >= 2 && rest.length >= 2 + rest.readUInt16BE(0)) {
      const end = 2 + rest.readUInt16BE(0);
      const message = rest.subarray(2, end);
      rest = rest.subarray(end);
      onMessage(message);
    }
  });
}

process.on('message', (order) => {
  if (order === 'in') layDown();
  if (order === 'out') socket?.destroy();
  if (order === 'silent') silent = true;
  if (order === 'talk') silent = false;
  if (order.answer !== undefined) answers.push(order.answer);
});
process.on('disconnect', () => process.exit(0));
