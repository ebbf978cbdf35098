import LibvirtProtocol
import XMLTree

extension DomainRules {
  /// How many processors, and how their time is shared.
  static let processors: [ElementRule] = [vcpu, vcpus, iothreads, iothreadids, defaultIothread, cputune, numatune]

  private static let vcpu = ElementRule.element("vcpu", [.choice("placement", ["static", "auto"]).or("static")]) {
    (output, input) throws(DefinitionError) in
    // libvirt itself has no limit and dies of large numbers, since it keeps a record for every CPU.
    guard let max = Number.unsigned(input.text), max <= 1 << 20 else { throw .xml("maximum vcpus count must be an integer") }
    guard max > 0 else { throw .failure("CPU IDs in <numa> exceed the <vcpu> count") }
    var output = output
    if let set = input[attribute: "cpuset"], output[attribute: "placement"] != "auto" {
      output[attribute: "cpuset"] = try cpuSet(set)
    }
    if let current = try AttributeRule.unsigned("current").value(in: input).flatMap({ UInt64($0) }) {
      // Too many are an error later, unless the states of the single CPUs tell another number.
      if current != max { output[attribute: "current"] = String(current) }
    }
    output.children = [.text(String(max))]
    return output
  }

  /// The canonical form of a set of CPUs that must not be empty.
  static func cpuSet(_ text: String, of attribute: String = "cpuset") throws(DefinitionError) -> String {
    guard let set = CPUSet(text) else { throw .invalid("Failed to parse bitmap '\(text)'") }
    guard !set.isEmpty else { throw .unsupported("Invalid value of '\(attribute)': \(text)") }
    return set.description
  }

  private static let vcpus = ElementRule.group(
    "vcpus", [],
    [
      ElementRule.element("vcpu", [.unsigned("id").required, .yesNo("enabled").required, .yesNo("hotpluggable"), .positive("order")]).many
    ])

  private static let iothreads = ElementRule.element(
    "iothreads", text: .unsigned(.xml("invalid iothreads count '%'"), max: UInt64(UInt32.max))
  ) {
    (output, _) throws(DefinitionError) in
    output.children.isEmpty || output.text == "0" ? nil : output
  }

  private static let pool: [AttributeRule] = [.count("thread_pool_min"), .count("thread_pool_max")]

  /// Whether the threads that help are as many as they should be.
  static func checkPool(_ thread: XMLElement) throws(DefinitionError) {
    let (min, max) = (thread[attribute: "thread_pool_min"].flatMap { Int($0) }, thread[attribute: "thread_pool_max"].flatMap { Int($0) })
    guard max != 0 else { throw .unsupported("thread_pool_max must be a positive integer") }
    guard min ?? -1 <= max ?? -1 else {
      throw .unsupported("thread_pool_min must be smaller or equal to thread_pool_max")
    }
  }

  private static let iothreadids = ElementRule.group("iothreadids", [], [.element("iothread", [.positive("id").required] + pool).many]) {
    (output, _) throws(DefinitionError) in
    var ids: Set<String> = []
    for thread in output.elements {
      let id = thread[attribute: "id"] ?? ""
      guard ids.insert(id).inserted else { throw .xml("duplicate iothread id '\(id)' found") }
    }
    return output
  }

  private static let defaultIothread = ElementRule.group("defaultiothread", pool)

  static let resource = ElementRule.group("resource", [], [.text("partition"), .group("fibrechannel", [.any("appid")])]) {
    (output, _) throws(DefinitionError) in
    // libvirt fails here without a reason.
    guard !output.children.isEmpty else { throw .unknown }
    return output
  }.only(.xml("only one resource element is supported"))
}
