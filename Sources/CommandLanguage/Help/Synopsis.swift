/// How help spells options. The spellings are virsh's and depend on the kind, and for arguments on what comes before.
struct Synopsis {
  let command: String
  let options: [OptionSpecification]

  /// The command's name and the spelling of each option.
  var line: String {
    var line = command
    var isValueAhead = false
    for option in options {
      line += " " + usage(option, isValueAhead: isValueAhead)
      isValueAhead = isValueAhead || Self.countsAsValue(option)
    }
    return line
  }

  /// The options with their spelling in the list below the synopsis.
  var spellings: [(spelling: String, help: String)] {
    var isValueAhead = false
    return options.map { option in
      defer { isValueAhead = isValueAhead || Self.countsAsValue(option) }
      return (spelling(option, isValueAhead: isValueAhead), option.help)
    }
  }

  private func usage(_ option: OptionSpecification, isValueAhead: Bool) -> String {
    switch (option.kind, option.isRequired) {
    case (.flag, _): "[--\(option.name)]"
    case (.number, true), (.string, true): "<\(option.name)>"
    case (.number, false), (.string, false): "[--\(option.name) <\(option.valueName)>]"
    case (.arguments, true): isValueAhead ? "{[--\(option.name)] <string>}..." : "<\(option.name)>..."
    case (.arguments, false): isValueAhead ? "[[--\(option.name)] <string>]..." : "[<\(option.name)>]..."
    }
  }

  private func spelling(_ option: OptionSpecification, isValueAhead: Bool) -> String {
    switch (option.kind, option.isRequired) {
    case (.flag, _): "--\(option.name)"
    case (.number, true), (.string, true): "[--\(option.name)] <\(option.valueName)>"
    case (.number, false), (.string, false): "--\(option.name) <\(option.valueName)>"
    case (.arguments, _): isValueAhead ? "[--\(option.name)] <string>" : "<\(option.name)>"
    }
  }

  /// An optional text does not change how the arguments after it are spelled; a number or a required text does.
  private static func countsAsValue(_ option: OptionSpecification) -> Bool {
    option.kind == .number || (option.kind == .string && option.isRequired)
  }
}
