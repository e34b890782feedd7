"""A machine of hidraw devices made of software, for the tests of tests/devices.

One umockdev test bed. Orders come as one JSON object a line on standard input, what happens goes out the same way:
  in   {"do": "add", "device": n, "description": text, "node": "/dev/hidraw7", "syspath": text, "descriptor": hex}
       {"do": "remove", "device": n, "quietly": bool}      quietly: whoever holds it open is told nothing
       {"do": "input", "device": n, "report": hex}
       {"do": "answer", "question": k, "report": hex or null, "ok": bool}
  out  {"root": path} once, {"done": "add"|"remove", "device": n},
       {"output": hex, "device": n}, {"set": hex, "question": k, "device": n}, {"get": id, "question": k, "device": n},
The end of standard input ends it. The programs that meet these devices run under libumockdev-preload with UMOCKDEV_DIR.
"""

import errno
import itertools
import json
import os
import struct
import sys
import threading
import tty

import gi

gi.require_version('UMockdev', '1.0')
from gi.repository import UMockdev  # noqa: E402

# linux/hidraw.h: type 'H'; 0x01 size of the report descriptor, 0x02 the descriptor, 0x06 set feature, 0x07 get feature.
DESCRIPTOR_SIZE, DESCRIPTOR, SET_FEATURE, GET_FEATURE = 0x01, 0x02, 0x06, 0x07
DESCRIPTOR_ROOM = 4096

devices = {}
questions = {}
numbers = itertools.count(1)
speaking = threading.Lock()


def say(**words):
    with speaking:
        sys.stdout.write(json.dumps(words) + '\n')
        sys.stdout.flush()


class Device:
    """One hidraw node: reports in and out keep their borders, feature reports are asked for outside."""

    def __init__(self, number, order):
        self.number = number
        self.node = order['node']
        self.syspath = order['syspath']
        self.descriptor = bytes.fromhex(order['descriptor'])
        self.gone = False
        self.waiting = []
        bed.add_from_string(order['description'])
        self.master = self.lay_terminal()
        self.handler = UMockdev.IoctlBase()
        self.handler.connect('handle-ioctl', self.on_ioctl)
        self.handler.connect('handle-read', self.on_read)
        self.handler.connect('handle-write', self.on_write)
        bed.attach_ioctl(self.node, self.handler)

    def lay_terminal(self):
        """A pseudo-terminal in place of the test bed's own, which can be neither hung up nor made twice under one name."""
        master, slave = os.openpty()
        tty.setraw(master)
        node = bed.get_root_dir() + self.node
        os.unlink(node)
        os.symlink(os.ttyname(slave), node)
        os.close(slave)
        return master

    def on_ioctl(self, _handler, client):
        request = client.get_request()
        number, size = request & 0xFF, (request >> 16) & 0x3FFF
        if (request >> 8) & 0xFF != ord('H'):
            return False
        if self.gone:
            client.complete(-1, errno.ENODEV)
            return True
        if number == DESCRIPTOR_SIZE:
            client.get_arg().resolve(0, 4).update(0, list(struct.pack('<i', len(self.descriptor))))
            client.complete(0, 0)
        elif number == DESCRIPTOR:
            room = client.get_arg().resolve(0, 4 + DESCRIPTOR_ROOM)
            room.update(0, list(struct.pack('<i', len(self.descriptor)) + self.descriptor))
            client.complete(0, 0)
        elif number in (SET_FEATURE, GET_FEATURE):
            data = client.get_arg().resolve(0, size)
            asked = next(numbers)
            report = bytes(data.retrieve())
            questions[asked] = (self, client, data if number == GET_FEATURE else None, size)
            if number == SET_FEATURE:
                say(set=report.hex(), question=asked, device=self.number)
            else:
                say(get=report[0], question=asked, device=self.number)
        else:
            client.complete(-1, errno.EINVAL)
        return True

    def on_read(self, _handler, client):
        """Each waiting report has one byte in the terminal, so that poll sees it; a read takes one report."""
        if self.gone:
            client.complete(-1, errno.EIO)
            return True
        taken, why = client.execute()
        if taken <= 0:
            client.complete(taken, why)
            return True
        report = self.waiting.pop(0)
        client.get_arg().update(0, list(report))
        if self.waiting:
            os.write(self.master, b'.')
        client.complete(len(report), 0)
        return True

    def on_write(self, _handler, client):
        if self.gone:
            client.complete(-1, errno.ENODEV)
            return True
        report = bytes(client.get_arg().retrieve())
        say(output=report.hex(), device=self.number)
        client.complete(len(report), 0)
        return True

    def send_input(self, report):
        self.waiting.append(report)
        if len(self.waiting) == 1:
            os.write(self.master, b'.')

    def remove(self, quietly):
        self.gone = True
        bed.remove_device(self.syspath)
        bed.detach_ioctl(self.node)
        # The test bed leaves some links behind, and fails when it has to make them again.
        root = bed.get_root_dir()
        for left in (root + self.node, root + '/dev/.node/' + os.path.basename(self.node)):
            if os.path.lexists(left):
                os.unlink(left)
        sweep(root + '/sys')
        if not quietly:
            os.close(self.master)


def sweep(folder):
    """Takes away the links that lead nowhere."""
    for part in ('bus', 'class', 'dev'):
        for path, folders, files in os.walk(os.path.join(folder, part)):
            for name in folders + files:
                link = os.path.join(path, name)
                if os.path.islink(link) and not os.path.exists(link):
                    os.unlink(link)


def answer(order):
    device, client, data, size = questions.pop(order['question'])
    if device.gone or not order['ok']:
        client.complete(-1, errno.ENODEV if device.gone else errno.EPIPE)
    elif data is None:
        client.complete(size, 0)
    else:
        report = bytes.fromhex(order['report'])[:size]
        data.update(0, list(report))
        client.complete(len(report), 0)


def obey(order):
    if order['do'] == 'add':
        devices[order['device']] = Device(order['device'], order)
        say(done='add', device=order['device'])
    elif order['do'] == 'remove':
        devices.pop(order['device']).remove(order['quietly'])
        say(done='remove', device=order['device'])
    elif order['do'] == 'input' and order['device'] in devices:
        devices[order['device']].send_input(bytes.fromhex(order['report']))
    elif order['do'] == 'answer':
        answer(order)


bed = UMockdev.Testbed.new()
say(root=bed.get_root_dir())
for line in sys.stdin:
    obey(json.loads(line))
os._exit(0)
