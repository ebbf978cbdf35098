import LibvirtProtocol
import XMLTree

extension DomainDefinition {
  /// Whom a set of host CPUs is given to.
  enum Pinned {
    /// A virtual CPU.
    case vcpu(UInt32)
    /// The emulator's own threads.
    case emulator
    /// An I/O thread.
    case iothread(UInt32)

    fileprivate var element: String {
      switch self {
      case .vcpu: "vcpupin"
      case .emulator: "emulatorpin"
      case .iothread: "iothreadpin"
      }
    }

    fileprivate var attributes: [XMLAttribute] {
      switch self {
      case .vcpu(let number): [XMLAttribute("vcpu", String(number))]
      case .emulator: []
      case .iothread(let number): [XMLAttribute("iothread", String(number))]
      }
    }

    fileprivate func isSubject(of element: XMLElement) -> Bool {
      element.name == self.element && attributes.allSatisfy { element[attribute: $0.name] == $0.value }
    }
  }

  /// The host CPUs that somebody may run on; nil where the definition does not say.
  func pinning(of subject: Pinned) -> CPUSet? {
    let element = root[child: "cputune"]?.elements.first { subject.isSubject(of: $0) }
    return element?[attribute: "cpuset"].flatMap { CPUSet($0) }
  }

  /// The host CPUs that somebody may run on, be it that the definition says so of all of the domain's; nil where it says neither.
  func affinity(of subject: Pinned) -> CPUSet? {
    pinning(of: subject) ?? root[child: "vcpu"]?[attribute: "cpuset"].flatMap { CPUSet($0) }
  }

  /// Lets somebody run on some host CPUs only; nil takes the limit away.
  mutating func pin(_ subject: Pinned, to cpus: CPUSet?) {
    var tune = root[child: "cputune"] ?? XMLElement("cputune")
    tune.children.removeAll { if case .element(let element) = $0 { subject.isSubject(of: element) } else { false } }
    if let cpus {
      let pin = XMLElement(subject.element, attributes: subject.attributes + [XMLAttribute("cpuset", cpus.description)])
      tune.insert(pin, order: DomainRules.cputune.children.map(\.name))
      tune.sort("vcpupin") { Int($0[attribute: "vcpu"] ?? "") ?? 0 }
    }
    if tune.children.isEmpty { root[child: "cputune"] = nil } else { place(tune) }
  }

  /// The I/O threads' numbers, in order: from 1 on where they are only counted.
  var iothreads: [UInt32] {
    if let ids = root[child: "iothreadids"] { return ids.elements.compactMap { $0[attribute: "id"].flatMap { UInt32($0) } } }
    let count = root[child: "iothreads"].flatMap { Int($0.text) } ?? 0
    return (0..<max(0, min(count, CPUSet.limit))).map { UInt32($0 + 1) }
  }

  /// The element of the I/O threads' numbers, which is written as soon as one of them is not just counted.
  private var iothreadids: XMLElement {
    root[child: "iothreadids"]
      ?? XMLElement(
        "iothreadids",
        children: iothreads.map { .element(XMLElement("iothread", attributes: [XMLAttribute("id", String($0))])) })
  }

  /// The I/O threads that nobody gave a number.
  private var counted: Set<UInt32> { root[child: "iothreadids"] == nil ? Set(iothreads) : countedIOThreads }

  /// Adds an I/O thread behind those that are there.
  mutating func addIOThread(_ number: UInt32) {
    var ids = iothreadids
    ids.children.append(.element(XMLElement("iothread", attributes: [XMLAttribute("id", String(number))])))
    putIOThreads(ids, counted: counted)
  }

  /// Lets an I/O thread run on some host CPUs only.
  mutating func pinIOThread(_ number: UInt32, to cpus: CPUSet) {
    putIOThreads(iothreadids, counted: counted.subtracting([number]))
    pin(.iothread(number), to: cpus)
  }

  /// Removes an I/O thread and where it is pinned. Those behind it keep the numbers that they had.
  mutating func removeIOThread(_ number: UInt32) {
    var (ids, counted) = (iothreadids, counted)
    counted.subtract(iothreads.drop { $0 != number })
    ids.children.removeAll { if case .element(let element) = $0 { element[attribute: "id"] == String(number) } else { false } }
    pin(.iothread(number), to: nil)
    putIOThreads(ids, counted: counted)
  }

  /// Their numbers are in the tree as soon as one was given, and no longer when it is gone.
  private mutating func putIOThreads(_ ids: XMLElement, counted: Set<UInt32>) {
    let count = ids.elements.count
    if count == 0 { root[child: "iothreads"] = nil } else { place(XMLElement("iothreads", text: String(count))) }
    let isCounted = ids.elements.allSatisfy { $0[attribute: "id"].flatMap { UInt32($0) }.map(counted.contains) ?? false }
    if isCounted { root[child: "iothreadids"] = nil } else { place(ids) }
    countedIOThreads = isCounted ? [] : counted
  }
}

extension XMLElement {
  /// Puts a child behind its like and all that libvirt writes before it.
  mutating func insert(_ child: XMLElement, order: [String]) {
    let rank = order.firstIndex(of: child.name) ?? order.count
    let index = children.firstIndex {
      guard case .element(let other) = $0, let position = order.firstIndex(of: other.name) else { return false }
      return position > rank
    }
    children.insert(.element(child), at: index ?? children.count)
  }
}
