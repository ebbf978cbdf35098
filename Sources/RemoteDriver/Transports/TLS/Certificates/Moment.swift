import Glibc
import SwiftASN1

/// A moment in seconds since 1970, as certificates have it.
struct Moment: Hashable, Comparable, Sendable, CustomStringConvertible {
  let seconds: Int64

  /// The present.
  static var now: Moment { Moment(seconds: Int64(time(nil))) }

  init(seconds: Int64) { self.seconds = seconds }

  /// An ASN.1 `Time`: UTCTime until 2049, GeneralizedTime (RFC 5280, 4.1.2.5).
  init(_ node: ASN1Node) throws {
    if node.identifier == .utcTime {
      let time = try UTCTime(derEncoded: node)
      self.init(time.year, time.month, time.day, time.hours, time.minutes, time.seconds)
    } else {
      let time = try GeneralizedTime(derEncoded: node)
      self.init(time.year, time.month, time.day, time.hours, time.minutes, time.seconds)
    }
  }

  private init(_ year: Int, _ month: Int, _ day: Int, _ hours: Int, _ minutes: Int, _ seconds: Int) {
    // Years begin in March, so that the leap day is the last.
    let years = month > 2 ? year : year - 1
    let era = (years >= 0 ? years : years - 399) / 400
    let yearOfEra = years - era * 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let days = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    self.init(seconds: Int64(days * 86_400 + hours * 3_600 + minutes * 60 + seconds))
  }

  static func < (one: Moment, other: Moment) -> Bool { one.seconds < other.seconds }

  /// `2002-01-01 00:00 UTC`.
  var description: String {
    var time = time_t(seconds)
    var parts = tm()
    gmtime_r(&time, &parts)
    func two(_ number: CInt) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday)) \(two(parts.tm_hour)):\(two(parts.tm_min)) UTC"
  }
}

extension ASN1Node {
  /// What a constructed node is made of; nothing for a primitive one.
  var children: [ASN1Node] {
    guard case .constructed(let nodes) = content else { return [] }
    return Array(nodes)
  }

  /// The bytes of a primitive node.
  var primitive: ArraySlice<UInt8>? {
    guard case .primitive(let bytes) = content else { return nil }
    return bytes
  }
}
