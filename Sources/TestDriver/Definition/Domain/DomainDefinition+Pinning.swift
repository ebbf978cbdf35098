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
  func pinning(of subject: Pinned) -> NumberSet? {
    let element = root[child: "cputune"]?.elements.first { subject.isSubject(of: $0) }
    return element?[attribute: "cpuset"].flatMap { NumberSet($0) }
  }

  /// Lets somebody run on some host CPUs only; nil takes the limit away.
  mutating func pin(_ subject: Pinned, to cpus: NumberSet?) {
    var tune = root[child: "cputune"] ?? XMLElement("cputune")
    tune.children.removeAll { if case .element(let element) = $0 { subject.isSubject(of: element) } else { false } }
    if let cpus {
      let pin = XMLElement(subject.element, attributes: subject.attributes + [XMLAttribute("cpuset", cpus.text)])
      tune.insert(pin, order: DomainRules.cputune.children.map(\.name))
      tune.sort("vcpupin") { Int($0[attribute: "vcpu"] ?? "") ?? 0 }
    }
    if tune.children.isEmpty { root[child: "cputune"] = nil } else { place(tune) }
  }

  /// The I/O threads' numbers, in order: those that are only counted are 1 and up.
  var iothreads: [UInt32] { iothreadIDs.elements.compactMap { $0[attribute: "id"].flatMap { UInt32($0) } } }

  /// The list of I/O threads, as it is written or as the mere count means it.
  private var iothreadIDs: XMLElement {
    if let ids = root[child: "iothreadids"] { return ids }
    let count = root[child: "iothreads"].flatMap { Int($0.text) } ?? 0
    let ids = (0..<max(0, min(count, NumberSet.limit))).map { XMLNode.element(Self.iothread(UInt32($0) + 1)) }
    return XMLElement("iothreadids", children: ids)
  }

  private static func iothread(_ number: UInt32) -> XMLElement {
    XMLElement("iothread", attributes: [XMLAttribute("id", String(number))])
  }

  /// Lets an I/O thread run on some host CPUs only; from then on the threads are listed, not only counted.
  mutating func pinIOThread(_ number: UInt32, to cpus: NumberSet) {
    putIOThreads(iothreadIDs)
    pin(.iothread(number), to: cpus)
  }

  /// Adds an I/O thread behind those that are there.
  mutating func addIOThread(_ number: UInt32) {
    var ids = iothreadIDs
    ids.children.append(.element(Self.iothread(number)))
    putIOThreads(ids)
  }

  /// Removes an I/O thread and where it is pinned. Threads that were only counted stay so if the last of them goes.
  mutating func removeIOThread(_ number: UInt32) {
    var ids = iothreadIDs
    if root[child: "iothreadids"] == nil, ids.children.count > 1, number == UInt32(ids.children.count) {
      return place(XMLElement("iothreads", text: String(number - 1)))
    }
    ids.children.removeAll { if case .element(let element) = $0 { element[attribute: "id"] == String(number) } else { false } }
    pin(.iothread(number), to: nil)
    putIOThreads(ids)
  }

  private mutating func putIOThreads(_ ids: XMLElement) {
    guard !ids.children.isEmpty else {
      root[child: "iothreads"] = nil
      root[child: "iothreadids"] = nil
      return
    }
    place(XMLElement("iothreads", text: String(ids.elements.count)))
    place(ids)
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
