"""The real jupyter_client, driven line by line from the tests.

Reads one JSON command a line on stdin, writes one JSON event a line on stdout:

    {"op": "send", "id": MSG_ID, "channel": "shell", "type": "execute_request", "content": {...}}
    {"op": "interrupt"}             the kernel manager's interrupt, as JupyterLab's button
    {"op": "signal", "name": "SIGINT"}   a signal to the kernel's process group
    {"op": "restart"}               -> {"event": "ready"} once the new kernel answers
    {"op": "shutdown"}              -> {"event": "gone"} once the kernel's process has ended

Every message of the kernel is written as {"event": "message", "channel", "type", "parent", "content", ...}.
"""
import json
import os
import signal
import sys

import zmq
from jupyter_client.manager import KernelManager


def tell(event, **fields):
    sys.stdout.write(json.dumps({"event": event, **fields}, default=str) + "\n")
    sys.stdout.flush()


class Session:
    def __init__(self):
        self.manager = KernelManager(kernel_name="tslab")
        self.manager.start_kernel()
        self.connect()

    def connect(self):
        self.client = self.manager.blocking_client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=60)
        self.sockets = {
            getattr(self.client, name + "_channel").socket: name
            for name in ("shell", "iopub", "control", "stdin")
        }
        tell("ready", pid=self.manager.provisioner.pid)

    def send(self, command):
        message = self.client.session.msg(
            command["type"], command["content"], metadata=command.get("metadata")
        )
        message["header"]["msg_id"] = message["msg_id"] = command["id"]
        getattr(self.client, command["channel"] + "_channel").send(message)

    def obey(self, command):
        op = command["op"]
        if op == "send":
            self.send(command)
        elif op == "interrupt":
            self.manager.interrupt_kernel()
        elif op == "signal":
            os.killpg(self.manager.provisioner.pgid, signal.Signals[command["name"]])
        elif op == "restart":
            self.client.stop_channels()
            self.manager.restart_kernel()
            self.connect()
        elif op == "shutdown":
            self.manager.shutdown_kernel()
            tell("gone")
            sys.exit(0)

    def forward(self, socket):
        _, message = self.client.session.recv(socket)
        tell(
            "message",
            channel=self.sockets[socket],
            type=message["header"]["msg_type"],
            parent=message["parent_header"].get("msg_id"),
            content=message["content"],
            metadata=message["metadata"],
        )

    def serve(self):
        typed = b""
        while True:
            poller = zmq.Poller()
            for source in (*self.sockets, sys.stdin.fileno()):
                poller.register(source, zmq.POLLIN)
            for source, _ in poller.poll():
                if source != sys.stdin.fileno():
                    self.forward(source)
                    continue
                read = os.read(source, 1 << 16)
                if not read:
                    self.manager.shutdown_kernel(now=True)
                    return
                *lines, typed = (typed + read).split(b"\n")
                for line in lines:
                    self.obey(json.loads(line))


Session().serve()
