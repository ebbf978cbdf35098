/// How much xend may answer.
enum XendAnswerLimits {
  /// Bytes of status line and headers, interim ones included: 64 KiB.
  static let head = 65_536
  /// Bytes of the body as they come: 16 MiB.
  static let body = 16_777_216
}
