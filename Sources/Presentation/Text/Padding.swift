extension String {
  /// The text with blanks up to a width on the screen; a longer text stays as it is.
  public func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - displayWidth(of: self)))
  }

  /// The text with blanks in front of it, so that it ends at a width on the screen; a longer text stays as it is.
  public func indented(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - displayWidth(of: self))) + self
  }
}

extension StringProtocol {
  /// As much of the beginning as fits into a width on the screen.
  public func prefix(columns: Int) -> String {
    var width = 0
    return String(
      prefix { character in
        width += displayWidth(of: String(character))
        return width <= columns
      })
  }
}
