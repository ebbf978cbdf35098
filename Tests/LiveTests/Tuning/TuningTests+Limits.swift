extension TuningTests {
  /// Memory, disks, NUMA cells, schedulers and I/O threads of guests.
  static let limits = """
    setmaxmem OFF 128M
    setmaxmem OFF 64M --config
    setmaxmem OFF 64M --live
    setmaxmem OFF 64M --current
    setmaxmem OFF 64M --current --live
    setmaxmem OFF 0
    setmaxmem OFF x
    setmaxmem OFF -1
    setmaxmem OFF 65536KB
    setmaxmem OFF 1
    setmaxmem OFF --kilobytes 65536
    setmaxmem OFF 9007199254740991
    setmaxmem OFF 18014398509481984
    setmaxmem OFF 17592186044415M
    setmaxmem RUNNING 128M
    setmaxmem RUNNING 128M --live
    setmaxmem RUNNING 128M --config
    setmaxmem RUNNING 128M --live --config
    setmaxmem TRANSIENT 128M --config
    setmaxmem nope 0
    setmaxmem RUNNING
    -r setmaxmem RUNNING 128M
    setmem OFF 32M
    setmem OFF 32M --config
    setmem OFF 64M --current
    setmem OFF 999M --config
    setmem OFF 0 --config
    setmem RUNNING 32M
    setmem RUNNING 64M --live
    setmem RUNNING 64M --live --config
    setmem RUNNING 9007199254740991
    setmem RUNNING 1Q
    setmem RUNNING ''
    -r setmem RUNNING 64M
    memtune RUNNING
    memtune OFF
    memtune TRANSIENT
    memtune TRANSIENT --config
    memtune RUNNING --live
    memtune RUNNING --config
    memtune RUNNING --live --config
    memtune RUNNING --current --live
    memtune OFF --live
    memtune OFF --hard-limit 100M
    memtune OFF
    memtune OFF --soft-limit 50M --config
    memtune OFF --swap-hard-limit 200M --config
    memtune OFF --min-guarantee 10M
    memtune OFF 200000 100000 300000
    memtune OFF
    memtune OFF --hard-limit -1
    memtune OFF --hard-limit -2
    memtune OFF
    memtune OFF --hard-limit -1 --swap-hard-limit -1
    memtune OFF --swap-hard-limit -1
    memtune OFF --soft-limit -1
    memtune OFF --hard-limit 0
    memtune OFF --hard-limit x
    memtune OFF --hard-limit ''
    memtune OFF --hard-limit 1Q
    memtune OFF --hard-limit 16E
    memtune OFF --hard-limit 15E
    memtune OFF --hard-limit 9007199254740991
    memtune OFF --hard-limit 9007199254740992
    memtune OFF --hard-limit 9007199254740990
    memtune OFF
    memtune OFF --hard-limit 1b
    memtune OFF --hard-limit -1k
    memtune OFF --hard-limit ' -1'
    memtune OFF --hard-limit +1
    memtune OFF --soft-limit 5 --hard-limit x
    memtune OFF
    memtune RUNNING --hard-limit 900M
    memtune RUNNING --hard-limit 900M --config
    memtune RUNNING --hard-limit 900M --live --config
    memtune RUNNING --hard-limit 900M --live
    memtune RUNNING
    memtune OFF --live --soft-limit 1
    memtune TRANSIENT --config --soft-limit 1
    -r memtune OFF
    -r memtune OFF --soft-limit 1
    -q memtune OFF
    memtune nope
    blkiotune RUNNING
    blkiotune OFF
    blkiotune TRANSIENT
    blkiotune TRANSIENT --config
    blkiotune OFF --live
    blkiotune OFF --live --config
    blkiotune OFF --current --config
    blkiotune OFF 500
    blkiotune OFF
    blkiotune OFF --weight 0
    blkiotune OFF --weight -1
    blkiotune OFF --weight x
    blkiotune OFF --weight 99999999
    blkiotune OFF --weight 50
    blkiotune OFF --weight 2147483648
    blkiotune OFF --weight ''
    blkiotune OFF --weight 1000 --config
    blkiotune OFF --device-weights /dev/sda,500
    blkiotune OFF --device-weights ''
    blkiotune OFF --device-weights /dev/sda
    blkiotune OFF --device-weights sda,5
    blkiotune OFF --device-weights /dev/sda,500,/dev/sdb,600 --device-read-iops-sec /dev/sda,100 --device-write-iops-sec /dev/sda,200 --device-read-bytes-sec /dev/sda,1000 --device-write-bytes-sec /dev/sdb,2000 --config
    blkiotune OFF
    blkiotune OFF --device-weights /dev/sda,0
    blkiotune OFF 100 /dev/sdc,700
    blkiotune OFF
    blkiotune RUNNING 500
    blkiotune RUNNING 500 --config
    blkiotune RUNNING --config
    blkiotune RUNNING 500 --live
    -r blkiotune OFF
    -r blkiotune OFF 500
    -q blkiotune OFF
    numatune RUNNING
    numatune OFF
    numatune TRANSIENT
    numatune TRANSIENT --config
    numatune RUNNING --config
    numatune OFF --live
    numatune OFF --live --config
    numatune OFF --current --config
    numatune OFF strict 0
    numatune OFF
    numatune OFF --mode preferred
    numatune OFF --mode interleave --nodeset 0
    numatune OFF --mode restrictive --nodeset 0
    numatune OFF --mode 0 --nodeset 0
    numatune OFF --mode 1 --nodeset 0
    numatune OFF --mode 2
    numatune OFF --mode 3
    numatune OFF --mode 4
    numatune OFF --mode -1
    numatune OFF --mode x
    numatune OFF --mode ''
    numatune OFF --mode ' 1'
    numatune OFF --mode 1x
    numatune OFF --mode 99999999999999
    numatune OFF --mode STRICT
    numatune OFF --nodeset ''
    numatune OFF --nodeset x
    numatune OFF --nodeset 5
    numatune OFF --nodeset 0-1
    numatune OFF --nodeset 0 --config
    numatune OFF --nodeset 0 --live
    numatune OFF
    numatune RUNNING --nodeset 0
    numatune RUNNING --nodeset 0 --config
    numatune RUNNING --mode strict
    numatune RUNNING --mode strict --nodeset 0 --live --config
    -r numatune OFF
    -r numatune OFF --nodeset 0
    -q numatune OFF
    schedinfo RUNNING
    schedinfo OFF
    schedinfo TRANSIENT
    schedinfo OFF --live
    schedinfo OFF --config
    schedinfo OFF --live --config
    schedinfo OFF --config --current
    schedinfo OFF --set cpu_shares=2048
    schedinfo OFF cpu_shares=2048 vcpu_period=100000
    schedinfo OFF --config cpu_shares=2048
    schedinfo OFF --set cpu_shares=0 --config
    schedinfo OFF --set cpu_shares=x
    schedinfo OFF --set cpu_shares=
    schedinfo OFF --set cpu_shares
    schedinfo OFF --set =5
    schedinfo OFF --set nope=5
    schedinfo OFF --set vcpu_quota=-1
    schedinfo OFF --set vcpu_quota=-5
    schedinfo OFF --set vcpu_period=1
    schedinfo OFF --weight 5
    schedinfo OFF --cap 5
    schedinfo OFF --weight x
    schedinfo RUNNING --set cpu_shares=100
    schedinfo RUNNING --set cpu_shares=100 --config
    schedinfo RUNNING --set cpu_shares=100 --live --config
    schedinfo TRANSIENT --config
    -r schedinfo OFF
    -r schedinfo OFF --set cpu_shares=5
    iothreadinfo RUNNING
    iothreadinfo OFF
    iothreadinfo TRANSIENT
    iothreadinfo TRANSIENT --config
    iothreadinfo OFF --live
    iothreadinfo RUNNING --live --config
    iothreadinfo RUNNING --config
    iothreadinfo RUNNING --current --config
    iothreadinfo nope
    -r iothreadinfo RUNNING
    -q iothreadinfo RUNNING
    iothreadadd RUNNING
    iothreadadd RUNNING 3
    iothreadadd RUNNING 4 --config
    iothreadadd RUNNING 5 --live --config
    iothreadadd RUNNING 0
    iothreadadd RUNNING -1
    iothreadadd RUNNING x
    iothreadadd RUNNING ''
    iothreadadd RUNNING 2147483648
    iothreadadd RUNNING 5 --current --live
    iothreadadd OFF 5
    iothreadadd OFF 6 --config
    iothreadadd OFF 6 --live
    iothreadadd TRANSIENT 6 --config
    iothreadadd nope 0
    -r iothreadadd RUNNING 9
    iothreaddel RUNNING 3
    iothreaddel RUNNING 0
    iothreaddel RUNNING -1
    iothreaddel RUNNING x
    iothreaddel RUNNING 4 --config
    iothreaddel RUNNING 5 --live --config
    iothreaddel RUNNING 5 --current --config
    iothreaddel OFF 6
    -r iothreaddel RUNNING 9
    iothreadset RUNNING 1
    iothreadset RUNNING 0
    iothreadset RUNNING -1
    iothreadset RUNNING x
    iothreadset RUNNING
    iothreadset RUNNING 1 --poll-max-ns 1000
    iothreadset RUNNING 1 --poll-max-ns 1000 --live
    iothreadset RUNNING 1 --poll-max-ns 1000 --config
    iothreadset RUNNING 1 --poll-max-ns x
    iothreadset RUNNING 1 --poll-max-ns -1
    iothreadset RUNNING 1 --poll-grow -1
    iothreadset RUNNING 1 --poll-grow x
    iothreadset RUNNING 1 --poll-shrink x
    iothreadset RUNNING 1 --poll-shrink 99999999999
    iothreadset RUNNING 1 --poll-grow 2 --poll-shrink 2
    iothreadset RUNNING 1 1000 3 4 1 2
    iothreadset RUNNING 1 --thread-pool-min x
    iothreadset RUNNING 1 --thread-pool-min -1
    iothreadset RUNNING 1 --thread-pool-max x
    iothreadset RUNNING 1 --thread-pool-max -1 --live
    iothreadset RUNNING 1 --thread-pool-min 1 --live
    iothreadset RUNNING 1 --thread-pool-min 3 --thread-pool-max 5 --live
    iothreadset RUNNING 9 --poll-max-ns 1000 --live
    iothreadset OFF 1 --poll-max-ns 1000
    iothreadset OFF 1 --thread-pool-min 1 --config
    iothreadset OFF 1 --live
    iothreadset RUNNING 1 --current --live
    iothreadset RUNNING 1 --current --config
    -r iothreadset RUNNING 1 --poll-max-ns 1000
    iothreadpin RUNNING
    iothreadpin RUNNING 1
    iothreadpin RUNNING 1 0
    iothreadpin RUNNING 0 0
    iothreadpin RUNNING -1 0
    iothreadpin RUNNING x 0
    iothreadpin RUNNING 9 0
    iothreadpin RUNNING 1 ''
    iothreadpin RUNNING 1 r
    iothreadpin RUNNING 1 x
    iothreadpin RUNNING 1 5
    iothreadpin RUNNING 1 1 --config
    iothreadpin RUNNING 1 1 --live --config
    iothreadpin RUNNING 1 1 --current --config
    iothreadpin OFF 1 1
    iothreadpin OFF 1 1 --live
    iothreadpin nope 0 0
    -r iothreadpin RUNNING 1 0
    cpu-stats RUNNING
    cpu-stats OFF
    cpu-stats RUNNING --total
    cpu-stats OFF --total
    cpu-stats RUNNING --start 0
    cpu-stats RUNNING --start 1
    cpu-stats RUNNING --start 5
    cpu-stats RUNNING --start -1
    cpu-stats RUNNING --count 0
    cpu-stats RUNNING --count 1
    cpu-stats RUNNING --count 99
    cpu-stats RUNNING --count -1
    cpu-stats RUNNING --count x
    cpu-stats RUNNING --start x
    cpu-stats RUNNING --start 1 --count 1 --total
    cpu-stats RUNNING 0 1
    cpu-stats nope
    -r cpu-stats RUNNING
    """
}
