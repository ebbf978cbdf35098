import CommandLanguage
import Libvirt
import Presentation

struct Version: Command {
  static let info = CommandInfo(
    "version", group: .host, abstract: "show versions",
    description: "Show the versions of libvirt's protocol spoken here, of the hypervisor, and of the daemon.")
  static let options = OptionTable<Self>(\._daemon)
  @Flag("daemon", "show the daemon's version too") var daemon

  /// The libvirt whose protocol and answers this program follows.
  static let library = "9.0.0"

  func run(in context: Context) async throws -> Outcome {
    let versions = try await context.connection.versions()
    var fields = [
      Field("Compiled against library", key: "compiledAgainst", .string(Self.library), text: "libvirt \(Self.library)"),
      Field("Using library", key: "library", .string(Self.library), text: "libvirt \(Self.library)"),
    ]
    do {
      let type = try versions.type.get()
      fields.append(Field("Using API", key: "api", .string(type), text: "\(type) \(Self.library)"))
      try Self.addHypervisor(type, versions.hypervisor, to: &fields)
      if daemon {
        let version = "\(VersionNumber(try versions.library.get()))"
        fields.append(Field("Running against daemon", key: "daemon", .string(version)))
      }
    } catch {
      return .failed(Diagnostic.all(of: error), answer: Fields(fields, layout: .column(0)))
    }
    return .fields(fields, layout: .column(0))
  }

  private static func addHypervisor(_ type: String, _ answer: Result<UInt64, any Error>, to fields: inout [Field]) throws {
    let number: UInt64
    do { number = try answer.get() } catch { throw CommandFailure("failed to get the hypervisor version", cause: error) }
    if number == 0 {
      fields.append(Field("Running hypervisor", key: "hypervisor", .null, text: "cannot extract running \(type) hypervisor version"))
    } else {
      fields.append(
        Field("Running hypervisor", key: "hypervisor", .string("\(VersionNumber(number))"), text: "\(type) \(VersionNumber(number))"))
    }
  }
}
