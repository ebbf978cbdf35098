extension TuningTests {
  /// Which of several mistakes is told.
  static let order = """
    vcpucount RUNNING --live --config --active --maximum
    vcpucount RUNNING --maximum --current --live
    vcpucount RUNNING --maximum --current --config --active
    vcpucount RUNNING --live --config --maximum --current
    vcpucount RUNNING --live --config --guest
    vcpucount nope --live --config
    vcpupin nope --cpulist 0
    vcpupin nope 0 ''
    vcpupin nope --vcpu x --cpulist 0
    vcpupin nope x --live --config
    vcpupin nope 0 0 --live --config
    vcpupin TRANSIENT 9 --config
    vcpupin OFF 0 --live
    emulatorpin nope ''
    emulatorpin nope x
    emulatorpin RUNNING --live --config x
    iothreadpin nope x x
    iothreadpin RUNNING x ''
    iothreadpin RUNNING x x
    iothreadadd nope x
    iothreadset nope x
    iothreadset RUNNING 1 --poll-grow x --thread-pool-max x
    iothreaddel nope x
    setvcpu nope 1
    setvcpu nope ''
    setvcpu nope 1 --enable
    setvcpu nope '' --enable
    setvcpu RUNNING ''
    setmaxmem nope x
    memtune nope --hard-limit x
    memtune OFF --hard-limit 99999999999999999999
    memtune OFF --min-guarantee -1
    blkiotune nope --weight x
    blkiotune OFF --weight x --device-weights ''
    blkiotune OFF --device-read-iops-sec ''
    numatune nope --mode x
    numatune OFF --mode x --nodeset ''
    numatune OFF --mode 0x1
    numatune OFF --mode 01
    numatune OFF --mode -1 --nodeset 0
    numatune OFF --nodeset 0 --live
    cpu-stats nope --start x
    cpu-stats RUNNING --start -1 --count x
    -q iothreadinfo TRANSIENT
    freepages --cellno 0 --pagesize 4194303
    freepages --cellno 0 --pagesize 4194304
    freepages --cellno 0 --pagesize 4194304k
    freepages --cellno 0 --pagesize 1b
    freepages --cellno x --pagesize x
    freepages --all --pagesize x
    freepages --all --pagesize 3
    nodesuspend x -1
    nodesuspend MEM 60
    node-memory-tune --shm-pages-to-scan 4294967296
    node-memory-tune --shm-pages-to-scan x --shm-sleep-millisecs x
    maxvcpus hvm
    freecell --all 0
    """
}
