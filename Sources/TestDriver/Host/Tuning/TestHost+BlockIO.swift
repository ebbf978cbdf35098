import LibvirtProtocol
import XDR

extension TestHost {
  /// The parameters of block devices and what the definition calls them.
  private static let deviceParameters = DomainDefinition.blockDeviceFigures.map { ("device_\($0)", $0) }

  func blockIOParameters(_ ref: DomainRef, _ room: Int32, _ flags: UInt32) throws -> CountedParameters<16, TypedParameter> {
    try check(flags, allowed: Self.parameterFlags, in: "testDomainGetBlkioParameters")
    guard room != 0 else { return .count(1 + Self.deviceParameters.count) }
    let definition = try definition(ref, flags)
    let devices = Self.deviceParameters.map { name, figure in
      (name, TypedParameterValue.string(definition.blockDevices(figure).map { "\($0.path),\($0.value)" }.joined(separator: ",")))
    }
    return CountedParameters([("weight", .uint(definition.blockWeight))] + devices, room: room)
  }

  /// What can be read takes effect even if something else cannot, of which the last is the error.
  func setBlockIOParameters(_ ref: DomainRef, _ parameters: Bounded<16, TypedParameter>, _ flags: UInt32) throws {
    try check(flags, allowed: Self.impactFlags, in: "testDomainSetBlkioParameters")
    let known = Dictionary(uniqueKeysWithValues: Self.deviceParameters.map { ($0.0, TypedParameterType.string) })
    let wanted = try TypedParameters(parameters, known.merging(["weight": .uint]) { $1 })
    try refuseBoth(flags)
    var failure: (any Error)?
    try edit(ref, flags) { definition, _ in
      if let weight = wanted.unsigned("weight") { definition.blockWeight = UInt32(clamping: weight) }
      for (name, figure) in Self.deviceParameters {
        do {
          for device in try parse(wanted.string(name), name) { definition.setBlockDevice(device.path, figure, device.value) }
        } catch {
          failure = error
        }
      }
    }
    if let failure { throw failure }
  }

  /// Reads `/dev/sda,500,/dev/sdb,100`; iops and weights have 32 bits, bytes 64.
  private func parse(_ text: String?, _ name: String) throws -> [(path: String, value: UInt64)] {
    guard let text, !text.isEmpty else { return [] }
    let words = text.split(separator: ",", omittingEmptySubsequences: false)
    guard words.count.isMultiple(of: 2) else { throw unreadable(text, name) }
    return try stride(from: 0, to: words.count, by: 2).map { index in
      let (path, word) = (String(words[index]), String(words[index + 1]))
      let number = Number.unsigned(word)
      // What stands behind the digits makes the whole text unreadable; what is no number at all is a wrong value.
      if number == nil, word.first?.isNumber == true { throw unreadable(text, name) }
      guard let number, name.hasSuffix("bytes_sec") || number <= UInt64(UInt32.max) else {
        throw argument("invalid value '\(word)' for parameter '\(name)' of device '\(path)'")
      }
      return (path, number)
    }
  }

  private nonisolated func unreadable(_ text: String, _ name: String) -> LibvirtError {
    argument("unable to parse blkio device '\(name)' '\(text)'")
  }
}
