/// One published study, reproduced: what it is about, its parameters, and its chapters in reading order.
public protocol Study: Sendable {
  static var card: StudyCard { get }
  /// The rows of the scoreboard that this study fills.
  static var headlines: [Headline] { get }
  /// Reads, and thereby declares, every parameter of the study.
  init(_ read: ParameterReader) throws
  var chapters: [Chapter] { get }
}

/// What there is to know of a study before anything runs.
public struct StudyCard: Sendable {
  /// As typed on the command line.
  public let name: String
  public let title: String
  /// Two or three sentences (Markdown) at the head of the report.
  public let summary: String
  public let papers: [Paper]
  /// Folders, relative to the checkout, of the sources that compute (not those that only describe) its results.
  public let sources: [String]
  /// Measured cost of a run from an empty store, by profile.
  public let cost: [String: String]

  public init(
    name: String, title: String, summary: String, papers: [Paper], sources: [String], cost: [String: String]
  ) {
    self.name = name
    self.title = title
    self.summary = summary
    self.papers = papers
    self.sources = sources
    self.cost = cost
  }
}

/// A publication that a study reproduces or leans on.
public struct Paper: Sendable {
  public let authors: String
  public let title: String
  /// Journal or archive number.
  public let reference: String

  public init(authors: String, title: String, reference: String) {
    self.authors = authors
    self.title = title
    self.reference = reference
  }
}

/// A row of the scoreboard: one quantity of the study with what the paper and theory say of it.
public struct Headline: Sendable, Codable {
  /// The id of one of the study's quantities.
  public let id: String
  public let quantity: String
  public let symbol: String
  public let paper: String
  public let exact: String

  public init(id: String, quantity: String, symbol: String, paper: String, exact: String) {
    self.id = id
    self.quantity = quantity
    self.symbol = symbol
    self.paper = paper
    self.exact = exact
  }
}
