import Foundation

/// A picture of the report as a value: panels on a grid, with the caption that explains them.
///
/// A figure holds data and says nothing about programs. `files()` turns it into a table and a gnuplot
/// script, and `Gnuplot` turns those into SVG; each of the three is the same bytes for the same figure.
///
/// Text inside the picture (axis and series labels, panel titles, annotations) is gnuplot enhanced text:
/// `J_c`, `2^{10}`, `{/:Italic J}`, `"\n"` for a new line; characters such as `ξ` and `β` are written as they
/// are. Text to be shown letter by letter goes through `Figure.plain`.
public struct Figure: Sendable {
  /// Stem of the file names: lower-case letters, digits and hyphens, starting with a letter or a digit.
  public var id: String
  /// One short line that says what is shown; the text read aloud for the picture.
  public var title: String
  /// Markdown, with `$…$` for mathematics.
  public var caption: String
  public var panels: [Panel]
  /// Panels beside one another; the panels fill the rows from the left.
  public var columns: Int
  /// Points (CSS pixels).
  public var width: Int
  public var height: Int

  /// A figure of several panels: in two columns unless told otherwise, 520 points wide each (720 for one
  /// column), in rows of 400 points (480 for a single panel).
  public init(
    id: String, title: String, caption: String = "", columns: Int? = nil, width: Int? = nil,
    height: Int? = nil, panels: [Panel]
  ) {
    self.id = id
    self.title = title
    self.caption = caption
    self.panels = panels
    let columns = columns ?? min(2, max(1, panels.count))
    let rows = columns > 0 ? (panels.count + columns - 1) / columns : 1
    self.columns = columns
    self.width = width ?? (columns <= 1 ? 720 : 520 * columns)
    self.height = height ?? (rows <= 1 && columns <= 1 ? 480 : 400 * max(1, rows))
  }

  /// A figure of one panel.
  public init(
    id: String, title: String, caption: String = "", width: Int = 720, height: Int = 480, panel: Panel
  ) {
    self.init(
      id: id, title: title, caption: caption, columns: 1, width: width, height: height, panels: [panel])
  }

  /// Enhanced text that shows exactly these characters: `plain("k_fine")` has an underscore, no subscript.
  public static func plain(_ text: String) -> String {
    var escaped = ""
    for character in text {
      if "\\{}^_@&~".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }

  /// The table and the script of this figure.
  ///
  /// - Throws: `FigureError` if the figure cannot be drawn as it is.
  public func files() throws(FigureError) -> FigureFiles {
    try validate()
    let table = FigureTable(self)
    let script = GnuplotScript(self, table)
    return FigureFiles(csv: Data(table.text.utf8), script: Data(script.text.utf8))
  }
}
