import XMLTree

extension DomainRules {
  private static func entries(_ element: String, _ names: [String]) -> ElementRule {
    ElementRule.group(element) { (output, input) throws(DefinitionError) in
      var output = output
      let found = input.elements("entry")
      for name in names {
        guard let entry = found.first(where: { $0[attribute: "name"] == name }), !entry.text.isEmpty else { continue }
        if element == "bios", name == "date" { try checkDate(entry.text) }
        output.children.append(.element(XMLElement("entry", attributes: [XMLAttribute("name", name)], children: [.text(entry.text)])))
      }
      return output
    }
  }

  private static func checkDate(_ text: String) throws(DefinitionError) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Number.unsigned(String($0)) }
    guard parts.count == 3, let month = parts[0], let day = parts[1], let year = parts[2], (1...12).contains(month), (1...31).contains(day),
      year < 100 || (1900...9999).contains(year)
    else { throw DefinitionError(code: 35, text: "Invalid BIOS 'date' format") }
  }

  /// What the guest's firmware says about the machine.
  static let sysinfo = ElementRule.element(
    "sysinfo", [.choice("type", ["smbios", "fwcfg"]).required],
    [
      entries("bios", ["vendor", "version", "date", "release"]).when("type", "smbios"),
      entries("system", ["manufacturer", "product", "version", "serial", "uuid", "sku", "family"]).when("type", "smbios"),
      entries("baseBoard", ["manufacturer", "product", "version", "serial", "asset", "location"]).many.when("type", "smbios"),
      entries("chassis", ["manufacturer", "version", "serial", "asset", "sku"]).when("type", "smbios"),
      ElementRule.group("oemStrings", [], [ElementRule.text("entry").many]).when("type", "smbios"),
      ElementRule.element(
        "entry",
        [
          .any("name").required(.xml("Firmware entry is missing 'name' attribute")), .any("file"),
        ], text: .any
      ) { (output, _) throws(DefinitionError) in
        guard !output.text.isEmpty || output[attribute: "file"] != nil else {
          throw .xml("Firmware entry must have either value or 'file' attribute")
        }
        return output
      }.many.when("type", "fwcfg"),
    ])
}
