"""Writes requests of 24 visits as JSON Lines, the same for the same seed.

Usage: requests.py COUNT [SEED]
They are what a clinic asks in bulk: plans of the tables and stated ones, sessions from the tables
and services with their amounts, at different days and after different use. One in eight leaves a
figure open, as nobody has called the insurer yet.
"""

import datetime
import json
import random
import sys

PLANS = ["acme-ppo-1500", "bluebird-hmo-30"]
LINES = [
    {"code": "98941", "charge": "72.00", "allowed": "45.10", "selfPay": "60.00"},
    {"code": "97110", "charge": "55.00", "allowed": "30.20", "selfPay": "40.00"},
    {"code": "97140", "charge": "50.00", "allowed": "27.85", "selfPay": "40.00"},
]


def dollars(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02d}"


def plan(pick: random.Random) -> dict:
    rows = [
        {"category": name, "coinsurance": pick.choice(["0.10", "0.20", "0.30"]), "limits": ["v"],
         "afterExhaustion": "selfPay"}
        for name in ("chiropractic", "physicalMedicine", "officeVisit")
    ]
    return {
        "id": "told", "payerName": "Acme", "planName": "PPO", "planType": "PPO",
        "effectiveFrom": "2026-01-01", "deductible": {"individual": "1500.00"},
        "outOfPocketMaximum": {"individual": "6000.00"},
        "limits": [{"id": "v", "unit": "visits", "maximum": 20}], "benefits": rows,
    }


def visits(pick: random.Random, is_stated: bool) -> list[dict]:
    day = datetime.date(2026, 11, 23) + datetime.timedelta(days=7 * pick.randrange(4))
    regions = pick.choice([2, 3, 3, 5])
    count = pick.choice([2, 3, 3])
    made = []
    for index in range(24):
        date = day + datetime.timedelta(days=7 * (index // 2) + (index % 2) * 2)
        visit = {"date": date.isoformat()}
        if is_stated:
            visit["services"] = LINES[:count]
        else:
            visit["session"] = {"spinalRegions": regions,
                                "timed": [{"service": "therapeutic-exercise", "minutes": 15}]}
        made.append(visit)
    return made


def request(pick: random.Random) -> dict:
    is_stated = pick.random() < 0.75
    used = {"asOf": "2026-11-20", "source": "portal",
            "deductible": {"individualMet": dollars(pick.randrange(0, 1500_01, 500))},
            "outOfPocket": {"individualMet": dollars(pick.randrange(1500_00, 4000_01, 500))}}
    if is_stated:
        chosen = plan(pick)
        used["limits"] = {"v": {"used": pick.randrange(0, 16)}}
    else:
        chosen = pick.choice(PLANS)
        if chosen != "acme-ppo-1500":
            del used["deductible"]
    if pick.random() < 0.125:
        del used["outOfPocket"]
    return {
        "asOf": "2026-11-20", "patient": {"lastSeen": "2026-10-05"},
        "visits": visits(pick, is_stated), "assumePricesContinue": True,
        "coverage": [{"plan": chosen, "accumulators": used}],
    }


def main() -> None:
    count = int(sys.argv[1])
    pick = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 24)
    for _ in range(count):
        print(json.dumps(request(pick), separators=(",", ":")))


if __name__ == "__main__":
    main()
