"""Runs our program and virsh in turns and prints the medians: measure.py FOLDER VIRSH [CASE]...

FOLDER holds the links `virtsh` and `virsh` to our program, and the sockets of the servers.
"""
import os
import statistics
import subprocess
import sys
import time

folder, virsh, *wanted = sys.argv[1:]
PAIRS = 7
LINES = 5000

daemon = f"test+unix:///default?socket={folder}/libvirtd/libvirt-sock"
thousand = f"test+unix:///default?socket={folder}/thousand"
distant = f"test+unix:///default?socket={folder}/distant"
over_ssh = f"test+ssh://127.0.0.1:{os.environ['SSH_PORT']}/default?command={folder}/ssh&socket={folder}/twenty"
stdin = os.path.join(folder, "lines")
with open(stdin, "w") as file:
    file.write("domstate test\n" * LINES)


def run(program, arguments, script):
    """Seconds of wall time and peak memory in bytes of one run. The peak cannot be seen below this interpreter's own."""
    with open(stdin if script else os.devnull) as source, open(os.devnull, "w") as sink:
        start = time.perf_counter()
        process = subprocess.Popen([program, *arguments], stdin=source, stdout=sink, stderr=subprocess.PIPE)
        errors = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        process.stderr.close()
    if process.returncode or errors:
        sys.exit(f"{program} {' '.join(arguments)}: status {process.returncode}\n{errors.decode(errors='replace')}")
    return seconds, usage.ru_maxrss * 1024


def seconds(result):
    return result[0]


def memory(result):
    return result[1]


# Name, our name, arguments, whether the lines are on standard input, what counts, pairs.
cases = [
    ("start-up: list", "virtsh", ["-c", "test:///default", "list"], False, seconds, 31),
    ("memory: list", "virtsh", ["-c", "test:///default", "list"], False, memory, 7),
    ("memory: list on libvirtd", "virtsh", ["-c", daemon, "list"], False, memory, 7),
    (f"{LINES} lines, in process", "virtsh", ["-c", "test:///default"], True, seconds, 11),
    (f"{LINES} lines, in process, as virsh", "virsh", ["-c", "test:///default"], True, seconds, 11),
    (f"{LINES} lines, libvirtd", "virtsh", ["-c", daemon], True, seconds, PAIRS),
    (f"{LINES} lines, libvirtd, as virsh", "virsh", ["-c", daemon], True, seconds, PAIRS),
    ("list --all, 1,000 domains", "virtsh", ["-c", thousand, "list", "--all"], False, seconds, PAIRS),
    ("list --all, 1,000 domains, 20 ms", "virtsh", ["-c", distant, "list", "--all"], False, seconds, PAIRS),
    ("list --all, 20 domains, ssh, 50 ms", "virtsh", ["-c", over_ssh, "list", "--all"], False, seconds, PAIRS),
]


def text(value, measure):
    return f"{value / 1e6:9.1f} MB" if measure is memory else f"{value * 1e3:9.1f} ms"


floor = run("/bin/true", [], False)[1]
print(f"medians of pairs, one after the other; no peak below {floor / 1e6:.1f} MB can be seen")
print(f"{'case':36} {'pairs':>5} {'ours':>12} {'virsh':>12} {'ratio':>7}")
for name, program, arguments, script, measure, pairs in cases:
    if wanted and not any(word in name for word in wanted):
        continue
    ours, theirs = os.path.join(folder, program), virsh
    results = {ours: [], theirs: []}
    run(ours, arguments, script)
    for pair in range(pairs):
        for each in (ours, theirs) if pair % 2 else (theirs, ours):
            results[each].append(measure(run(each, arguments, script)))
    one, other = (statistics.median(results[each]) for each in (ours, theirs))
    print(f"{name:36} {pairs:5} {text(one, measure)} {text(other, measure)} {one / other:7.3f}", flush=True)
