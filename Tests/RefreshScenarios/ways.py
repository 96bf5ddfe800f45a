"""How a scenario runs the program: plainly, limited, beside another run, stopped in the middle."""

import os
import re
import resource
import signal
import socket
import subprocess
import time

from bundles import read, write

PATIENCE = 60  # seconds after which a run is called hung


class Ran:
    def __init__(self, code, output, error, seconds):
        self.code, self.output, self.error, self.seconds = code, output, error, seconds


def run(case, prefix=(), **options):
    started = time.monotonic()
    done = subprocess.run([*prefix, *case.command], env=case.environment, capture_output=True,
                          text=True, timeout=PATIENCE, stdin=subprocess.DEVNULL, **options)
    return Ran(done.returncode, done.stdout, done.stderr, time.monotonic() - started)


def file_size_limit(case):
    """G2: no file may grow beyond 12 KiB, which the audit log does not and a table would."""
    limit = (12_288, 12_288)
    return run(case, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limit))


def unprivileged(case):
    """G4: the store is another user's; mode bits do not bite the superuser."""
    if os.geteuid() == 0:
        return run(case, ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"])
    for folder, _, _ in os.walk(case.store):
        os.chmod(folder, 0o555)
    ran = run(case)
    for folder, _, _ in os.walk(case.store):
        os.chmod(folder, 0o755)
    return ran


def read_only(case):
    """G4: the store lies on a read-only file system."""
    script = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"'
    return run(case, ["unshare", "-m", "sh", "-c", script, case.store])


def no_name_server(case):
    """A2: the name server takes questions and never answers."""
    silent = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    silent.bind(("127.0.0.99", 53))
    resolver = os.path.join(case.folder, "resolv.conf")
    write(resolver, b"nameserver 127.0.0.99\n")
    script = 'mount --bind "$0" /etc/resolv.conf && exec "$@"'
    try:
        return run(case, ["unshare", "-m", "sh", "-c", script, resolver])
    finally:
        silent.close()


def start(case, until):
    """Starts the program and waits until it says something."""
    process = subprocess.Popen(case.command, env=case.environment, text=True,
                               stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                               stderr=open(case.path("error"), "w"))
    for _ in range(400):
        if until in read(case.path("error")).decode() or process.poll() is not None:
            break
        time.sleep(0.02)
    return process


def finish(case, process, started):
    output, _ = process.communicate(timeout=PATIENCE)
    return Ran(process.returncode, output, read(case.path("error")).decode(),
               time.monotonic() - started)


def stopped(number):
    def way(case):
        """G11: a signal in the middle of a download."""
        process = start(case, "fetching")
        time.sleep(0.4)
        started = time.monotonic()  # what counts is how soon it ends from here
        process.send_signal(number)
        return finish(case, process, started)
    return way


def two_at_once(case):
    """G8: the second of two runs ends at once and names the first."""
    process = start(case, "fetching")
    time.sleep(1)  # the first one's request is to be among those that are counted
    second = run(case)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    if not re.search(rf"\b{process.pid}\b.*\d{{4}}-\d\d-\d\dT\d\d:\d\d:\d\dZ", second.error):
        second.error += f"(the holder {process.pid} is not named)"
        second.code = -1
    return second


def lock_dies_with_holder(case):
    """G8, G12: after kill -9 of one run the next takes the store over."""
    process = start(case, "fetching")
    process.send_signal(signal.SIGKILL)
    process.communicate()
    return run(case)


def again(case):
    """The same run twice: the second finds nothing new."""
    first = run(case)
    second = run(case)
    if first.code == 0 and second.code == 0 and "unchanged" not in second.output:
        second.code = -1
    return second


WAYS = {
    "run": run, "fileSizeLimit": file_size_limit, "unprivileged": unprivileged,
    "readOnly": read_only, "noNameServer": no_name_server,
    "terminated": stopped(signal.SIGTERM), "interrupted": stopped(signal.SIGINT),
    "twoAtOnce": two_at_once, "afterKill": lock_dies_with_holder, "again": again,
}
NEEDS_ROOT = {"readOnly", "noNameServer"}
