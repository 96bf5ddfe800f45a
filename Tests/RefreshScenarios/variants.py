"""The lists that a publisher would have to cheat or to err for: version 3 after a change."""

import base64
import datetime
import json
import re

from bundles import ACME, ACME_NOTE, BLUEBIRD, read


def day(offset):
    return str(datetime.datetime.now(datetime.timezone.utc).date() + datetime.timedelta(offset))


def instant(seconds):
    now = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=seconds)
    return now.strftime("%Y-%m-%dT%H:%M:%SZ")


def rewritten(signature, change):
    """A signature file whose bytes inside the Base64 are changed."""
    inner = change(base64.b64decode(b"".join(signature.split(b"\n")[1:-2])))
    text = base64.b64encode(inner)
    lines = [text[start : start + 70] for start in range(0, len(text), 70)]
    return b"\n".join(
        [b"-----BEGIN SSH SIGNATURE-----", *lines, b"-----END SSH SIGNATURE-----", b""]
    )


def last_byte(data):
    return data[:-1] + bytes([data[-1] ^ 1])


def line(text, number):
    return text.split(b"\n")[number]


def without_line(data, number):
    lines = data.split(b"\n")
    return b"\n".join(lines[:number] + lines[number + 1 :])


def doubled_key(draft):
    text = json.dumps(draft.manifest)
    draft.raw = re.sub(r'"version": 3', '"version": 3, "version": 4', text).encode()


def row(draft, number, path=ACME):
    return line(draft.files[path], number)


def cells(draft, number, **changes):
    """Row NUMBER of the list with some of its cells changed."""
    names = draft.files[ACME].split(b"\n")[0].decode().split(",")
    old = row(draft, number).decode().split(",")
    new = [changes.get(name, cell) for name, cell in zip(names, old)]
    return ",".join(new).encode()


def amount(text):
    """The amount of the first row becomes a text."""
    return lambda draft: draft.text(row(draft, 1), cells(draft, 1, amount_usd=text))


def appended(**changes):
    """The first row stands again at the end, with some of its cells changed."""
    def change(draft):
        draft.file(ACME, draft.files[ACME] + cells(draft, 1, **changes) + b"\n", count=False)
    return change


VARIANTS = {
    # D1
    "unsigned": lambda draft: draft.signature(lambda *_: None),
    "no-armor": lambda draft: draft.signature(lambda *_: b"signed, believe me\n"),
    "bad-base64": lambda draft: draft.signature(
        lambda signature, _: signature.replace(b"U1NIU0lH", b"U1NI*0lH")),
    "cut": lambda draft: draft.signature(
        lambda signature, _: rewritten(signature, lambda inner: inner[:-20])),
    "trailing": lambda draft: draft.signature(
        lambda signature, _: rewritten(signature, lambda inner: inner + b"more")),
    "huge": lambda draft: draft.signature(
        lambda signature, _: rewritten(signature, lambda inner: inner + bytes(5_000))),
    "wrong-namespace": lambda draft: draft.signature(
        lambda _, manifest: draft.publisher.sign(manifest, "fees", "file")),
    "wrong-hash": lambda draft: draft.signature(
        lambda _, manifest: draft.publisher.sign(manifest, "fees", options=["-O", "hashalg=sha256"])),
    "rsa": lambda draft: draft.by("rsa"),
    "stranger": lambda draft: draft.by("stranger"),
    "flipped-signature": lambda draft: draft.signature(
        lambda signature, _: rewritten(signature, last_byte)),
    "tampered": lambda draft: setattr(
        draft, "tampered", lambda manifest: manifest.replace(b'"rows": 104', b'"rows": 105')),
    "good-and-bad": lambda draft: draft.signature(
        lambda signature, _: signature + rewritten(signature, last_byte)),
    # D2
    "ending": lambda draft: draft.by("ending"),
    "future": lambda draft: draft.by("future"),
    "elsewhere": lambda draft: draft.by("elsewhere"),
    "both": lambda draft: draft.by("fees", "second"),
    "same-twice": lambda draft: draft.by("fees", "fees"),
    "with-stranger": lambda draft: draft.by("stranger", "fees"),
    # D3 to D7
    "fork": lambda draft: draft.set(version=2),
    "jump": lambda draft: draft.set(version=1_003),
    "leap": lambda draft: draft.set(version=1_002),
    "from-tomorrow": lambda draft: draft.set(issued=instant(7_200)),
    "other-past": lambda draft: draft.set(previousSha256="0" * 64),
    "no-past": lambda draft: draft.manifest.pop("previousSha256"),
    "expired": lambda draft: draft.set(
        issued=instant(-90 * 86_400), effective=day(-90), expires=day(-1)),
    "last-day": lambda draft: draft.set(effective=day(-1), expires=day(0)),
    "ends-soon": lambda draft: draft.set(expires=day(10)),
    "long": lambda draft: draft.set(expires=day(401)),
    "other-group": lambda draft: draft.channel(group="cove"),
    "other-payer": lambda draft: draft.channel(payer="acme"),
    "other-state": lambda draft: draft.channel(state="NV"),
    "other-currency": lambda draft: draft.channel(currency="CAD"),
    "newer-client": lambda draft: draft.set(minClient="99.0.0"),
    # D8, D9
    "mixed": lambda draft: draft.files.update(
        {BLUEBIRD: read(draft.publisher.path("v1", BLUEBIRD))}),
    "shorter": lambda draft: draft.files.update({ACME: draft.files[ACME][:-1]}),
    "larger": lambda draft: draft.files.update({ACME: draft.files[ACME] + b"\n"}),
    "upwards": lambda draft: draft.rename("../schedules/acme.csv"),
    "inside-upwards": lambda draft: draft.rename("schedules/../acme.csv"),
    "absolute": lambda draft: draft.rename("/etc/carequote.csv"),
    "nested": lambda draft: draft.rename("schedules/2026/acme.csv"),
    "long-name": lambda draft: draft.rename("schedules/" + "a" * 60 + ".csv"),
    "nul-name": lambda draft: draft.rename("schedules/acme\0.csv"),
    "device": lambda draft: draft.rename("schedules/con.csv"),
    "backslash": lambda draft: draft.rename("schedules\\acme.csv"),
    "capitals": lambda draft: draft.rename("schedules/ACME.csv"),
    "two-of-one": lambda draft: draft.rename(draft.manifest["files"][1]["name"]),
    "unknown-key": lambda draft: draft.set(note="hello"),
    "doubled-key": doubled_key,
    # C13
    "archive": lambda draft: draft.file(ACME, b"PK\x03\x04" + draft.files[ACME], count=False),
    "archive-gzip": lambda draft: draft.file(
        ACME, b"\x1f\x8b\x08\x00" + draft.files[ACME], count=False),
    # G2
    "big": lambda draft: draft.text("{\n", "{\n" + "\n" * 20_000, ACME_NOTE),
    # E
    "no-column": lambda draft: draft.text("service,modifier,", "service,"),
    "other-column": lambda draft: draft.text("amount_usd", "amount_eur"),
    "utf16": lambda draft: draft.file(
        ACME, draft.files[ACME].decode().encode("utf-16"), count=False),
    "latin1": lambda draft: draft.text(row(draft, 1), cells(draft, 1, modifier="\xe9").replace(
        "\xe9".encode(), b"\xe9")),
    "nul": lambda draft: draft.text(row(draft, 1), cells(draft, 1, modifier="\0")),
    "bidi": lambda draft: draft.text(row(draft, 1), cells(draft, 1, modifier="\u202e")),
    "late-bom": lambda draft: draft.text(row(draft, 1), "\ufeff".encode() + row(draft, 1)),
    "lone-cr": lambda draft: draft.text(row(draft, 1) + b"\n", row(draft, 1) + b"\r"),
    "open-quote": lambda draft: draft.text(row(draft, 1), b'"' + row(draft, 1)),
    "long-line": lambda draft: draft.text(
        row(draft, 1), cells(draft, 1, modifier="x" * 4_100)),
    "many-rows": lambda draft: draft.file(
        ACME, draft.files[ACME] + (row(draft, 1) + b"\n") * 100_000, count=False),
    "row-twice": appended(),
    "overlap": appended(effective_from="2026-06-01"),
    "unknown-service": lambda draft: draft.text("exam-new-brief", "exam-new-brisk"),
    "code-form": lambda draft: draft.text("exam-new-brief", "Exam 99202"),
    "formula": lambda draft: draft.text(row(draft, 1), cells(draft, 1, modifier="=1+1")),
    "negative": amount("-59.20"),
    "zero": amount("0.00"),
    "thirds": amount("59.201"),
    "exponent": amount("5.9e1"),
    "not-a-number": amount("NaN"),
    "infinite": amount("inf"),
    "thousands": amount('"1,059.20"'),
    "dollars": amount("$59.20"),
    "full-width": amount("\uff15\uff19.20"),
    "arabic": amount("\u0665\u0669.20"),
    "plus": amount("+59.20"),
    "overflow": amount("99999999999999999999.00"),
    "above-cap": amount("900000.00"),
    "wrong-day": lambda draft: draft.text("2026-12-31", "2026-02-30"),
    "broken-json": lambda draft: draft.text('"id"', '"id', ACME_NOTE),
    "json-key-twice": lambda draft: draft.text('"id"', '"id": "acme-ppo-2026", "id"', ACME_NOTE),
    "deep-json": lambda draft: draft.text(
        '"address": null', '"address": ' + "[" * 40 + "]" * 40, ACME_NOTE),
    "vanished-demanded": lambda draft: draft.file(
        ACME, b"".join(line + b"\n" for line in draft.files[ACME].split(b"\n")[:-1]
                       if b"adjust-extraspinal" not in line)),
    "wrong-rows": lambda draft: draft.entry(rows=draft.manifest["files"][0]["rows"] + 1),
    "wrong-total": lambda draft: draft.entry(
        totalCents=draft.manifest["files"][0]["totalCents"] + 1),
    "many-findings": lambda draft: draft.file(
        ACME, draft.files[ACME].replace(b",2026-01-01,", b",2026-13-01,"), count=False),
    # F
    "one-service": lambda draft: draft.prices(
        lambda cents, number: cents * 126 // 100 + 1 if number == 3 else cents),
    "many-services": lambda draft: draft.prices(
        lambda cents, number: cents * 112 // 100 if number % 10 == 0 else cents),
    "all-higher": lambda draft: draft.prices(lambda cents, _: cents * 115 // 100),
    "cents-for-dollars": lambda draft: draft.prices(
        lambda cents, number: cents * 100 if number < 3 else cents),
    "tenth": lambda draft: draft.prices(
        lambda cents, number: cents // 10 if number < 3 else cents),
    "vanished": lambda draft: draft.file(ACME, without_line(draft.files[ACME], 20)),
    "fewer-rows": lambda draft: draft.file(
        ACME, b"\n".join(draft.files[ACME].split(b"\n")[:70]) + b"\n"),
}
