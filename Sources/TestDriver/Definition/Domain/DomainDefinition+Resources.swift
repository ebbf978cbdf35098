import XMLTree

extension DomainDefinition {
  /// The most memory the guest can have, in KiB; what `setmaxmem` changes. The current amount never exceeds it.
  public var memory: UInt64 {
    get { kibibytes("memory") }
    set {
      setKibibytes("memory", newValue)
      if currentMemory > newValue { currentMemory = newValue }
    }
  }

  /// The memory the guest has now, in KiB; what `setmem` changes.
  public var currentMemory: UInt64 {
    get { root[child: "currentMemory"] == nil ? memory : kibibytes("currentMemory") }
    set { setKibibytes("currentMemory", newValue) }
  }

  /// How many virtual CPUs the guest can have. Those switched on never exceed it.
  public var maxVcpus: Int {
    get { root[child: "vcpu"].flatMap { Int($0.text) } ?? 1 }
    set {
      let current = root[child: "vcpus"].map { $0.elements.prefix(newValue).count { $0[attribute: "enabled"] == "yes" } } ?? vcpus
      place(vcpu(max: newValue, current: min(current, newValue)))
      dropVcpus(from: newValue)
    }
  }

  /// How many virtual CPUs are switched on.
  public var vcpus: Int {
    get { root[child: "vcpu"]?[attribute: "current"].flatMap { Int($0) } ?? maxVcpus }
    set {
      place(vcpu(max: maxVcpus, current: newValue))
      guard var list = root[child: "vcpus"] else { return }
      list.children = list.elements.enumerated().map { number, vcpu in
        var vcpu = vcpu
        vcpu[attribute: "enabled"] = number < newValue ? "yes" : "no"
        return .element(vcpu)
      }
      root[child: "vcpus"] = list
    }
  }

  /// Virtual CPUs from a number on are gone, with where and how they run; a list of all of them gets the new ones, switched off.
  private mutating func dropVcpus(from count: Int) {
    if var list = root[child: "vcpus"] {
      let kept = list.elements.prefix(count)
      let new = (kept.count..<max(kept.count, count)).map {
        XMLElement("vcpu", attributes: [XMLAttribute("id", String($0)), XMLAttribute("enabled", "no")])
      }
      list.children = (kept + new).map { .element($0) }
      root[child: "vcpus"] = list
    }
    guard var tune = root[child: "cputune"] else { return }
    tune.children.removeAll {
      guard case .element(let element) = $0, let attribute = ["vcpupin": "vcpu", "vcpusched": "vcpus"][element.name] else { return false }
      return element[attribute: attribute].flatMap { Int($0) }.map { $0 >= count } ?? false
    }
    root[child: "cputune"] = tune.children.isEmpty ? nil : tune
  }

  /// Puts an element in the place that libvirt's order gives it, instead of the one that is there.
  mutating func place(_ element: XMLElement) {
    if root[child: element.name] != nil {
      root[child: element.name] = element
      return
    }
    root.insert(element, order: DomainRules.order)
  }

  private func kibibytes(_ name: String) -> UInt64 { root[child: name].flatMap { UInt64($0.text) } ?? 0 }

  private mutating func setKibibytes(_ name: String, _ value: UInt64) {
    var element = root[child: name] ?? XMLElement(name, attributes: [XMLAttribute("unit", "KiB")])
    element.children = [.text(String(value))]
    place(element)
  }

  private func vcpu(max: Int, current: Int) -> XMLElement {
    var element = root[child: "vcpu"] ?? XMLElement("vcpu", attributes: [XMLAttribute("placement", "static")])
    element[attribute: "current"] = current == max ? nil : String(current)
    element.children = [.text(String(max))]
    return element
  }
}
