import LibvirtProtocol

extension Domain {
  /// Title, description, or the metadata element of a namespace, which only the last of the three has.
  ///
  /// Throws number 80 (`noDomainMetadata`) where there is none. Running domain and definition cannot be asked at once.
  public func metadata(
    _ type: DomainMetadataType, namespace: String? = nil, _ impact: DomainModificationImpact = .current
  ) async throws -> String {
    try impact.checkOne()
    return try await connection.call(Remote.domainGetMetadata, ref, type.rawValue, namespace, impact.rawValue)
  }

  /// Sets title, description, or the metadata element of a namespace; nil removes it.
  ///
  /// - Parameters:
  ///   - text: the text, or the element's XML. A title has no newlines.
  ///   - key: the prefix that the element's namespace gets.
  ///   - namespace: the element's namespace.
  public func setMetadata(
    _ type: DomainMetadataType, to text: String?, key: String? = nil, namespace: String? = nil,
    _ impact: DomainModificationImpact = .current
  ) async throws {
    if type == .title, text?.utf8.contains(UInt8(ascii: "\n")) == true {
      throw LibvirtError(code: .invalidArg, domain: .dom, message: "metadata title can't contain newlines")
    }
    try await connection.call(Remote.domainSetMetadata, ref, type.rawValue, text, key, namespace, impact.rawValue)
  }

  /// Gives the domain another name. The server may allow it only while the domain does not run.
  public func rename(to name: String) async throws {
    _ = try await connection.call(Remote.domainRename, ref, name, 0)
  }
}
