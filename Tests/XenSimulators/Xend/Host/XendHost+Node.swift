extension XendHost {
  /// What the host is, with the keys of the release in their order.
  var nodeDocument: PythonValue {
    .list([.text("node")] + machineKeys + hypervisorKeys)
  }

  private var machineKeys: [PythonValue] {
    let cores = options.cpus % 2 == 0 ? 2 : 1
    var keys: [PythonValue] = [
      .pair("system", "Linux"), .pair("host", options.host), .pair("release", "2.6.18-xen"),
      .pair("version", "#1 SMP Tue Mar 6 10:00:00 UTC 2007"), .pair("machine", "x86_64"), .pair("nr_cpus", options.cpus),
      .pair("nr_nodes", 1),
    ]
    if release <= .v3_1 { keys.append(.pair("sockets_per_node", options.cpus / cores)) }
    keys += [
      .pair("cores_per_socket", cores), .pair("threads_per_core", 1), .pair("cpu_mhz", 2400),
      .pair("hw_caps", "178bfbff:ebd3fbff:00000000:00000010"),
    ]
    if release >= .v3_3 { keys.append(.pair("virt_caps", "hvm")) }
    keys += [.pair("total_memory", options.memory), .pair("free_memory", .long(freeMemory))]
    let map = "node0:0-\(options.cpus - 1)"
    if (.v3_2 ... .v4_0).contains(release) { keys.append(.pair("node_to_cpu", map)) }
    if (.v3_3 ... .v4_0).contains(release) { keys.append(.pair("node_to_memory", "node0:\(freeMemory)")) }
    if release == .v4_0 { keys += [.pair("node_to_dma32_mem", "node0:0"), .pair("max_node_id", 0)] }
    if release >= .v4_1 {
      keys += [
        .pair("free_cpus", 0), .pair("cpu_topology", "cpu:    core    socket     node\n  0:       0        0        0"),
        .pair("numa_info", "none"),
      ]
    }
    return keys
  }

  private var hypervisorKeys: [PythonValue] {
    var keys: [PythonValue] = [
      .pair("xen_major", release.numbers[0]), .pair("xen_minor", release.numbers[1]), .pair("xen_extra", release.extra),
      .pair("xen_caps", "xen-3.0-x86_64 xen-3.0-x86_32p hvm-3.0-x86_32 hvm-3.0-x86_32p hvm-3.0-x86_64 "),
    ]
    if release >= .v3_1 { keys.append(.pair("xen_scheduler", scheduler)) }
    if release >= .v3_0_3 { keys.append(.pair("xen_pagesize", 4096)) }
    keys += [.pair("platform_params", "virt_start=0xffff800000000000"), .pair("xen_changeset", "unavailable")]
    if release >= .v4_0 { keys.append(.pair("xen_commandline", "dom0_mem=1024M")) }
    keys += [
      .pair("cc_compiler", "gcc version 4.1.2"), .pair("cc_compile_by", "root"), .pair("cc_compile_domain", "lab.example"),
      .pair("cc_compile_date", "Tue Mar  6 10:00:00 UTC 2007"),
    ]
    if release >= .v3_0_3 { keys.append(.pair("xend_config_format", release.format)) }
    return keys
  }

  /// The one that the host runs with.
  var scheduler: String { options.scheduler ?? (release >= .v3_0_3 ? "credit" : "sedf") }
}
