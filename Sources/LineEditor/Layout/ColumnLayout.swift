/// Labels side by side, read downwards, as far as the screen is wide.
enum ColumnLayout {
  /// How many labels are shown at most.
  static let limit = 100

  /// The rows for a screen of `columns`; above ``limit`` the last row says how many are left out.
  static func rows(_ labels: [String], columns: Int) -> [String] {
    let shown = labels.prefix(limit).map { fitted(DisplayWidth.showable($0), to: columns - 1) }
    let widths = shown.map { DisplayWidth.of($0) }
    let cell = (widths.max() ?? 0) + 2
    let across = max(1, (columns + 1) / cell)
    let down = (shown.count + across - 1) / across
    var rows = (0..<down).map { row in
      var text = ""
      for index in stride(from: row, to: shown.count, by: down) {
        text += shown[index]
        if index + down < shown.count { text += String(repeating: " ", count: cell - widths[index]) }
      }
      return text
    }
    if labels.count > limit { rows.append("… and \(grouped(labels.count - limit)) more") }
    return rows
  }

  /// The label, or as much of it as there is room for.
  private static func fitted(_ label: String, to width: Int) -> String {
    guard DisplayWidth.of(label) > width else { return label }
    var text = ""
    var used = 1
    for letter in label {
      used += DisplayWidth.of(String(letter))
      if used > width { break }
      text.append(letter)
    }
    return text + "…"
  }

  /// 9900 as `9,900`.
  private static func grouped(_ number: Int) -> String {
    var text = ""
    for (index, digit) in String(number).reversed().enumerated() {
      if index > 0, index % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return String(text.reversed())
  }
}
