import LibvirtClient

// Lists the domains of a hypervisor, starts one of its own, and follows what happens to them until that one has stopped.
let xml = "<domain type='test'><name>example</name><memory>65536</memory><os><type>hvm</type></os></domain>"

let connection = try await Connection.open(CommandLine.arguments.dropFirst().first)
for domain in try await connection.domains() { print("domain", domain.name) }
let events = try await connection.lifecycleEvents()
let example = try await connection.defineDomain(xml: xml).start()
try await example.destroy()
for try await event in events {
  print(event.domain.name, event.change.map { "\($0)" } ?? "?", event.detail)
  if event.domain.name == "example", event.change == .stopped { break }
}
await connection.close()
