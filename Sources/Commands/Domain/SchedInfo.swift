import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct SchedInfo: Command {
  static let info = CommandInfo(
    "schedinfo", group: .domain, abstract: "show or set a domain's scheduler parameters",
    description: "Show the parameters of the scheduler of a domain's processors, or change them.",
    exclusive: [["current", "live"], ["current", "config"]])
  static let options = OptionTable<Self>(\._domain, \._weight, \._cap, \._current, \._config, \._live, \._set)

  @Option(domain: "domain") var domain: Given<String>
  @Option("weight", "the weight of Xen's credit scheduler", kind: .number, positional: false) var weight: Given<String>
  @Option("cap", "the cap of Xen's credit scheduler", kind: .number, positional: false) var cap: Given<String>
  @Flag("current", "whichever of the two below is current") var current
  @Flag("config", "what the next start will have") var config
  @Flag("live", "what the running domain has") var live
  @Arguments("set", "parameter=value") var set

  func run(in context: Context) async throws -> Outcome {
    let domain = try await context.domain(domain)
    let impact = DomainModificationImpact(config: config, live: live, current: current)
    // Both at once cannot be asked for.
    let asked = config && live ? [] : impact
    let type: SchedulerType
    do {
      type = try await domain.schedulerType()
    } catch let error as LibvirtError {
      return .failed(Diagnostic.all(of: error), answer: Fields([Self.scheduler("")], layout: .aligned(15)))
    }
    var fields = [Self.scheduler(type.type)]
    var changed = false
    do {
      var parameters = try await domain.schedulerParameters(atMost: type.nparams, asked)
      let changes = try changes(to: parameters)
      if !changes.isEmpty {
        try await domain.setSchedulerParameters(changes, impact)
        changed = true
        parameters = try await domain.schedulerParameters(atMost: type.nparams, asked)
      } else if config, live {
        throw CommandFailure("cannot query both live and config at once")
      }
      fields += parameters.map { Field($0.field, key: $0.field, CellValue($0.value), text: $0.value.text) }
    } catch let error as CancellationError {
      throw error
    } catch {
      return .failed(Diagnostic.all(of: error), answer: Fields(fields, layout: .aligned(15)))
    }
    let outcome = Outcome.fields(fields, layout: .aligned(15))
    return changed ? outcome.changed(domain, impact, in: context) : outcome
  }

  private static func scheduler(_ name: String) -> Field {
    Field("Scheduler", key: "scheduler", .string(orNull: name.isEmpty ? nil : name), text: name.isEmpty ? "Unknown" : name)
  }

  /// The parameters that are to change, in the order in which virsh reads them, each with the type that the scheduler gave it.
  ///
  /// Throws for the first of them that is wrong, whatever is wrong with it.
  private func changes(to parameters: [TypedParameter]) throws -> [TypedParameter] {
    func change(_ name: String, _ text: String) throws -> TypedParameter {
      guard let parameter = parameters.first(where: { $0.field == name }) else {
        throw CommandFailure("invalid scheduler option: \(name)")
      }
      return try TypedParameter(name, text: text, as: parameter.value.type)
    }
    var changes: [TypedParameter] = []
    for item in set {
      guard let equals = item.firstIndex(of: "=") else { throw CommandFailure("Invalid syntax for --set, expecting name=value") }
      changes.append(try change(String(item[..<equals]), String(item[item.index(after: equals)...])))
    }
    for option in [cap, weight] {
      guard let text = option.raw else { continue }
      guard !text.isEmpty else { throw UsageError("Failed to get option '\(option.option)': Option argument is empty") }
      changes.append(try change(option.option, text))
    }
    return changes
  }
}
