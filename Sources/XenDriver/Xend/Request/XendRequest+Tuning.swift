extension XendRequest {
  /// Sets the memory that a domain is to have now, in MiB.
  static func setMemory(_ domain: XendDomainKey, mebibytes: UInt64) -> Self {
    post("mem_target_set", to: domain, ["target": .number(mebibytes)])
  }

  /// Sets the most memory that a domain may have, in MiB.
  static func setMaxMemory(_ domain: XendDomainKey, mebibytes: UInt64) -> Self {
    post("maxmem_set", to: domain, ["memory": .number(mebibytes)])
  }

  /// Sets how many virtual processors are in use.
  static func setVcpus(_ domain: XendDomainKey, _ count: UInt32) -> Self { post("set_vcpus", to: domain, ["vcpus": .number(count)]) }

  /// Keeps a virtual processor on some of the host's; nil means each of them, on Xen 3.0.3 and newer.
  ///
  /// Not for Xen older than 3.4: there the list is not understood, and all processors are meant.
  static func pinVcpu(_ domain: XendDomainKey, _ vcpu: UInt32?, to processors: [UInt32]) -> Self {
    let list = processors.map(String.init).joined(separator: ",")
    return post("pincpu", to: domain, ["vcpu": vcpu.map { .number($0) } ?? "all", "cpumap": .text(list)])
  }

  /// The credit scheduler's weight and cap, as the text of a Python dictionary. Xen 3.0.3 and newer.
  static func creditScheduler(_ domain: XendDomainKey) -> Self { post("domain_sched_credit_get", to: domain) }

  /// Sets weight (1 to 65535) and cap (0 for none, percent of one processor). Xen 3.2 and newer wants both.
  static func setCreditScheduler(_ domain: XendDomainKey, weight: UInt32, cap: UInt32) -> Self {
    post("domain_sched_credit_set", to: domain, ["weight": .number(weight), "cap": .number(cap)])
  }

  /// The values of the older scheduler: `(sedf (period …) …)`.
  static func sedfScheduler(_ domain: XendDomainKey) -> Self { post("cpu_sedf_get", to: domain) }

  /// Sets the values of the older scheduler, times in nanoseconds; xend wants all five.
  static func setSEDFScheduler(
    _ domain: XendDomainKey, period: UInt64, slice: UInt64, latency: UInt64, extratime: Bool, weight: UInt32
  ) -> Self {
    post(
      "cpu_sedf_set", to: domain,
      [
        "period": .number(period), "slice": .number(slice), "latency": .number(latency), "extratime": .flag(extratime),
        "weight": .number(weight),
      ])
  }
}
