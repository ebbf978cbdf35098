import CommandLanguage

extension Given where Value == Int32 {
  /// The number of an I/O thread, from 1 on.
  func ioThread() throws -> UInt32 {
    let id = try required()
    guard id > 0 else { throw CommandFailure("Invalid IOThread id value: '\(id)'") }
    return UInt32(id)
  }
}
