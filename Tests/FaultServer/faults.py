"""The faults of the fault server, each under the name that stands in a path.

A fault is a function of an Answer, some with an argument: /fault/status-503/n1/a.csv calls
status(answer, "503"). The letters are those of the catalogue of faults.
"""

import email.utils
import gzip
import hashlib
import random
import socket
import struct
import time

TYPES = {"json": "application/json", "csv": "text/csv; charset=utf-8"}
MAGIC = {  # C13
    "zip": b"PK\x03\x04", "gzip": b"\x1f\x8b\x08\x00", "7z": b"7z\xbc\xaf\x27\x1c",
    "xz": b"\xfd7zXZ\x00", "zstd": b"\x28\xb5\x2f\xfd", "pdf": b"%PDF-1.7\n",
}
PAGE = b"<!DOCTYPE html><title>Sign in</title><p>Please sign in to the network.</p>"
FAULTS = {}


class Answer:
    """One answer to one request: the file it is about, and ways to send it."""

    def __init__(self, stream, connection, body=None, path="", headers=None, target=""):
        self.stream, self.connection = stream, connection
        self.body, self.path, self.headers, self.target = body, path, headers or {}, target
        self.shift = 0  # seconds that this server's clock is ahead

    def send(self, data):
        self.stream.sendall(data)

    def head(self, status, *lines):
        if isinstance(status, int):
            status = f"HTTP/1.1 {status} Status"
        self.send("\r\n".join([status, *lines, "", ""]).encode("latin-1"))

    def date(self):
        return "Date: " + email.utils.formatdate(time.time() + self.shift, usegmt=True)

    def type(self):
        return "Content-Type: " + TYPES.get(self.path.rsplit(".", 1)[-1], "application/octet-stream")

    def etag(self):
        return '"' + hashlib.sha256(self.body).hexdigest()[:16] + '"'

    def length(self, difference=0):
        return f"Content-Length: {len(self.body) + difference}"

    def good(self, *lines):
        """The file as a good server sends it; says whether the connection is kept."""
        if self.body is None:
            self.head(404, self.date(), "Content-Length: 0")
        elif self.headers.get("if-none-match") == self.etag():
            self.head(304, self.date(), "ETag: " + self.etag())
        else:
            self.head(200, self.date(), self.type(), "ETag: " + self.etag(), self.length(), *lines)
            self.send(self.body)
        return self.headers.get("connection", "").lower() != "close"

    def start(self, *lines):
        """The head of a good answer, but for what says where the body ends."""
        self.body = b"" if self.body is None else self.body
        self.head(200, self.date(), self.type(), "ETag: " + self.etag(), *lines)

    def chunk(self, data):
        self.send(b"%x\r\n%b\r\n" % (len(data), data))

    def end(self):
        """Ends TLS as it should be ended."""
        try:
            self.stream.settimeout(2)
            self.stream.unwrap()
        except (OSError, ValueError):
            pass

    def stall(self):
        self.stream.settimeout(20)
        self.stream.recv(1)

    def reset(self):
        linger = struct.pack("ii", 1, 0)
        self.stream.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.stream.close()


def fault(function):
    FAULTS[function.__name__.rstrip("_")] = function
    return function


# B. HTTP


@fault
def redirectHTTP(answer):  # B1
    answer.head(302, "Location: http://fees.test/x", "Content-Length: 0")


@fault
def redirectFile(answer):  # B1
    answer.head(302, "Location: file:///etc/passwd", "Content-Length: 0")


@fault
def redirectLoop(answer):  # B2
    answer.head(301, "Location: " + answer.target, "Content-Length: 0")


@fault
def redirectHost(answer):  # B3
    answer.head(307, "Location: https://elsewhere.test/x", "Content-Length: 0")


@fault
def notModified(answer):  # B5
    answer.head(304, answer.date())


@fault
def status(answer, argument):  # B6-B8; status-503+7 asks to come back in 7 seconds
    code, _, after = argument.partition("+")
    lines = ["Retry-After: " + after.replace("_", " ")] if after else []
    answer.head(int(code), answer.date(), "Content-Type: text/html", "Content-Length: 5", *lines)
    answer.send(b"error")


@fault
def page(answer):  # B9
    answer.head(200, answer.date(), "Content-Type: text/html", f"Content-Length: {len(PAGE)}")
    answer.send(PAGE)


@fault
def disguisedPage(answer):  # B9, under the type of the file
    answer.head(200, answer.date(), answer.type(), f"Content-Length: {len(PAGE)}")
    answer.send(PAGE)


@fault
def noContent(answer):  # B10
    answer.head(204, answer.date())


@fault
def empty(answer):  # B10
    answer.start("Content-Length: 0")


@fault
def partial(answer):  # B10
    half = answer.body[: len(answer.body) // 2]
    answer.head(
        206, answer.date(), answer.type(), f"Content-Length: {len(half)}",
        f"Content-Range: bytes 0-{len(half) - 1}/{len(answer.body)}",
    )
    answer.send(half)


@fault
def headerLine(answer):  # B11
    answer.start("X-Long: " + "x" * 150_000, answer.length())


@fault
def manyHeaders(answer):  # B12
    answer.start(*(f"X-{number}: x" for number in range(50_000)), answer.length())


@fault
def interimForever(answer):  # B12
    while True:
        answer.send(b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" * 10)


@fault
def headerNUL(answer):  # B13
    answer.start("X-Nul: a\x00b", answer.length())
    answer.send(answer.body)


@fault
def negativeLength(answer):  # B13
    answer.start("Content-Length: -5")
    answer.send(answer.body)


@fault
def http09(answer):  # B13
    answer.send(answer.body)
    answer.end()


@fault
def garbage(answer):  # B13
    answer.send(random.Random(7).randbytes(4_000))
    answer.end()


@fault
def twoLengths(answer):  # B14
    answer.start(answer.length(), answer.length(-100))
    answer.send(answer.body)
    answer.end()


@fault
def ambient(answer):  # B15
    answer.good(
        "Set-Cookie: session=1; Secure", 'Alt-Svc: h3=":443"; ma=86400',
        "Strict-Transport-Security: max-age=31536000", "WWW-Authenticate: NTLM",
    )


@fault
def unauthorized(answer):  # B15
    answer.head(401, 'WWW-Authenticate: Basic realm="x"', "WWW-Authenticate: NTLM",
                "WWW-Authenticate: Negotiate", "Content-Length: 0")


@fault
def clock(answer, argument):  # D10; clock-3600 is an hour ahead, clock--3600 behind
    answer.shift = int(argument)
    answer.good()


@fault
def undated(answer):  # D10
    answer.date = lambda: "X-Undated: yes"
    answer.good()


# Good in unusual ways


@fault
def interim(answer):
    answer.send(b'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nETag: "hint"\r\n\r\n')
    answer.good()


@fault
def chunked(answer):
    answer.start("Transfer-Encoding: chunked")
    for start in range(0, len(answer.body), 1_000):
        answer.chunk(answer.body[start : start + 1_000])
    answer.send(b'0\r\nETag: "trailer"\r\nX-Trailer: yes\r\n\r\n')


@fault
def undeclared(answer):
    answer.start("Connection: close")
    answer.send(answer.body)
    answer.end()


# C. Body


@fault
def stallBeforeHeaders(answer):  # C1
    answer.stall()


@fault
def stallInHeaders(answer):  # C1
    answer.send(b"HTTP/1.1 200 OK\r\nX-Half: ")
    answer.stall()


@fault
def stallInBody(answer):  # C2
    answer.start(answer.length())
    answer.send(answer.body[:1_000])
    answer.stall()


@fault
def drip(answer):  # C3
    answer.start(answer.length())
    for byte in answer.body:
        answer.send(bytes([byte]))
        time.sleep(0.1)


@fault
def short(answer):  # C4
    answer.start(answer.length())
    answer.send(answer.body[: len(answer.body) // 2])
    answer.end()


@fault
def resetInBody(answer):  # C4
    answer.start(answer.length())
    answer.send(answer.body[: len(answer.body) // 2])
    time.sleep(0.1)
    answer.reset()


@fault
def halfUndeclared(answer):  # C5
    answer.start("Connection: close")
    answer.send(answer.body[: len(answer.body) // 2])
    answer.end()


@fault
def halfUnclosed(answer):  # C5, without close_notify
    answer.start("Connection: close")
    answer.send(answer.body[: len(answer.body) // 2])


@fault
def longer(answer):  # C6
    answer.start(answer.length(-10))
    answer.send(answer.body)
    answer.end()


@fault
def chunkGarbage(answer):  # C7
    answer.start("Transfer-Encoding: chunked")
    answer.send(b"zz\r\n" + answer.body + b"\r\n0\r\n\r\n")


@fault
def chunkCut(answer):  # C7
    answer.start("Transfer-Encoding: chunked")
    answer.send(b"%x\r\n" % len(answer.body) + answer.body[:-10])
    answer.end()


@fault
def chunkNoLast(answer):  # C7
    answer.start("Transfer-Encoding: chunked")
    answer.chunk(answer.body)
    answer.end()


@fault
def oversizeDeclared(answer, argument):  # C8
    answer.start(f"Content-Length: {argument}")
    answer.send(answer.body)
    answer.stall()


@fault
def oversizeUndeclared(answer, argument):  # C8
    answer.start("Connection: close")
    for _ in range(int(argument) // 1_000):
        answer.send(b"1,2,3,4,5\n" * 100)
    answer.end()


@fault
def oversizeChunked(answer, argument):  # C8
    answer.start("Transfer-Encoding: chunked")
    for _ in range(int(argument) // 1_000):
        answer.chunk(b"1,2,3,4,5\n" * 100)
    answer.send(b"0\r\n\r\n")


def encoded(answer, data):
    answer.start("Content-Encoding: gzip", f"Content-Length: {len(data)}")
    answer.send(data)


@fault
def gzipBomb(answer):  # C9: 200 MiB in 200 KiB
    encoded(answer, gzip.compress(bytes(1 << 20), mtime=0) * 200)


@fault
def gzipUnasked(answer):  # C10
    encoded(answer, gzip.compress(answer.body, mtime=0))


@fault
def gzipCorrupt(answer):  # C11
    data = bytearray(gzip.compress(answer.body, mtime=0))
    data[len(data) // 2] ^= 0xFF
    encoded(answer, bytes(data))


@fault
def gzipTruncated(answer):  # C11
    data = gzip.compress(answer.body, mtime=0)
    encoded(answer, data[: len(data) // 2])


@fault
def splice(answer):  # C12: obeys a Range, with bytes of another file
    if "range" in answer.headers:
        partial(answer)
    else:
        short(answer)


@fault
def archive(answer, argument):  # C13
    answer.body = MAGIC[argument] + answer.body
    answer.good()


@fault
def flipped(answer):  # D8: one bit differs
    body = bytearray(answer.body)
    body[len(body) // 2] ^= 1
    answer.body = bytes(body)
    answer.good()


@fault
def random_(answer, argument):  # a seed, and whatever it brings
    names = sorted(name for name in PLAIN if name not in ("drip", "gzipBomb", "interimForever"))
    FAULTS[random.Random(argument + answer.path).choice(names)](answer)


ARGUED = {"status", "clock", "oversizeDeclared", "oversizeUndeclared", "oversizeChunked",
          "archive", "random"}
PLAIN = [name for name in FAULTS if name not in ARGUED]
