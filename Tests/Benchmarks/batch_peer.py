"""Answers the requests of requests.py with msgspec, NumPy and orjson, as a peer of `carequote batch`.

Usage: batch_peer.py TABLES [DIGESTS] < REQUESTS > ANSWERS
msgspec reads each line into typed structs, NumPy shares one service line of all requests of a block
at once, and orjson writes. DIGESTS is JSON, the digest of the tables that are read for each plan by
its name, and for stated plans by the name `stated`. With it the answers are the lines of `carequote
batch --summary`, byte for byte; msgspec then fills in the defaults and writes the canonical request,
of which hashlib makes the id. Without it they are the amounts alone.

The peer screens nobody, checks neither the tables nor that the visits are in order, and knows of the
rules of insurance those alone that such requests meet: one plan in network, one general deductible
and maximum, one limit of visits that every row names, a copay by the visit or coinsurance, and
established patients whose sessions are an adjustment and 15 minutes of a therapy.
Money is whole cents.
"""

import csv
import gc
import hashlib
import itertools
import os
import sys

import msgspec
import numpy
import orjson
from msgspec import UNSET, UnsetType

BLOCK = 500
CATEGORIES = {"chiropractic": 0, "physicalMedicine": 1}


# The members of a struct stand in the order of their names, as in the canonical request.

class Timed(msgspec.Struct, gc=False, kw_only=True):
    minutes: int
    service: str


class Session(msgspec.Struct, gc=False, kw_only=True):
    extraspinal: bool = False
    other: list[str] = []
    spinalRegions: int
    technique: str = "manipulation"
    timed: list[Timed]


class Service(msgspec.Struct, gc=False, frozen=True):
    code: str
    charge: str
    allowed: str
    selfPay: str


class Visit(msgspec.Struct, gc=False, kw_only=True):
    careType: str = "active"
    date: str
    services: list[Service] | UnsetType = UNSET
    session: Session | UnsetType = UNSET


class Copay(msgspec.Struct, gc=False, kw_only=True):
    amount: str


class Benefit(msgspec.Struct, gc=False, kw_only=True):
    afterExhaustion: str = "contracted"
    category: str
    coinsurance: str = "0"
    coinsuranceBase: str = "afterDeductibleAndCopay"
    copay: Copay | UnsetType = UNSET
    countsTowardOutOfPocketMaximum: bool = True
    coverage: str = "covered"
    deductibleApplies: bool = True
    limits: list[str] = []
    maintenance: str = "notCovered"
    network: str = "in"
    referralRequired: bool = False
    waitingPeriodMonths: int = 0
    waivedAfterOutOfPocketMaximum: bool = True
    writeOffAfterExhaustion: str = "keep"


class Deductible(msgspec.Struct, gc=False, kw_only=True):
    byCategory: dict[str, str] = {}
    familyCoverage: bool = False
    familyType: str = "embedded"
    individual: str
    order: str = "beforeCoinsurance"


class Amount(msgspec.Struct, gc=False, kw_only=True):
    individual: str


class Limit(msgspec.Struct, gc=False, kw_only=True):
    counting: str = "allowed"
    excludesFirstVisit: bool = False
    id: str
    kind: str = "hard"
    maximum: int
    period: str = "benefitYear"
    scope: str = "individual"
    unit: str


class Period(msgspec.Struct, gc=False, kw_only=True):
    kind: str = "calendarYear"


class Plan(msgspec.Struct, gc=False, kw_only=True):
    benefitPeriod: Period = msgspec.field(default_factory=Period)
    benefits: list[Benefit]
    coordination: str = "standard"
    deductible: Deductible | None | UnsetType = UNSET
    effectiveFrom: str
    federalProgram: bool = False
    feeSchedule: str | UnsetType = UNSET
    hsaCompatible: bool = False
    id: str
    limits: list[Limit]
    outOfPocketMaximum: Amount
    payerName: str
    planName: str
    planType: str


class Met(msgspec.Struct, gc=False, kw_only=True):
    individualMet: str | UnsetType = UNSET


class Use(msgspec.Struct, gc=False, kw_only=True):
    used: int


class Accumulators(msgspec.Struct, gc=False, kw_only=True):
    asOf: str
    deductible: Met = msgspec.field(default_factory=Met)
    limits: dict[str, Use]
    outOfPocket: Met = msgspec.field(default_factory=Met)
    source: str


class Coverage(msgspec.Struct, gc=False, kw_only=True):
    accumulators: Accumulators
    network: str = "in"
    plan: str | Plan


class Patient(msgspec.Struct, gc=False, kw_only=True):
    lastSeen: str


class Payment(msgspec.Struct, gc=False, kw_only=True):
    option: str = "perVisit"


class Request(msgspec.Struct, gc=False, kw_only=True):
    asOf: str
    assumePricesContinue: bool
    clinic: str = "harbor-spine"
    coverage: list[Coverage]
    diagnosisCodes: list[str] = []
    offers: list[str] = []
    patient: Patient
    payment: Payment = msgspec.field(default_factory=Payment)
    visits: list[Visit]


class Memory(dict):
    """What a function answered, by its one argument."""

    def __init__(self, function):
        super().__init__()
        self.function = function

    def __missing__(self, key):
        self[key] = answer = self.function(key)
        return answer


def cents_of(text: str) -> int:
    """The cents of dollars, and the percent of a fraction."""
    whole, _, part = text.partition(".")
    return int(whole) * 100 + int(part.ljust(2, "0"))


cents = Memory(cents_of)


class Tables:
    """What is needed of the tables, read once, and every line of service that was met."""

    def __init__(self, folder: str):
        self.folder = folder
        services = [row for row in self.rows("services.csv") if row["category"] in CATEGORIES]
        self.category = {row["code"]: CATEGORIES[row["category"]] for row in services}
        self.names = {row["code"]: (row["category"], row["service"]) for row in services}
        with open(os.path.join(folder, "rules/spinal-regions.json"), "rb") as file:
            bands = orjson.loads(file.read())["bands"]
        self.adjustment = {
            regions: band["service"]
            for band in bands for regions in range(band["fromRegions"], band["toRegions"] + 1)
        }
        self.charges = self.schedule("clinics/harbor-spine/charges.csv")
        self.self_pay = self.schedule("clinics/harbor-spine/self-pay.csv")
        self.schedules = Memory(lambda name: self.schedule(f"schedules/{name}.csv"))
        self.plans = Memory(self.plan)
        self.terms = Memory(self.terms_of)
        self.lines: list[tuple] = []
        self.stated = Memory(self.stated_line)
        # The text of each stated line in a canonical request; a session has none of its own.
        self.canonical: list[msgspec.Raw | None] = []
        self.sessions = Memory(self.session_lines)

    def rows(self, name: str) -> list[dict]:
        with open(os.path.join(self.folder, name), encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def schedule(self, name: str) -> dict[str, list[tuple[str, int]]]:
        """The prices of each service with their first days; the last one goes on."""
        prices: dict[str, list[tuple[str, int]]] = {}
        for row in self.rows(name):
            if not row["modifier"]:
                price = row["effective_from"], cents[row["amount_usd"]]
                prices.setdefault(row["service"], []).append(price)
        return {service: sorted(dated) for service, dated in prices.items()}

    def plan(self, name: str) -> Plan:
        with open(os.path.join(self.folder, f"plans/{name}.json"), "rb") as file:
            return msgspec.json.decode(file.read(), type=Plan)

    def terms_of(self, name: str) -> tuple:
        return terms(self.plans[name])

    def line(
        self, category: int, charge: int, allowed: int, self_pay: int,
        canonical: msgspec.Raw | None = None,
    ) -> int:
        """Keeps a line, and gives its place: what a plan allows, and what the patient pays beyond
        the limit at the self-pay price."""
        self.lines.append((category, min(charge, allowed), min(charge, self_pay)))
        self.canonical.append(canonical)
        return len(self.lines) - 1

    def stated_line(self, line: Service) -> int:
        category, service = self.names[line.code]
        filled = {
            "allowed": line.allowed, "category": category, "charge": line.charge,
            "code": line.code, "modifiers": [], "selfPay": line.selfPay, "service": service,
            "units": 1,
        }
        return self.line(
            self.category[line.code], cents[line.charge], cents[line.allowed], cents[line.selfPay],
            msgspec.Raw(orjson.dumps(filled)),
        )

    def session_lines(self, session: tuple[str, str, int, str, int]) -> list[int]:
        """An adjustment and one unit of a therapy, so that no payer has a second one to reduce."""
        schedule, day, regions, therapy, minutes = session
        if minutes != 15:
            raise ValueError(f"{minutes} minutes")
        return [
            self.line(category, *(
                [price for first, price in prices[service] if first <= day][-1]
                for prices in (self.charges, self.schedules[schedule], self.self_pay)
            ))
            for category, service in enumerate((self.adjustment[regions], therapy))
        ]


def terms(plan: Plan) -> tuple:
    """Deductible, maximum, visits, copay, percent of an adjustment and of a therapy, and whether
    the self-pay price holds beyond the limit."""
    limit, = plan.limits
    rows = {row.category: row for row in plan.benefits}
    adjustment, therapy = rows["chiropractic"], rows["physicalMedicine"]
    return (
        cents[plan.deductible.individual] if plan.deductible else 0,
        cents[plan.outOfPocketMaximum.individual],
        limit.maximum,
        cents[adjustment.copay.amount] if adjustment.copay else 0,
        cents[adjustment.coinsurance],
        cents[therapy.coinsurance],
        adjustment.afterExhaustion == "selfPay",
    )


def figures(requests: list[Request], tables: Tables) -> tuple:
    """The terms and figures of each request, the years of its visits, and the lines of each."""
    heads, years, lines, counts = [], [], [], []
    stated, sessions = tables.stated.__getitem__, tables.sessions
    for request in requests:
        coverage, = request.coverage
        plan, used = coverage.plan, coverage.accumulators
        schedule = None
        if isinstance(plan, str):
            of_plan = tables.terms[plan]
            plan = tables.plans[plan]
            schedule = plan.feeSchedule
        else:
            of_plan = terms(plan)
        met, paid = used.deductible.individualMet, used.outOfPocket.individualMet
        heads.append(of_plan + (
            cents[met] if met else 0,
            cents[paid] if paid else -1,
            used.limits[plan.limits[0].id].used,
            int(used.asOf[:4]),
        ))
        for visit in request.visits:
            years.append(visit.date[:4])
            if visit.services is not UNSET:
                found = list(map(stated, visit.services))
            else:
                session = visit.session
                timed, = session.timed
                found = sessions[
                    schedule, visit.date, session.spinalRegions, timed.service, timed.minutes]
            counts.append(len(found))
            lines += found
    return (
        numpy.array(heads).T, numpy.array(years, dtype="S4").astype(int).reshape(len(heads), -1),
        numpy.array(counts), lines,
    )


def share(requests: list[Request], tables: Tables) -> tuple[list[numpy.ndarray], list[int]]:
    """Today, low, expected, high and what the plan pays of each request, in cents, and the places
    of all lines."""
    heads, years, counts, lines = figures(requests, tables)
    number, visits = years.shape
    # Every visit has room for as many lines as the longest; a line that is not there costs nothing.
    most = counts.max()
    places = numpy.zeros((number * visits, most), dtype=int)
    places[numpy.arange(most) < counts[:, None]] = numpy.array(lines) + 1
    places = places.reshape(number, visits, most).transpose(1, 2, 0)
    known = numpy.array([(0, 0, 0)] + tables.lines).T
    # A request whose figure is open has a second row, in which all of it is used.
    is_open = heads[8] < 0
    rows = numpy.concatenate([numpy.arange(number), numpy.flatnonzero(is_open)])
    (deductible, maximum, limit, copay, *percents, pays_self, met, paid, used, year) = heads[:, rows]
    paid = numpy.maximum(paid, 0)
    paid[number:] = maximum[number:]
    places = places[:, :, rows]
    is_therapy, allowed, self_pay = known[:, places]
    percent = numpy.where(is_therapy, percents[1], percents[0])
    beyond = numpy.where(pays_self, self_pay, allowed)
    turns = numpy.diff(years[rows], axis=1, prepend=year[:, None]).T > 0
    deductible_left = numpy.maximum(deductible - met, 0)
    room = numpy.maximum(maximum - paid, 0)
    patient = numpy.zeros_like(room)
    plan = numpy.zeros_like(room)
    today = None
    for visit in range(visits):
        new = turns[visit]
        if new.any():
            deductible_left = numpy.where(new, deductible, deductible_left)
            room = numpy.where(new, maximum, room)
            used = numpy.where(new, 0, used)
        is_covered = used < limit
        used = used + is_covered
        due = copay
        for line in range(most):
            left = allowed[visit, line] * is_covered
            whole = left
            taken = numpy.minimum(due, left)
            due = due - taken
            left = left - taken
            from_deductible = numpy.minimum(deductible_left, left) * (copay == 0)
            deductible_left = deductible_left - from_deductible
            left = left - from_deductible
            owed = taken + from_deductible + (left * percent[visit, line] + 50) // 100
            # What the maximum takes off needs no part of its own: the plan pays all until the new
            # year, when the deductible starts anew as well.
            owed = numpy.minimum(owed, room)
            room = room - owed
            plan += whole - owed
            patient += numpy.where(is_covered, owed, beyond[visit, line])
        if today is None:
            today = patient.copy()
    low, high = patient[:number].copy(), patient[:number].copy()
    other = patient[number:]
    low[is_open] = numpy.minimum(low[is_open], other)
    high[is_open] = numpy.maximum(high[is_open], other)
    return [today[:number], low, patient[:number], high, plan[:number]], lines


def ids(
    requests: list[Request], places: list[int], tables: Tables, digests: dict[str, bytes],
) -> list[str]:
    """The first digits of the SHA-256 of each canonical request after the digest of its tables."""
    encode, replace = msgspec.json.Encoder().encode, msgspec.structs.replace
    made, end = [], 0
    for request in requests:
        plan = request.coverage[0].plan
        if isinstance(plan, str):
            end += 2 * len(request.visits)
        else:
            # What was read stays as it is: objects that are freed out of their order leave holes in
            # memory, which made all of the peer slower.
            plan, visits = "stated", []
            for visit in request.visits:
                start, end = end, end + len(visit.services)
                lines = [tables.canonical[place] for place in places[start:end]]
                visits.append(Visit(date=visit.date, services=lines))
            request = replace(request, visits=visits)
        made.append(hashlib.sha256(digests[plan] + encode(request)).hexdigest()[:12])
    return made


def main() -> None:
    gc.disable()  # nothing here refers in a circle
    tables = Tables(sys.argv[1])
    digests = None
    if len(sys.argv) > 2:
        digests = {
            name: digest.encode() + b"\n" for name, digest in orjson.loads(sys.argv[2]).items()}
    decoder = msgspec.json.Decoder(Request)
    dollars = Memory(lambda amount: f"{amount // 100}.{amount % 100:02d}")
    write = sys.stdout.buffer.write
    while block := list(itertools.islice(sys.stdin.buffer, BLOCK)):
        requests = [decoder.decode(line) for line in block]
        columns, places = share(requests, tables)
        columns = [column.tolist() for column in columns]
        made = ids(requests, places, tables, digests) if digests else itertools.repeat("")
        answers = [
            orjson.dumps(
                {
                    "id": name, "asOf": request.asOf, "outcome": "notRecorded",
                    "visits": len(request.visits), "today": dollars[today], "low": dollars[low],
                    "expected": dollars[expected], "high": dollars[high],
                    "planPays": dollars[plan], "secondaryPays": "0.00",
                },
                option=orjson.OPT_APPEND_NEWLINE,
            )
            for name, request, today, low, expected, high, plan in zip(made, requests, *columns)
        ]
        write(b"".join(answers))


if __name__ == "__main__":
    main()
