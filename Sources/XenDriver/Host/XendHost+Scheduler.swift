import Drivers
import LibvirtProtocol
import SExpressions
import XDR

/// How processors are shared between domains: the credit scheduler's weight and cap, the older sedf's times.
extension XendHost {
  func schedulerType(_ ref: DomainRef) async throws -> SchedulerType {
    let domain = try await domain(ref)
    switch node.scheduler {
    case "sedf": return SchedulerType(type: "sedf", nparams: Int32(SedfParameters.fields.count))
    case "credit", "credit2": return SchedulerType(type: "credit", nparams: 2)
    default:
      if node.scheduler == nil, format >= .xen303, domain.isActive, try await answersAsCredit(ref) {
        return SchedulerType(type: "credit", nparams: 2)
      }
      throw LibvirtError(
        .operationFailed, Self.errorDomain,
        format < .xen31 ? "Xen before 3.1 does not say which scheduler it has" : "the host has an unknown scheduler")
    }
  }

  func schedulerParameters(_ ref: DomainRef) async throws -> Bounded<16, TypedParameter> {
    let (domain, key) = try await reach(ref)
    try requireActive(domain)
    if node.scheduler == "sedf" {
      return Bounded(SedfParameters.typed(try await sedf(key)))
    }
    let credit = try await credit(key)
    return [
      TypedParameter(field: "weight", value: .uint(credit.weight)), TypedParameter(field: "cap", value: .uint(credit.cap)),
    ]
  }

  func setSchedulerParameters(_ ref: DomainRef, _ parameters: Bounded<16, TypedParameter>, _ flags: UInt32) async throws {
    try LibvirtError.refuse(
      flags, allowed: DomainModificationImpact.live.rawValue, in: "xenUnifiedDomainSetSchedulerParametersFlags", Self.errorDomain)
    let (domain, key) = try await reach(ref)
    try requireActive(domain)
    let isSedf = node.scheduler == "sedf"
    let known = isSedf ? SedfParameters.fields : ["weight", "cap"]
    var given: [String: UInt64] = [:]
    for parameter in parameters {
      guard known.contains(parameter.field) else {
        throw LibvirtError(.invalidArg, Self.errorDomain, "parameter '\(parameter.field)' not supported")
      }
      guard given[parameter.field] == nil else {
        throw LibvirtError(.invalidArg, Self.errorDomain, "parameter '\(parameter.field)' occurs multiple times")
      }
      guard let number = parameter.value.unsigned else {
        throw LibvirtError(.invalidArg, Self.errorDomain, "parameter '\(parameter.field)' is not a number")
      }
      given[parameter.field] = number
    }
    guard !given.isEmpty else { return }
    if isSedf {
      var values = try await sedf(key)
      values.merge(given) { $1 }
      func value(_ field: String) -> UInt64 { values[field] ?? 0 }
      try await change(
        .setSEDFScheduler(
          key, period: value("period"), slice: value("slice"), latency: value("latency"), extratime: value("extratime") != 0,
          weight: UInt32(clamping: value("weight"))))
    } else {
      // From Xen 3.2 on both must be there.
      let current = given.count == 2 ? nil : try await credit(key)
      let weight = given["weight"] ?? UInt64(current?.weight ?? 0)
      let cap = given["cap"] ?? UInt64(current?.cap ?? 0)
      guard (1...65535).contains(weight) else {
        throw LibvirtError(.invalidArg, Self.errorDomain, "weight \(weight) is not in 1...65535")
      }
      let most = UInt64(clamping: domain.maxVcpus) * 100
      guard cap <= most else { throw LibvirtError(.invalidArg, Self.errorDomain, "cap \(cap) is not in 0...\(most)") }
      try await change(.setCreditScheduler(key, weight: UInt32(weight), cap: UInt32(cap)))
    }
  }

  /// Whether the credit scheduler has values for a domain: Xen 3.0.3 and 3.0.4 have it as a rule, and do not say so.
  private func answersAsCredit(_ ref: DomainRef) async throws -> Bool {
    let (_, key) = try await reach(ref)
    do { _ = try await creditAnswer(key) } catch let error as LibvirtError where error.code == .postFailed || error.isUnsupported {
      return false
    }
    return true
  }

  /// The credit scheduler's values; Xen 3.1 has them in the domain's document.
  private func credit(_ key: XendDomainKey) async throws -> (weight: UInt32, cap: UInt32) {
    do { return try await creditAnswer(key) } catch let error as LibvirtError {
      let document = try await document(.domain(key))
      guard let weight = document.text("cpu_weight").flatMap(Double.init), let cap = document.text("cpu_cap").flatMap(Double.init),
        let weight = UInt32(exactly: weight.rounded()), let cap = UInt32(exactly: cap.rounded())
      else { throw error }
      return (weight, cap)
    }
  }

  private func creditAnswer(_ key: XendDomainKey) async throws -> (weight: UInt32, cap: UInt32) {
    guard case .expression(let answer) = try await read(.creditScheduler(key)), let text = answer.text,
      let values = PythonDictionary(text), let weight = values["weight"], let cap = values["cap"]
    else { throw LibvirtError(.postFailed, Self.errorDomain, "xend's answer about the scheduler has no weight and cap") }
    return (UInt32(clamping: weight), UInt32(clamping: cap))
  }

  private func sedf(_ key: XendDomainKey) async throws -> [String: UInt64] {
    guard case .expression(let answer) = try await read(.sedfScheduler(key)), answer.head == "sedf" else {
      throw LibvirtError(.postFailed, Self.errorDomain, "xend's answer about the scheduler is no sedf")
    }
    return SedfParameters.fields.reduce(into: [:]) { values, field in
      values[field] = answer.text(field).flatMap(Double.init).flatMap { UInt64(exactly: $0.rounded()) }
    }
  }
}

/// What the sedf scheduler wants to know: times in nanoseconds, and two numbers.
enum SedfParameters {
  static let fields = ["period", "slice", "latency", "extratime", "weight"]

  static func typed(_ values: [String: UInt64]) -> [TypedParameter] {
    fields.map { TypedParameter(field: $0, value: .ullong(values[$0] ?? 0)) }
  }
}

/// A Python dictionary of whole numbers, in the words that Python prints: `{'cap': 0, 'weight': 256}`.
struct PythonDictionary {
  private var values: [String: UInt64] = [:]

  /// Nil for anything else.
  init?(_ text: String) {
    guard text.utf8.count < 4096, text.hasPrefix("{"), text.hasSuffix("}") else { return nil }
    for entry in text.dropFirst().dropLast().split(separator: ",") {
      let parts = entry.split(separator: ":", maxSplits: 1).map { $0.drop { $0 == " " } }
      guard parts.count == 2, let key = parts.first, key.count > 2, key.first == "'", key.last == "'" else { return nil }
      // Long integers end in L.
      guard let value = UInt64(parts[1].last == "L" ? parts[1].dropLast() : parts[1]) else { return nil }
      values[String(key.dropFirst().dropLast())] = value
    }
  }

  subscript(_ key: String) -> UInt64? { values[key] }
}

extension TypedParameterValue {
  /// A number that is not negative; nil for any other value.
  fileprivate var unsigned: UInt64? {
    switch self {
    case .int(let value): UInt64(exactly: value)
    case .uint(let value): UInt64(value)
    case .llong(let value): UInt64(exactly: value)
    case .ullong(let value): value
    case .double, .boolean, .string: nil
    }
  }
}
