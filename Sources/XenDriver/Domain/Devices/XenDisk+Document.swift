import Drivers
import LibvirtProtocol
import SExpressions

extension XenDisk {
  /// Reads a `(vbd …)`, `(tap …)` or `(tap2 …)`. Nil for what is no disk to libvirt: one without a name or, unless it is a CD-ROM, a source.
  init?(document: SExpression, format: XendFormat) {
    guard var name = document.filled("dev") else { return nil }
    kind = .disk
    if name.hasPrefix("ioemu:") { name.removeFirst("ioemu:".count) }
    if format >= .xen303, let colon = name.lastIndex(of: ":") {
      kind = name[colon...] == ":cdrom" ? .cdrom : .disk
      name = String(name[..<colon])
    }
    guard !name.isEmpty else { return nil }
    target = name
    if let uname = document.filled("uname") {
      readSource(uname)
    } else if kind != .cdrom {
      return nil
    }
    let mode = document.filled("mode") ?? "r"
    isReadOnly = mode.contains("r")
    isShareable = mode.contains("!")
    normalize()
    if let head = document.head, head != deviceClass { listedClass = head }
  }

  /// An image that an old xend has in `(image (hvm …))`.
  init(_ kind: Kind, target: String, path: String) {
    (self.kind, self.target) = (kind, target)
    source = path
    driver = kind == .floppy ? nil : Self.usualDriver(path)
    normalize()
  }

  /// `DRIVER:PATH`, or `tap:FORMAT:PATH`, or `tap2:tapdisk:FORMAT:PATH`.
  private mutating func readSource(_ uname: String) {
    guard let colon = uname.firstIndex(of: ":") else {
      (driver, source) = (Self.usualDriver(uname), uname)
      return
    }
    driver = String(uname[..<colon])
    var path = uname[uname.index(after: colon)...]
    if isTap {
      if path.hasPrefix("tapdisk:") { path = path.dropFirst("tapdisk:".count) }
      if let end = path.firstIndex(of: ":") {
        self.format = path[..<end] == "aio" ? "raw" : String(path[..<end])
        path = path[path.index(after: end)...]
      }
    }
    source = driver == "phy" && !path.hasPrefix("/") ? "/dev/" + path : String(path)
  }

  /// The class of the device: what xend said it is, else `vbd` or, for user space, `tap`; nil where a floppy drive is a part of the image.
  var deviceClass: String? { kind == .floppy ? nil : listedClass ?? (isTap ? driver : "vbd") }

  /// What xend is told to create.
  ///
  /// - Throws: `LibvirtError` for a disk that this xend cannot have.
  func configuration(format: XendFormat, isHVM: Bool) throws -> SExpression {
    guard let deviceClass else { throw LibvirtError.notInXen("floppy \(target) belongs to the domain's start and cannot be a device") }
    if isTap, format < .xen303 { throw LibvirtError.notInXen("disk driver \(deviceClass) needs Xen 3.0.3") }
    var elements: [SExpression] = [SExpression(deviceClass), ["dev", SExpression(try name(format: format, isHVM: isHVM))]]
    if let source, let driver {
      let path = isTap ? "\(self.format == "raw" ? "aio" : self.format ?? "aio"):\(source)" : source
      elements.append(["uname", SExpression("\(driver):\(path)")])
    }
    elements.append(["mode", isReadOnly ? "r" : isShareable ? "w!" : "w"])
    return .list(elements)
  }

  private func name(format: XendFormat, isHVM: Bool) throws -> String {
    if format >= .xen303 { return kind == .cdrom ? target + ":cdrom" : isHVM ? target + ":disk" : target }
    guard kind != .cdrom else {
      throw LibvirtError.notInXen("before Xen 3.0.3 the only CD-ROM is hdc of a fully virtualized domain, not \(target)")
    }
    return isHVM ? "ioemu:" + target : target
  }
}
