"""Kills a run at each of its calls: readers see the old set or the new one, and nothing else."""

import shutil

from calls import MEMORY, disturbed_there, list_calls
from workshop import NEW_PRICE, OLD_PRICE, Wrong


def points(workshop, case, chosen, every):
    """The calls to kill at.

    A kill between two calls that change the store leaves the same disk wherever it falls, so of
    the calls outside of the store (the price tables, memory) a sample stands for all.
    """
    scratch = workshop.place(case)
    calls = list_calls(workshop, case, scratch)
    shutil.rmtree(scratch)
    inside = [call for call in calls if call.in_store or call.is_told or call.name == "exit_group"]
    outside = [call for call in calls if call not in set(inside) and call.name not in MEMORY]
    print(f"  {case.name}: {len(calls)} calls under the lock, {len(inside)} of them on the store",
          flush=True)
    return chosen(inside) + (outside if every else chosen(outside, 60, 3))


def kill(workshop, case, call, index):
    done, scratch = disturbed_there(workshop, case, call, "signal=SIGKILL")
    if done.returncode != -9:
        raise Wrong(f"was not killed but ended with {done.returncode}")
    state = workshop.state(case, scratch)
    workshop.at_rest(case, scratch, state)
    if index % 20 == 0 and case.name == "install":
        expected = OLD_PRICE if state == "old" else NEW_PRICE
        if workshop.price(scratch) != expected:
            raise Wrong(f"a quote reads {workshop.price(scratch)}, not {expected}")
    workshop.converges(case, scratch)
    shutil.rmtree(scratch)
    return state


def sweep(workshop, run_all, chosen, every):
    for case in workshop.swept:
        calls = points(workshop, case, chosen, every)
        states = run_all(f"kill, {case.name}", [
            (call, lambda call=call, index=index: kill(workshop, case, call, index))
            for index, call in enumerate(calls)])
        yield f"kill, {case.name}", len(calls), states
