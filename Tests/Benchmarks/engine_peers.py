"""The same courses and the same arithmetic as Engine.swift, in plain Python and in NumPy.

Usage: engine_peers.py plain|numpy COURSES   (prints `ready`; one pass for each line of input)

Both are written for speed in their own idiom: plain Python keeps integers in local names, NumPy
shares one line of all courses of a block at once. Money is whole cents in both.
"""

import sys
import time

PARTS = [
    "charge", "allowed", "writeOff", "deductible", "copay", "coinsurance",
    "overLimit", "balanceBill", "notCovered", "planPays", "secondaryPays", "patientPays",
]
AS_OF = 20_727  # 2026-10-01 in days since 1970-01-01
NEW_YEAR = 20_819  # 2027-01-01
DEDUCTIBLE, FAMILY_DEDUCTIBLE = 1_500_00, 3_000_00
MAXIMUM, FAMILY_MAXIMUM = 4_000_00, 8_000_00
VISITS, DOLLARS = 20, 600_00
EXAM, ADJUSTMENT, EXERCISE, TRACTION = range(4)


def generator(seed):
    state, mask = seed, (1 << 64) - 1

    def up_to(bound):
        nonlocal state
        state = (state + 0x9E3779B97F4A7C15) & mask
        mixed = state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & mask
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & mask
        return ((mixed ^ (mixed >> 31)) >> 1) % bound

    return up_to


def generate(count):
    """Schedules of (charge, allowed, self-pay) by service, and the courses."""
    up_to = generator(7)
    schedules = []
    for _ in range(16):
        rows = []
        for regular in (120_00, 65_00, 48_00, 30_00):
            charge = regular + up_to(20_00)
            allowed = charge - up_to(regular // 2)
            rows.append((charge, allowed, charge - up_to(10_00)))
        schedules.append(rows)
    courses = []
    for _ in range(count):
        deductible = up_to(1_500_01)
        family = deductible + up_to(1_500_00)
        paid = deductible + up_to(2_000_00)
        family_paid = paid + up_to(2_000_00)
        visits, dollars, day = up_to(15), up_to(300_00), AS_OF + up_to(60)
        courses.append((deductible, family, paid, family_paid, visits, dollars, day, up_to(16)))
    return schedules, courses


def plain(schedules, courses):
    """One pass over all courses, line by line."""
    charges = alloweds = write_offs = deductibles = copays = coinsurances = 0
    over_limits = uncovered = plan_pays = 0
    for deductible, family, paid, family_paid, visits, dollars, day, schedule in courses:
        prices = schedules[schedule]
        is_new = False
        for number in range(24):
            date = day + number * 7 // 2
            if not is_new and date >= NEW_YEAR:
                is_new = True
                deductible = family = paid = family_paid = visits = dollars = 0
            is_counted = False
            services = (EXAM, ADJUSTMENT, EXERCISE) if number == 0 else (
                ADJUSTMENT, EXERCISE, TRACTION)
            for service in services:
                charge, allowed, self_pay = prices[service]
                charges += charge
                if service in (ADJUSTMENT, TRACTION) and not is_counted and visits >= VISITS:
                    price = min(self_pay, charge) if service == ADJUSTMENT else min(allowed, charge)
                    uncovered += price
                    write_offs += charge - price
                    continue
                allowed = min(allowed, charge)
                left, taken, copay = allowed, 0, 0
                if service == EXAM:
                    copay = min(40_00, left)
                    left -= copay
                else:
                    if service == ADJUSTMENT:
                        copay = min(20_00, left)
                        left -= copay
                    room = min(max(DEDUCTIBLE - deductible, 0), max(FAMILY_DEDUCTIBLE - family, 0))
                    taken = min(room, left)
                    left -= taken
                    if service == TRACTION:
                        copay = min(15_00, left)
                        left -= copay
                percent = (0, 10, 20, 30)[service]
                coinsurance = min((left * percent + 50) // 100, left)
                room = max(min(MAXIMUM - paid, FAMILY_MAXIMUM - family_paid), 0)
                share = taken + copay + coinsurance
                excess = max(share - room, 0)
                if excess:
                    cut = min(coinsurance, excess)
                    coinsurance -= cut
                    excess -= cut
                    cut = min(copay, excess)
                    copay -= cut
                    excess -= cut
                    taken -= min(taken, excess)
                counted = min(share, room)
                paid += counted
                family_paid += counted
                payment = allowed - taken - copay - coinsurance
                if service == EXERCISE:
                    over = max(payment - max(DOLLARS - dollars, 0), 0)
                    payment -= over
                    over_limits += over
                    dollars += payment
                elif service in (ADJUSTMENT, TRACTION) and not is_counted:
                    is_counted = True
                    visits += 1
                deductible += taken
                family += taken
                alloweds += allowed
                write_offs += charge - allowed
                deductibles += taken
                copays += copay
                coinsurances += coinsurance
                plan_pays += payment
    patient = deductibles + copays + coinsurances + over_limits + uncovered
    return [charges, alloweds, write_offs, deductibles, copays, coinsurances,
            over_limits, 0, uncovered, plan_pays, 0, patient]


def vectorised(schedules, courses, block=4096):
    """A function that makes one pass, one line of a whole block at a time."""
    import numpy as np

    prices = np.array(schedules, dtype=np.int64)
    columns = np.array(courses, dtype=np.int64).T.copy()

    def one_pass():
        sums = np.zeros(12, dtype=np.int64)
        for start in range(0, columns.shape[1], block):
            (deductible, family, paid, family_paid, visits, dollars, day, schedule) = (
                column.copy() for column in columns[:, start:start + block])
            is_new = np.zeros(day.shape, dtype=bool)
            table = [[prices[schedule, service, kind] for kind in range(3)] for service in range(4)]
            totals = [0] * 12
            for number in range(24):
                turns = (day + number * 7 // 2 >= NEW_YEAR) & ~is_new
                if turns.any():
                    is_new |= turns
                    for figure in (deductible, family, paid, family_paid, visits, dollars):
                        figure[turns] = 0
                has_room = visits < VISITS
                services = (EXAM, ADJUSTMENT, EXERCISE) if number == 0 else (
                    ADJUSTMENT, EXERCISE, TRACTION)
                if ADJUSTMENT in services:
                    visits += has_room
                for service in services:
                    charge, allowed, self_pay = table[service]
                    allowed = np.minimum(allowed, charge)
                    totals[0] += charge.sum()
                    covered = has_room if service in (ADJUSTMENT, TRACTION) else None
                    left, copay, taken = allowed, 0, 0
                    if service == EXAM:
                        copay = np.minimum(40_00, left)
                        left = left - copay
                    else:
                        if service == ADJUSTMENT:
                            copay = np.minimum(20_00, left)
                            left = left - copay
                        room = np.minimum(DEDUCTIBLE - deductible, FAMILY_DEDUCTIBLE - family)
                        np.maximum(room, 0, out=room)
                        taken = np.minimum(room, left)
                        left = left - taken
                        if service == TRACTION:
                            copay = np.minimum(15_00, left)
                            left = left - copay
                    percent = (0, 10, 20, 30)[service]
                    coinsurance = (left * percent + 50) // 100 if percent else 0 * left
                    room = np.minimum(MAXIMUM - paid, FAMILY_MAXIMUM - family_paid)
                    np.maximum(room, 0, out=room)
                    share = taken + copay + coinsurance
                    excess = np.maximum(share - room, 0)
                    if excess.any():
                        cut = np.minimum(coinsurance, excess)
                        coinsurance = coinsurance - cut
                        excess = excess - cut
                        cut = np.minimum(copay, excess)
                        copay = copay - cut
                        excess = excess - cut
                        taken = taken - np.minimum(taken, excess)
                    counted = np.minimum(share, room)
                    payment = allowed - taken - copay - coinsurance
                    if service == EXERCISE:
                        over = payment - np.maximum(DOLLARS - dollars, 0)
                        np.maximum(over, 0, out=over)
                        payment = payment - over
                        totals[6] += over.sum()
                        dollars += payment
                    write_off = charge - allowed
                    if covered is not None:
                        price = np.minimum(self_pay, charge) if service == ADJUSTMENT else allowed
                        uncovered = np.where(covered, 0, price)
                        totals[8] += uncovered.sum()
                        write_off = np.where(covered, write_off, charge - price)
                        allowed = allowed * covered
                        taken = taken * covered
                        copay = copay * covered
                        coinsurance = coinsurance * covered
                        counted = counted * covered
                        payment = payment * covered
                    paid += counted
                    family_paid += counted
                    deductible += taken
                    family += taken
                    totals[1] += allowed.sum()
                    totals[2] += write_off.sum()
                    totals[3] += np.sum(taken)
                    totals[4] += np.sum(copay)
                    totals[5] += coinsurance.sum()
                    totals[9] += payment.sum()
            sums += np.array(totals, dtype=np.int64)
        sums[11] = sums[3] + sums[4] + sums[5] + sums[6] + sums[8]
        return sums.tolist()

    return one_pass


def main():
    schedules, courses = generate(int(sys.argv[2]))
    if sys.argv[1] == "numpy":
        one_pass = vectorised(schedules, courses)
    else:
        one_pass = lambda: plain(schedules, courses)
    print("ready", flush=True)
    for _ in sys.stdin:
        start = time.process_time_ns()
        sums = one_pass()
        elapsed = time.process_time_ns() - start
        print(elapsed, *(f"{part}={value}" for part, value in zip(PARTS, sums)), flush=True)


if __name__ == "__main__":
    main()
