"""Writes requests of 24 visits as JSON Lines, the same for the same seed.

Usage: requests.py COUNT [CLINICS]
They are what clinics ask in bulk over a year, each with its own price list and 12 to 60 insurers'
plans among all of them: plans of the tables and stated ones, sessions from the tables and services
with their amounts, on different days and after different use. One in eight leaves a figure open, as
nobody has called the insurer yet. Those of all clinics come in no order.
"""

import datetime
import json
import random
import sys

# The plans of the tables with the general deductible and the visits of each, in cents.
PLANS = {"acme-ppo-1500": (1500_00, 20), "bluebird-hmo-30": (0, 24)}
CODES = {"98941": 72_00, "97110": 55_00, "97140": 50_00}
PAYERS = ["Acme", "Bluebird", "Cascade", "Delta Valley", "Evergreen", "Foothill"]
DAY = datetime.timedelta(days=1)
FIRST_DAY = datetime.date(2026, 1, 2)  # of the tables' prices, and not a holiday


def dollars(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02d}"


def working_days(count: int) -> list[datetime.date]:
    days = (FIRST_DAY + index * DAY for index in range(2 * count))
    return [day for day in days if day.weekday() < 5][:count]


def price_list(pick: random.Random) -> list[dict]:
    """What one clinic charges, what one insurer allows of it, and the price without insurance."""
    lines = []
    for code, regular in CODES.items():
        charge = regular + pick.randrange(0, 20_01, 50)
        lines.append({"code": code, "charge": dollars(charge),
                      "allowed": dollars(charge * pick.randrange(45, 75) // 100),
                      "selfPay": dollars(charge * pick.randrange(70, 96) // 100)})
    return lines


def stated_plan(pick: random.Random, number: int) -> dict:
    deductible = pick.randrange(250_00, 2500_01, 250_00)
    rows = [
        {"category": name, "coinsurance": pick.choice(["0.10", "0.15", "0.20", "0.25", "0.30"]),
         "limits": ["v"], "afterExhaustion": "selfPay"}
        for name in ("chiropractic", "physicalMedicine", "officeVisit")
    ]
    return {
        "id": f"told-{number}", "payerName": pick.choice(PAYERS), "planName": f"PPO {number}",
        "planType": "PPO", "effectiveFrom": "2026-01-01",
        "deductible": {"individual": dollars(deductible)},
        "outOfPocketMaximum": {"individual": dollars(deductible + pick.randrange(15, 61) * 100_00)},
        "limits": [{"id": "v", "unit": "visits", "maximum": pick.randrange(12, 31)}],
        "benefits": rows,
    }


KINDS = random.Random(2026)
DAYS = working_days(250)
PRICE_LISTS = [price_list(KINDS) for _ in range(40)]
STATED_PLANS = [stated_plan(KINDS, number) for number in range(1, 61)]


def visits(pick: random.Random, start: datetime.date, is_stated: bool,
           price_lists: list) -> list[dict]:
    """Two visits a week, neither on a weekend."""
    regions = pick.choice([2, 3, 3, 5])
    lines = pick.choice(price_lists)[:pick.choice([2, 3, 3])]
    later = (2 if start.weekday() < 3 else 4) * DAY
    made = []
    for index in range(24):
        date = start + 7 * (index // 2) * DAY + index % 2 * later
        visit = {"date": date.isoformat()}
        if is_stated:
            visit["services"] = lines
        else:
            visit["session"] = {"spinalRegions": regions,
                                "timed": [{"service": "therapeutic-exercise", "minutes": 15}]}
        made.append(visit)
    return made


def cents(text: str) -> int:
    return int(text.replace(".", ""))


def request(pick: random.Random, clinics: int) -> dict:
    is_stated = pick.random() < 0.75
    start = pick.choice(DAYS)
    as_of = max(FIRST_DAY, start - pick.randrange(10) * DAY)
    if is_stated:
        plan = pick.choice(STATED_PLANS[:12 * clinics])
        limit = plan["limits"][0]
        name, maximum = limit["id"], limit["maximum"]
        deductible = cents(plan["deductible"]["individual"])
        most = cents(plan["outOfPocketMaximum"]["individual"])
    else:
        plan = pick.choice(list(PLANS))
        name = "treatment-visits"
        deductible, maximum = PLANS[plan]
        most = 4000_00
    met = pick.randrange(0, deductible + 1, 5_00)
    used = {"asOf": as_of.isoformat(), "source": "portal"}
    if deductible:
        used["deductible"] = {"individualMet": dollars(met)}
    if pick.random() >= 0.125:
        used["outOfPocket"] = {"individualMet": dollars(pick.randrange(met, most + 1, 5_00))}
    used["limits"] = {name: {"used": pick.randrange(0, maximum - 3)}}
    return {
        "asOf": as_of.isoformat(), "patient": {"lastSeen": "2025-11-05"},
        "visits": visits(pick, start, is_stated, PRICE_LISTS[:clinics]), "assumePricesContinue": True,
        "coverage": [{"plan": plan, "accumulators": used}],
    }


def main() -> None:
    count = int(sys.argv[1])
    clinics = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    pick = random.Random(24)
    for _ in range(count):
        print(json.dumps(request(pick, clinics), separators=(",", ":")))


if __name__ == "__main__":
    main()
