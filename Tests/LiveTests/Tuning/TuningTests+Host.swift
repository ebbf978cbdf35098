extension TuningTests {
  /// Processors and memory of the host.
  static let host = """
    sysinfo
    -r sysinfo
    sysinfo x
    maxvcpus
    maxvcpus kvm
    maxvcpus qemu
    maxvcpus nope
    maxvcpus ''
    maxvcpus QEMU
    -r maxvcpus
    -r maxvcpus qemu
    nodecpumap
    nodecpumap --pretty
    -q nodecpumap
    -r nodecpumap
    freecell x
    freecell --all --cellno 0
    freecell --cellno 99999999999
    cpu-models
    cpu-models x86_64
    cpu-models i686
    cpu-models nope
    cpu-models ''
    cpu-models armv7l
    cpu-models aarch64
    cpu-models ppc64
    cpu-models s390x
    -r cpu-models ppc64
    domcapabilities
    domcapabilities --virttype kvm
    domcapabilities --virttype qemu
    domcapabilities --virttype nope
    domcapabilities --virttype ''
    domcapabilities --arch x86_64
    domcapabilities --arch nope
    domcapabilities --arch aarch64
    domcapabilities --machine pc
    domcapabilities --machine nope
    domcapabilities --emulatorbin /usr/bin/qemu-system-x86_64
    domcapabilities --emulatorbin /nope
    domcapabilities qemu /usr/bin/qemu-system-x86_64 x86_64 q35
    -r domcapabilities
    nodememstats 5
    nodememstats x
    nodememstats -2
    nodecpustats 5
    nodecpustats -2
    nodecpustats x
    nodecpustats 9 --percent
    freepages --cellno 0 --pagesize 3
    freepages --all --cellno 0
    freepages --cellno x
    freepages --cellno -2 --pagesize 4
    freepages --cellno 5
    freepages --cellno 0 --pagesize x
    freepages --cellno 0 --pagesize 0
    freepages --cellno 0 --pagesize 9999999999
    allocpages
    allocpages 2M
    allocpages 2M 0 --cellno -2
    allocpages 2M 0 --cellno 9
    allocpages 3M 0
    allocpages x 0
    allocpages 2M x
    allocpages 4 5
    allocpages 9999999999 0
    allocpages 0 0
    -r allocpages 2M 0
    nodesuspend
    nodesuspend mem
    nodesuspend mem x
    nodesuspend mem -1
    nodesuspend x 60
    nodesuspend '' 60
    -r nodesuspend mem 60
    node-memory-tune
    node-memory-tune --shm-pages-to-scan x
    node-memory-tune --shm-pages-to-scan -1
    -r node-memory-tune
    -r node-memory-tune --shm-pages-to-scan 100
    -q node-memory-tune
    cpu-baseline ''
    hypervisor-cpu-baseline
    hypervisor-cpu-baseline --model qemu64
    hypervisor-cpu-baseline --model nope
    hypervisor-cpu-baseline --model ''
    """
}
