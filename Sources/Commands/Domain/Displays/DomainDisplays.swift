import CommandLanguage
import Libvirt
import LibvirtProtocol
import XMLTree

/// The displays of a running domain, from its XML.
struct DomainDisplays {
  /// The kinds that a viewer can reach, in the order in which virsh looks for them.
  enum Kind: String, CaseIterable { case vnc, spice, rdp }

  private let elements: [XMLElement]
  /// Why it could not be asked whether the domain runs, on a server from before that question.
  private var doubt: LibvirtError?

  /// Asks for a domain's displays; throws virsh's words when it does not run.
  init(of domain: Domain, _ flags: DomainXMLFlags = []) async throws {
    do {
      guard try await domain.isActive() else { throw CommandFailure("Domain is not running") }
    } catch let error as LibvirtError where error.isUnsupported {
      doubt = error
    }
    let xml = try await explaining("Failed to get domain description xml") { try await domain.xml(flags) }
    do {
      elements = try XMLDocument(xml, source: "(domain_definition)").root[child: "devices"]?.elements("graphics") ?? []
    } catch {
      throw CommandFailure("Failed to get domain description xml", cause: CommandFailure(error.text))
    }
  }

  /// That what was looked for is not there, and what may be the reason.
  func failure(_ sentence: String) -> CommandFailure {
    doubt.map { CommandFailure(sentence, cause: $0) } ?? CommandFailure(sentence)
  }

  /// The first display of a kind.
  func first(_ kind: Kind) -> Display? {
    elements.first { $0[attribute: "type"] == kind.rawValue }.map { Display(kind, $0) }
  }

  /// One display.
  struct Display {
    let kind: Kind
    /// The TCP port; nil where there is none, negative where nobody knows it yet.
    let port: Int32?
    /// The TCP port for TLS.
    let tlsPort: Int32?
    /// The address that it listens on, as the XML has it.
    let listen: String?
    /// The UNIX socket that it listens on.
    let socket: String?
    private let password: String?

    init(_ kind: Kind, _ element: XMLElement) {
      self.kind = kind
      port = element[attribute: "port"].flatMap { Int32($0) }
      tlsPort = element[attribute: "tlsPort"].flatMap { Int32($0) }
      let listen = element[child: "listen"]
      self.listen = element[attribute: "listen"] ?? listen?[attribute: "address"]
      socket = listen?[attribute: "socket"] ?? element[attribute: "socket"]
      password = element[attribute: "passwd"]
    }

    /// Whether its port is known. virsh counts on from any number.
    func hasPort(in dialect: Dialect) -> Bool { port.map { dialect == .virsh || $0 >= 0 } ?? false }

    /// Whether there is anything to connect with.
    func isReachable(in dialect: Dialect) -> Bool { hasPort(in: dialect) && port != 0 || (tlsPort ?? 0) != 0 || socket != nil }

    /// Whether it listens on every address of its host.
    var listensEverywhere: Bool { socket == nil && (listen == "0.0.0.0" || listen == "::") }

    /// VNC counts its displays from port 5900.
    static func vncNumber(of port: Int32) -> Int32 { port.subtractingReportingOverflow(5900).partialValue }

    /// The URI for a viewer; `host` is the host's name, for a display that listens on all of its addresses.
    func uri(onHost host: String?, password isShown: Bool) -> String {
      let password = isShown ? self.password : nil
      var uri = kind.rawValue + (socket == nil ? "://" : "+unix://")
      if kind == .vnc, let password { uri += ":\(password)@" }
      if let socket {
        uri += socket
      } else {
        let address = (listensEverywhere ? host : listen) ?? "localhost"
        uri += address.utf8.contains(UInt8(ascii: ":")) ? "[\(address)]" : address
      }
      if let port, port != 0, socket == nil { uri += ":\(kind == .vnc ? Self.vncNumber(of: port) : port)" }
      var parameters: [String] = []
      if let tlsPort, tlsPort != 0 { parameters.append("tls-port=\(tlsPort)") }
      if kind == .spice, let password { parameters.append("password=\(password)") }
      return parameters.isEmpty ? uri : "\(uri)?\(parameters.joined(separator: "&"))"
    }
  }
}
