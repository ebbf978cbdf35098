/// What the word before the cursor can become.
public struct LineCompletion: Sendable, Hashable {
  /// One way to go on.
  public struct Candidate: Sendable, Hashable {
    /// What stands in the line from ``LineCompletion/start`` on afterwards, quoted as the line needs it.
    public var text: String
    /// How it is listed: without quotes, and free of control characters.
    public var label: String
    /// Whether the word is whole then, so that a blank may follow; not so for a folder.
    public var isWhole: Bool

    /// A way to go on.
    public init(text: String, label: String, isWhole: Bool = true) {
      self.text = text
      self.label = label
      self.isWhole = isWhole
    }
  }

  /// Where the replaced text begins, in UTF-8 bytes from the start of the line; it ends at the cursor.
  public var start: Int
  /// All ways, in the order in which they are listed.
  public var candidates: [Candidate]

  /// The ways to go on from `start`.
  public init(start: Int, candidates: [Candidate]) {
    self.start = start
    self.candidates = candidates
  }
}
