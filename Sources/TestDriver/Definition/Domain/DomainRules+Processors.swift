import XMLTree

extension DomainRules {
  /// How many processors, and how their time is shared.
  static let processors: [ElementRule] = [vcpu, vcpus, iothreads, iothreadids, defaultIothread, cputune, numatune]

  private static let vcpu = ElementRule.element("vcpu", [.choice("placement", ["static", "auto"]).or("static")]) { (output, input) throws(DefinitionError) in
    guard let max = Number.unsigned(input.text), max <= UInt64(Int32.max) else { throw .xml("maximum vcpus count must be an integer") }
    guard max > 0 else { throw .failure("CPU IDs in <numa> exceed the <vcpu> count") }
    var output = output
    if let set = input[attribute: "cpuset"], output[attribute: "placement"] != "auto" {
      output[attribute: "cpuset"] = try cpuSet(set)
    }
    if let current = try AttributeRule.unsigned("current").value(in: input).flatMap({ UInt64($0) }) {
      guard current <= max else { throw .unsupported("maximum vCPU count must not be less than current vCPU count") }
      if current < max { output[attribute: "current"] = String(current) }
    }
    output.children = [.text(String(max))]
    return output
  }

  /// The canonical form of a set of CPUs that must not be empty.
  static func cpuSet(_ text: String) throws(DefinitionError) -> String {
    guard let set = NumberSet(text) else { throw .invalid("Failed to parse bitmap '\(text)'") }
    guard !set.numbers.isEmpty else { throw .unsupported("Invalid value of 'cpuset': \(text)") }
    return set.text
  }

  private static let vcpus = ElementRule.group("vcpus", [], [
    ElementRule.element("vcpu", [.unsigned("id").required, .yesNo("enabled").required, .yesNo("hotpluggable"), .positive("order")]).many
  ])

  private static let iothreads = ElementRule.text("iothreads", .unsigned(.xml("invalid iothreads count '%'")))

  private static let pool: [AttributeRule] = [.signed("thread_pool_min"), .signed("thread_pool_max")]

  private static let iothreadids = ElementRule.element("iothreadids", [], [.element("iothread", [.positive("id").required] + pool).many])

  private static let defaultIothread = ElementRule.element("defaultiothread", pool)

  private static let numatune = ElementRule.group("numatune", [], [
    .element("memory", [
      .choice("mode", ["strict", "preferred", "interleave", "restrictive"]).or("strict"), .choice("placement", ["static", "auto"]),
      .any("nodeset"),
    ]) { (output, _) throws(DefinitionError) in
      var output = output
      if let nodes = output[attribute: "nodeset"] {
        output[attribute: "nodeset"] = try cpuSet(nodes)
        output[attribute: "placement"] = nil
      }
      return output
    },
    ElementRule.element("memnode", [
      .unsigned("cellid").required, .choice("mode", ["strict", "preferred", "interleave", "restrictive"]).or("strict"),
      .any("nodeset").required(.xml("Missing required nodeset attribute in memnode element")),
    ]) { (output, _) throws(DefinitionError) in
      var output = output
      output[attribute: "nodeset"] = try cpuSet(output[attribute: "nodeset"] ?? "")
      return output
    }.many,
  ])

  static let resource = ElementRule.group("resource", [], [
    .text("partition"), .group("fibrechannel", [.any("appid")]),
  ])
}
