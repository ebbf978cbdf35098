import ConnectionURI
import Testing

@Test func `parameters have their types and the last of two counts`() throws {
  let uri = try ConnectionURI(
    parsing: "qemu+ssh://h/s?MODE=legacy&proxy=netcat&socket=/a&socket=%2Fb&Command=ssh2&netcat=nc&keyfile=k&authfile=a"
      + "&known_hosts=kh&pkipath=p&tls_priority=t&no_verify=%201&no_tty=-1&no_sanity=00")
  let parameters = try ConnectionParameters(uri)
  #expect(parameters.transport == .ssh)
  #expect(parameters.mode == .legacy)
  #expect(parameters.proxy == .netcat)
  #expect(parameters.socket == "/b")
  #expect(parameters.command == "ssh2")
  #expect(parameters.netcat == "nc")
  #expect(parameters.keyFile == "k")
  #expect(parameters.authFile == "a")
  #expect(parameters.knownHosts == "kh")
  #expect(parameters.pkiPath == "p")
  #expect(parameters.tlsPriority == "t")
  #expect(parameters.noVerify)
  #expect(parameters.noTTY)
  #expect(!parameters.noSanity)
}

@Test(arguments: ["010", "+1", "%0a1", "-2147483648"])
func `numbers are read as C reads them`(value: String) throws {
  #expect(try ConnectionParameters(ConnectionURI(parsing: "qemu:///s?no_verify=\(value)")).noVerify)
}

@Test(arguments: [
  ("sasl", AuthenticationChoice.sasl(mechanism: nil)), ("SASL", .sasl(mechanism: nil)), ("sasl.", .sasl(mechanism: "")),
  ("Sasl.SCRAM-SHA-256", .sasl(mechanism: "SCRAM-SHA-256")), ("Polkit", .polkit),
])
func `auth is read in any case of letters`(value: String, choice: AuthenticationChoice) throws {
  #expect(try ConnectionURI(parsing: "qemu:///s?auth=\(value)").authenticationChoice() == choice)
}

@Test(arguments: ["bogus", "", "none", "sasl2"])
func `an unknown auth is refused in libvirt's words`(value: String) throws {
  let uri = try ConnectionURI(parsing: "qemu:///s?auth=\(value)")
  let error = #expect(throws: ConnectionURIError.self) { try uri.authenticationChoice() }
  #expect(error?.libvirtMessage == "authentication failed: unknown authentication type \(value)")
  #expect(error?.code == .authenticationFailed)
}

@Test func `the choices of libssh are read`() throws {
  let uri = try ConnectionURI(parsing: "qemu+libssh://h/s?sshauth=AGENT,keyboard-interactive,privkey&known_hosts_verify=Auto")
  #expect(try uri.sshAuthentication() == [.agent, .keyboardInteractive, .privateKey])
  #expect(try uri.knownHostsVerification() == .auto)
  #expect(try ConnectionURI(parsing: "qemu+libssh://h/s").sshAuthentication() == nil)
}

@Test func `wrong choices of libssh are refused in libvirt's words`() throws {
  let uri = try ConnectionURI(parsing: "qemu+libssh://h/s?sshauth=agent,,x&known_hosts_verify=bogus")
  let method = #expect(throws: ConnectionURIError.self) { try uri.sshAuthentication() }
  #expect(method?.libvirtMessage == "invalid argument: Invalid authentication method: ''")
  let verification = #expect(throws: ConnectionURIError.self) { try uri.knownHostsVerification() }
  #expect(verification?.libvirtMessage == "invalid argument: Invalid host key verification method: 'bogus'")
  #expect(verification?.domain == .rpc)
}
