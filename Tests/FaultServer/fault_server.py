#!/usr/bin/env python3
"""A web server that misbehaves on request, for the tests of downloads.

The port chooses the kind of TLS, the path the fault:

    /good/PATH                 the file of that path, as a good server sends it; what follows a ?
                               only marks the request in the log
    /fault/NAME/NONCE/PATH     the same file with a fault on the way; see faults.py

NAME may end in *N (only the first N requests of that nonce and path suffer) and in @FILE (only
paths that end so suffer): /fault/short*1@acme.csv/n1/schedules/acme.csv.

All ports are free ones of 127.0.0.1, written to --ports once they answer. Every connection and
every request is a line of JSON in --log. The server ends when its standard input does, so that a
test that is killed leaves none behind.
"""

import argparse
import collections
import itertools
import json
import os
import re
import shutil
import socket
import ssl
import sys
import threading
import time
import warnings

from faults import FAULTS, Answer

# The kinds of TLS: certificate, and the one version of the protocol, if there is only one.
TLS_PORTS = {
    "good": ("good", None),
    "expired": ("expired", None),
    "notYet": ("not-yet", None),
    "wrongHost": ("wrong-host", None),
    "otherCA": ("other", None),
    "selfSigned": ("self-signed", None),
    "clientOnly": ("client-only", None),
    "namesake": ("namesake", None),
    "tls10": ("good", ssl.TLSVersion.TLSv1),
    "tls11": ("good", ssl.TLSVersion.TLSv1_1),
    "tls12": ("good", ssl.TLSVersion.TLSv1_2),
}
SECONDS_OF_PATIENCE = 20
warnings.simplefilter("ignore", DeprecationWarning)  # TLS 1.0 and 1.1 are meant


class Log:
    def __init__(self, path):
        self.file = open(path, "a", buffering=1)
        self.lock = threading.Lock()

    def write(self, **fields):
        with self.lock:
            self.file.write(json.dumps({"time": round(time.monotonic(), 3), **fields}) + "\n")


class Server:
    def __init__(self, arguments):
        self.root = os.path.realpath(arguments.good) if arguments.good else None
        self.certificates = arguments.certificates
        self.log = Log(arguments.log)
        self.counts = collections.Counter()
        self.lock = threading.Lock()
        self.connections = itertools.count(1)
        self.kept = []  # sockets that must stay open and silent

    # Ports

    def start(self):
        ports = {}
        for kind, (certificate, version) in TLS_PORTS.items():
            context = self.context(certificate, version)
            if context:
                ports[kind] = self.listen(kind, context)
        ports["noHandshake"] = self.listen("noHandshake", None)
        ports["plainHTTP"] = self.listen("plainHTTP", None)
        ports["reset"] = self.listen("reset", None)
        ports["proxy"] = self.listen("proxy", None)
        ports["tunnel"] = self.listen("tunnel", None)
        ports["refused"] = self.bound(listens=False)
        ports["blackHole"] = self.bound(listens=True)
        for _ in range(8):  # more than the backlog, so that the next one gets no answer
            filler = socket.socket()
            filler.setblocking(False)
            filler.connect_ex(("127.0.0.1", ports["blackHole"]))
            self.kept.append(filler)
        return ports

    def context(self, name, version):
        certificate = os.path.join(self.certificates, name + ".pem")
        if not os.path.exists(certificate):
            return None
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, os.path.join(self.certificates, name + ".key"))
        if version:
            context.set_ciphers("ALL:@SECLEVEL=0")
            context.minimum_version = context.maximum_version = version
        return context

    def bound(self, listens):
        kept = socket.socket()
        kept.bind(("127.0.0.1", 0))
        if listens:
            kept.listen(0)
        self.kept.append(kept)
        return kept.getsockname()[1]

    def listen(self, kind, context):
        listener = socket.socket()
        listener.bind(("127.0.0.1", 0))
        listener.listen(64)
        threading.Thread(target=self.accept, args=(kind, context, listener), daemon=True).start()
        return listener.getsockname()[1]

    def accept(self, kind, context, listener):
        while True:
            connection, _ = listener.accept()
            connection.settimeout(SECONDS_OF_PATIENCE)
            threading.Thread(
                target=self.serve, args=(kind, context, connection), daemon=True
            ).start()

    # Connections

    def serve(self, kind, context, connection):
        number = next(self.connections)
        self.log.write(event="connection", connection=number, port=kind)
        try:
            if kind == "noHandshake":
                time.sleep(SECONDS_OF_PATIENCE)
            elif kind == "plainHTTP":
                connection.recv(1)
                connection.sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
                connection.recv(65536)
            elif kind == "reset":
                connection.recv(1)
                Answer(connection, connection).reset()
            elif kind in ("proxy", "tunnel"):
                self.tunnel(kind, number, connection)
            else:
                secure = context.wrap_socket(connection, server_side=True)
                while self.answer(kind, number, secure, connection):
                    pass
                secure.close()
        except (OSError, ValueError) as error:
            self.log.write(event="end", connection=number, port=kind, error=str(error))
        finally:
            connection.close()

    def tunnel(self, kind, number, connection):
        """Answers as a proxy: one kind refuses, the other leads to the port on this computer."""
        target, _ = self.log_request(kind, number, self.read_head(connection))
        if kind == "proxy":
            connection.sendall(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")
            return
        other = socket.create_connection(("127.0.0.1", int(target.rpartition(":")[2])))
        connection.sendall(b'HTTP/1.1 200 Connected\r\nETag: "proxy"\r\nX-Proxy: yes\r\n\r\n')
        threading.Thread(target=self.pump, args=(other, connection), daemon=True).start()
        self.pump(connection, other)

    def pump(self, source, sink):
        try:
            while piece := source.recv(65536):
                sink.sendall(piece)
            sink.shutdown(socket.SHUT_WR)
        except OSError:
            pass

    def read_head(self, stream):
        head = b""
        while b"\r\n\r\n" not in head:
            piece = stream.recv(65536)
            if not piece:
                return None
            head += piece
        return head.split(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")

    def log_request(self, kind, number, head):
        method, target, version = head[0].split(" ", 2)
        headers = [[part.strip() for part in line.split(":", 1)] for line in head[1:]]
        self.log.write(
            event="request", connection=number, port=kind, method=method, target=target,
            version=version, headers=headers,
        )
        return target, {name.lower(): value for name, value in headers}

    def answer(self, kind, number, secure, connection):
        """Answers one request and says whether the connection is kept."""
        head = self.read_head(secure)
        if head is None:
            return False
        target, headers = self.log_request(kind, number, head)
        path, fault = self.fault(target)
        answer = Answer(secure, connection, self.file(path), path, headers, target)
        if fault is None:
            return answer.good()
        function, argument = fault
        function(answer, argument) if argument is not None else function(answer)
        return False

    def fault(self, target):
        """The path of the file, and the fault with its argument if this request suffers one."""
        target = target.partition("?")[0]
        if target.startswith("/good/"):
            return target[len("/good/"):], None
        match = re.fullmatch(
            r"/fault/([A-Za-z0-9]+)(?:-([^*@/]+))?(?:\*(\d+))?(?:@([^/]+))?/([^/]+)/(.*)", target
        )
        if not match or match[1] not in FAULTS:
            return "", (FAULTS["status"], "404")
        name, argument, first, only, nonce, path = match.groups()
        with self.lock:
            self.counts[nonce, path] += 1
            count = self.counts[nonce, path]
        if (first and count > int(first)) or (only and not path.endswith(only)):
            return path, None
        return path, (FAULTS[name], argument)

    def file(self, path):
        if not self.root:
            return None
        full = os.path.realpath(os.path.join(self.root, path))
        if not full.startswith(self.root + os.sep) or not os.path.isfile(full):
            return None
        with open(full, "rb") as file:
            return file.read()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--certificates", required=True, help="folder of make_certificates.sh")
    parser.add_argument("--good", help="folder of good files")
    parser.add_argument("--ports", required=True, help="file that will name the ports")
    parser.add_argument("--log", required=True, help="file for the log of requests")
    parser.add_argument("--remove", help="folder to remove at the end")
    arguments = parser.parse_args()
    ports = Server(arguments).start()
    with open(arguments.ports + ".new", "w") as file:
        json.dump(ports, file)
    os.rename(arguments.ports + ".new", arguments.ports)
    while sys.stdin.buffer.read(4096):
        pass
    if arguments.remove:
        shutil.rmtree(arguments.remove, ignore_errors=True)
    os._exit(0)


if __name__ == "__main__":
    main()
