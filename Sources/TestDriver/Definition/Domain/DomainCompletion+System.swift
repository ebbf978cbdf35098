import XMLTree

extension DomainCompletion {
  private static let osTypes = ["hvm", "xen", "linux", "exe", "uml", "xenpvh"]
  private static let architectures: Set<String> = [
    "alpha", "armv6l", "armv7l", "armv7b", "aarch64", "cris", "i686", "ia64", "lm32", "loongarch64", "m68k", "microblaze", "microblazeel",
    "mips", "mipsel", "mips64", "mips64el", "openrisc", "parisc", "parisc64", "ppc", "ppc64", "ppc64le", "ppcemb", "riscv32", "riscv64",
    "s390",
    "s390x", "sh4", "sh4eb", "sparc", "sparc64", "unicore32", "x86_64", "xtensa", "xtensaeb",
  ]

  private static let bootNames = ["boot", "bootmenu", "bios", "acpi"]
  private static let initNames = ["init", "initarg", "initenv", "initdir", "inituser", "initgroup"]
  private static let kernelNames = ["loader", "nvram", "kernel", "initrd", "dtb", "root"]

  /// What libvirt does not look at in guests of one kind.
  private static let unknown: [String: [String]] = [
    "hvm": initNames, "exe": bootNames + kernelNames, "linux": initNames + bootNames + kernelNames + ["cmdline"],
  ]

  /// What libvirt looks at in guests of this kind.
  static func knownSystem(_ input: XMLElement) -> XMLElement? {
    guard var os = input[child: "os"] else { return nil }
    let text = os[child: "type"]?.text ?? ""
    // Xen's guests say linux where they mean paravirtual ones.
    let kind = text.isEmpty || input[attribute: "type"] == "xen" && text == "linux" ? "xen" : text
    for name in unknown[kind] ?? initNames + bootNames { os.remove(name) }
    if kind != "hvm" { os[attribute: "firmware"] = nil }
    return os
  }

  /// Whether libvirt knows that kind of guest and its architecture; it looks at both before all else.
  static func checkKind(_ input: XMLElement) throws(DefinitionError) {
    let type = input.descendant("os", "type")
    let kind = type?.text ?? ""
    guard !kind.isEmpty || input[child: "bootloader"]?.text.isEmpty == false else { throw .xml("an os <type> must be specified") }
    guard kind.isEmpty || osTypes.contains(kind) else { throw .unsupported("unknown OS type '\(kind)'") }
    guard let arch = type?[attribute: "arch"], !arch.isEmpty else { return }
    guard architectures.contains(arch) else { throw .unsupported("Unknown architecture \(arch)") }
  }

  /// The kind of guest, its architecture, and what it boots from.
  mutating func completeSystem() throws(DefinitionError) {
    addParavirtualType()
    guard var os = root[child: "os"], var type = os[child: "type"] else { return }
    let kind = type.text
    if type[attribute: "arch"] == nil { type.attributes.insert(XMLAttribute("arch", "i686"), at: 0) }
    // Xen's own domains say linux where others say xen.
    if kind == "xen", root[attribute: "type"] == "xen" { type.children = [.text("linux")] }
    os[child: "type"] = type
    if kind == "exe", os[child: "init"] == nil { throw .xml("init binary must be specified") }
    if root[child: "bootloader"] != nil {
      // What the loader decides is read, and then forgotten.
      for name in ["boot", "bootmenu", "bios"] { os.remove(name) }
    } else {
      if kind == "hvm" { completeBoot(&os) }
      root[child: "bootloader_args"] = nil
    }
    root[child: "os"] = os
  }

  /// Forgets what says nothing, once it is checked.
  mutating func tidySystem() {
    guard var os = root[child: "os"] else { return }
    for name in ["nvram", "loader"] {
      if let element = os[child: name], element.attributes.isEmpty, element.children.isEmpty { os[child: name] = nil }
    }
    root[child: "os"] = os
  }

  /// Who has a boot loader and says nothing else is a paravirtual Xen guest.
  private mutating func addParavirtualType() {
    guard root[child: "bootloader"] != nil, root.descendant("os", "type")?.text.isEmpty != false else { return }
    var os = root[child: "os"] ?? XMLElement("os")
    os[child: "type"] = nil
    os.children.insert(.element(XMLElement("type", text: "xen")), at: 0)
    place(os)
  }

  /// What the firmware says about the machine has to agree with the definition.
  func checkFirmwareIdentity() throws(DefinitionError) {
    let entries = root.descendant("sysinfo", "system")?.elements ?? []
    guard let text = entries.first(where: { $0[attribute: "name"] == "uuid" })?.text else { return }
    guard let uuid = UUIDText(text) else { throw .detail("malformed <sysinfo> uuid element") }
    guard uuid.text == root[child: "uuid"]?.text else { throw .detail("UUID mismatch between <uuid> and <sysinfo>") }
  }

  /// What firmware is chosen with, or where it is.
  func checkFirmware(_ os: XMLElement) throws(DefinitionError) {
    guard os[attribute: "firmware"] == nil else {
      for name in ["readonly", "type"] where os[child: "loader"]?[attribute: name] != nil {
        throw .detail("loader attribute '\(name)' cannot be specified when firmware autoselection is enabled")
      }
      if os[child: "loader"]?[attribute: "secure"] == "no" {
        throw .detail("loader attribute 'secure' cannot be specified when firmware autoselection is enabled")
      }
      let features = os[child: "firmware"]?.elements ?? []
      func state(_ name: String) -> String? { features.first { $0[attribute: "name"] == name }?[attribute: "enabled"] }
      if state("enrolled-keys") == "yes", state("secure-boot") == "no" {
        throw .detail("firmware feature 'enrolled-keys' cannot be enabled when firmware feature 'secure-boot' is disabled")
      }
      if os[child: "nvram"]?[attribute: "template"] != nil {
        throw .detail("nvram attribute 'template' cannot be specified when firmware autoselection is enabled")
      }
      if os[attribute: "firmware"] == "bios", os[child: "nvram"]?.text.isEmpty == false {
        throw .detail("firmware type 'bios' does not support nvram")
      }
      try checkStateless(os)
      if os[attribute: "firmware"] == "bios", os[child: "loader"]?[attribute: "stateless"] == "no" {
        throw .detail("Only EFI firmware permits NVRAM")
      }
      return
    }
    let path = os[child: "loader"]?.text ?? ""
    if os[child: "loader"] != nil || os[child: "nvram"] != nil, path.isEmpty {
      throw .detail("no loader path specified and firmware auto selection disabled")
    }
    try checkStateless(os)
    if let loader = os[child: "loader"], loader[attribute: "stateless"] == "no", loader[attribute: "type"] != "pflash" {
      throw .detail("Only pflash loader type permits NVRAM")
    }
  }

  private func checkStateless(_ os: XMLElement) throws(DefinitionError) {
    guard os[child: "loader"]?[attribute: "stateless"] == "yes", os[child: "nvram"] != nil else { return }
    throw .detail("NVRAM is not permitted when loader is stateless")
  }

  private func completeBoot(_ os: inout XMLElement) {
    // libvirt has room for as many as there are kinds of devices.
    let boots = Array(os.elements("boot").prefix(4))
    guard boots.count != os.elements("boot").count || boots.isEmpty else { return }
    let ordered = ["disk", "interface", "hostdev", "redirdev", "filesystem"].contains { kind in
      root[child: "devices"]?.elements(kind).contains { $0[child: "boot"] != nil } ?? false
    }
    let wanted = boots.isEmpty && !ordered ? [XMLElement("boot", attributes: [XMLAttribute("dev", "hd")])] : boots
    os.remove("boot")
    let index = os.children.firstIndex {
      if case .element(let element) = $0 { ["bootmenu", "bios", "smbios"].contains(element.name) } else { false }
    }
    os.children.insert(contentsOf: wanted.map { .element($0) }, at: index ?? os.children.count)
  }
}

extension XMLElement {
  /// Removes all children of one name.
  mutating func remove(_ name: String) {
    children.removeAll { if case .element(let element) = $0 { element.name == name } else { false } }
  }
}
