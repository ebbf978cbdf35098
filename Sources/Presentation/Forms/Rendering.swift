/// Writes an answer in a form. Whatever the form, nothing that steers a terminal gets through to one.
///
/// - Throws: if the answer has no such form.
public func render(_ answer: any Answer, as form: OutputForm, _ options: PageOptions = PageOptions()) throws(FormError) -> [UInt8] {
  switch form {
  case .table:
    var page = Page(options)
    answer.write(on: &page)
    return page.bytes
  case .json:
    if let bytes = try? JSONText.encode(answer) { return bytes }
  case .jsonl:
    let parts = answer.parts ?? [answer]
    if let lines = try? parts.map({ try JSONText.encode($0) }) { return lines.flatMap { $0 } }
  case .csv:
    if let rows = answer.rows { return DelimitedText.csv.encode(rows, header: options.showsHeader) }
  case .tsv:
    if let rows = answer.rows { return DelimitedText.tsv.encode(rows, header: options.showsHeader) }
  case .name:
    if let names = answer.names { return names.flatMap { escapingForged($0) + [UInt8(ascii: "\n")] } }
  }
  throw FormError(form: form, available: answer.forms.filter { $0 != form })
}

extension Answer {
  /// The forms the answer can be written in.
  public var forms: [OutputForm] {
    var forms: [OutputForm] = [.table, .json, .jsonl]
    if rows != nil { forms += [.csv, .tsv] }
    if names != nil { forms.append(.name) }
    return forms
  }
}
