/// Lines of commands for `TestHostTests`; `@name` is a file in the test's own folder.
///
/// Nothing is saved or dumped: virsh can wait for ever for a job that is over at once. `SavedGuestTests` looks at that.
enum TestHostLines {
  static let all =
    aLife + saving + namesAndWords + memory + disksAndInterfaces + processors + guests + hosts

  private static let aLife = lines(
    """
    reset test ; destroy test ; reset test ; start test --force-boot ; domstate test --reason ; start test
    destroy test ; start test --paused ; start test --autodestroy ; start test --bypass-cache
    create @guest.xml --paused ; create @guest.xml --autodestroy ; create @guest.xml ; create @guest.xml ; undefine guest ; list --all
    define @guest.xml ; create @guest.xml ; dominfo guest ; destroy guest ; dominfo guest
    undefine test --nvram ; shutdown test --mode acpi ; reboot test --mode signal ; inject-nmi test ; destroy test ; inject-nmi test
    """)

  private static let saving = lines(
    """
    restore @guest.xml ; restore @nosuch ; save-image-dumpxml @guest.xml
    """)

  private static let namesAndWords = lines(
    """
    domrename test foo ; destroy test ; domrename test test ; domrename test a/b ; define @guest.xml ; domrename test guest ; \
    domrename test foo ; list --all
    desc test ; desc test new ; desc test ; desc test --config ; desc test --title a ; list --title ; dumpxml test ; desc test \
    "" ; desc test
    destroy test ; desc test x --live ; desc test x ; dumpxml test ; metadata test http://x/y --live
    metadata test http://x/y ; metadata test http://x/y --key k --set <a/> ; metadata test http://x/y ; dumpxml test ; metadata \
    test http://x/y --remove ; dumpxml test
    metadata test u:x --key k --set <a><b/></a> ; metadata test u:x --key z --set <q/> ; metadata test u:x ; metadata test u:x --config
    metadata test u:x --key k --set <a ; metadata test u:x --key 1k --set <a/> ; metadata test u:x --key k --set "<z:a \
    xmlns:z='u:z'><c/></z:a>" ; dumpxml test
    metadata test u:x --key k --set "<a xmlns='u:z'/>" ; dumpxml test ; metadata test u:x --key k --set "<k:a xmlns:k='u:x'/>"
    metadata test u:x --key k --set <a>1</a> --live --config ; metadata test u:x --remove --config ; dumpxml test --inactive
    set-lifecycle-action test poweroff restart --config ; dumpxml test --inactive ; set-lifecycle-action test crash \
    coredump-destroy ; dumpxml test
    set-lifecycle-action test poweroff coredump-destroy ; destroy test ; set-lifecycle-action test reboot destroy --live
    """)

  private static let memory = lines(
    """
    setmem test 0 ; setmem test 100G ; setmem test 1G --live --config ; setmem test 1M ; dumpxml test --inactive ; dumpxml test
    setmaxmem test 1G ; setmaxmem test 1G --live ; setmaxmem test 1G --config ; dumpxml --inactive test
    destroy test ; setmaxmem test 1G --live ; setmaxmem test 0 ; setmaxmem test 1G ; dominfo test ; setmem test 1G --live
    memtune test ; memtune test --hard-limit 1000000 ; memtune test ; dumpxml test ; memtune test --hard-limit -1 ; dumpxml test
    memtune test --hard-limit 2000000 --swap-hard-limit 1000000 ; memtune test --min-guarantee 1 ; memtune test --soft-limit 1 \
    --live --config
    memtune test --swap-hard-limit 5000 --hard-limit 5000 ; memtune test --swap-hard-limit 500 ; memtune test --config ; memtune test
    destroy test ; memtune test --live ; memtune test --soft-limit 2000 ; memtune test ; numatune test --live ; blkiotune test --live
    dommemstat test ; dommemstat test --period 3 ; dumpxml test ; dommemstat test --period 0 ; dumpxml test ; destroy test ; \
    dommemstat test
    define @guest.xml ; start guest ; dommemstat guest --period 3 ; dommemstat guest
    numatune test ; numatune test --mode strict ; numatune test --nodeset 0 --mode interleave ; numatune test --nodeset 1 ; \
    dumpxml test ; numatune test --mode strict
    numatune test --mode 9 ; numatune test --nodeset foo ; destroy test ; numatune test --nodeset 0-1 --mode preferred ; dumpxml test
    """)

  private static let disksAndInterfaces = lines(
    """
    blkiotune test ; blkiotune test --weight 500 --config ; blkiotune test --config ; blkiotune test --device-weights \
    /dev/sda,500 ; blkiotune test ; dumpxml test
    blkiotune test --device-read-iops-sec /dev/sda,500 --device-write-bytes-sec /dev/sdb,5 ; dumpxml test ; blkiotune test \
    --device-read-iops-sec /dev/sda,0 ; dumpxml test
    blkiotune test --device-weights foo ; blkiotune test --device-weights /dev/sda,x ; blkiotune test --device-weights \
    /dev/sda,5, ; blkiotune test --device-weights /dev/sda,-1
    blkdeviotune test vda ; blkdeviotune test vda --total-bytes-sec 1000 --total-bytes-sec-max 2000 --total-bytes-sec-max-length \
    3 ; blkdeviotune test vda ; dumpxml test
    blkdeviotune test nosuch ; blkdeviotune test /guest/diskimage1 ; blkdeviotune test vda --total-bytes-sec 1000 ; blkdeviotune \
    test vda --read-bytes-sec 1125899906842625
    blkdeviotune test vda --total-bytes-sec 9 --read-bytes-sec 9 ; blkdeviotune test vda --total-iops-sec-max 9 \
    --read-iops-sec-max 9 ; blkdeviotune test vda --group-name g ; dumpxml test
    define @guest.xml ; start guest ; blkdeviotune guest vdb --write-bytes-sec 1 --write-bytes-sec-max 2 --config ; dumpxml \
    guest ; dumpxml guest --inactive
    domiftune test testnet0 ; domiftune test testnet0 --inbound 100,200,300,50 --outbound 1 ; domiftune test aa:bb:cc:dd:ee:ff ; \
    dumpxml test ; domiftune test testnet0 --inbound 0 ; dumpxml test
    domiftune test nosuch ; domiftune test testnet0 --inbound 5 --config ; domiftune test testnet0 ; dumpxml test --inactive ; \
    destroy test ; domiftune test testnet0 --live
    domblkstat test vda ; domblkstat test ; domblkstat test nosuch ; domblkstat test /guest/diskimage1 ; domblkinfo test --all ; \
    domblkinfo test nosuch ; domblkerror test
    define @guest.xml ; start guest ; domblkinfo guest hdc ; domblkinfo guest --all ; domblkerror guest ; domblkstat guest hdc
    domifstat test testnet0 ; domifstat test nosuch ; domifaddr test ; domifaddr test --full --source agent ; destroy test ; \
    domifaddr test ; domifstat test testnet0 ; start test ; domifaddr test
    define @guest.xml ; start guest ; domifaddr guest --full
    """)

  private static let processors = lines(
    """
    vcpucount test ; vcpucount test --current --guest ; setvcpus test 1 --config ; vcpucount test ; setvcpus test 3 ; setvcpus \
    test 33 ; setvcpus test 0
    setvcpus test 1 --maximum --config ; vcpucount test ; dumpxml test --inactive ; setvcpus test 1 --guest ; setvcpus test 1 \
    --hotpluggable
    destroy test ; vcpucount test ; vcpucount test --current --live ; vcpuinfo test ; maxvcpus
    vcpuinfo test ; vcpupin test 0 0-3 ; vcpupin test ; vcpuinfo test --pretty ; dumpxml test ; vcpupin test 5 0 ; vcpupin test \
    0 0 --config
    vcpupin test 1 2 ; destroy test ; vcpupin test ; vcpupin test 0 1 ; start test ; vcpupin test
    define @guest.xml ; start guest ; vcpupin guest ; vcpuinfo guest ; vcpupin guest 3 0 ; vcpupin guest 1 1,2 ; vcpuinfo guest \
    ; dumpxml guest
    emulatorpin test ; emulatorpin test 0-3 ; emulatorpin test ; emulatorpin test --config ; dumpxml test ; destroy test ; \
    emulatorpin test 1 ; emulatorpin test --live
    iothreadinfo test ; iothreadadd test 3 ; iothreadadd test 3 ; iothreadadd test 1 ; iothreadpin test 3 0-2 ; iothreadpin test \
    4 0 ; iothreadinfo test ; dumpxml test ; iothreaddel test 3 ; dumpxml test
    iothreadadd test 3 --config ; iothreadinfo test --config ; iothreadinfo test ; iothreadadd test 4 --live --config ; \
    iothreaddel test 9 ; destroy test ; iothreadinfo test --live ; iothreadinfo test
    iothreadadd test 3 ; iothreadset test 3 --poll-max-ns 1000 --poll-grow 3 ; domstats test ; domstats test --iothread \
    --enforce ; iothreadset test 4 --poll-grow 1 ; iothreadset test 3 --thread-pool-min 3 ; iothreadset test 3 --poll-grow 1 \
    --config
    cpu-stats test ; cpu-stats test --total ; cpu-stats test --start 2 ; destroy test ; cpu-stats test ; domstats test --vcpu --enforce
    perf test ; perf test --enable cmt,mbmt --disable cpu_clock ; dumpxml test ; perf test --enable foo ; perf test --enable cmt \
    --config ; dumpxml test --inactive
    """)

  private static let guests = lines(
    """
    domtime test ; domtime test --time 1000 ; domtime test ; domhostname test ; domhostname test --source lease ; domcontrol \
    test ; destroy test ; domtime test ; domhostname test ; domcontrol test
    domfsinfo test ; domfsfreeze test ; domfsfreeze test ; domfsthaw test ; domfsthaw test ; domfsfreeze test --mountpoint / ; \
    domfsfreeze test /boot /nosuch ; domfstrim test --mountpoint /nosuch
    domtime test --time 10000 ; domcontrol test ; domtime test --time 30003 ; domcontrol test ; domtime test --time 60000 ; \
    domcontrol test
    send-key test KEY_A ; send-key test 999 ; send-key test --codeset win32 300 ; destroy test ; send-key test 999
    send-process-signal test 1 term ; send-process-signal test 2 term ; set-user-password test root pw ; destroy test ; \
    set-user-password test root pw
    """)

  private static let hosts = lines(
    """
    sysinfo ; nodecpumap ; nodecpumap --pretty ; nodecpustats ; nodecpustats --cpu 3 ; maxvcpus foo
    freecell ; freecell --cellno 1 ; freecell --cellno 2 ; freecell --all ; freepages --all ; freepages --cellno 1 --pagesize 2M
    cpu-models i686 ; cpu-models ppc64 ; cpu-models s390x ; cpu-models ppc ; cpu-models foo
    """)

  private static func lines(_ text: String) -> [String] { text.split(separator: "\n").map { String($0) } }
}
