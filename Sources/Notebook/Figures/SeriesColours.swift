/// Which colour, dash and point shape every element of a figure has, and which elements the legend shows.
struct SeriesColours {
  /// Colour of the series (a number from 0) by panel and element; `nil` for elements drawn in ink.
  private var numbers: [[Int?]] = []
  /// Place among the labelled and unlabelled reference lines of the figure, by panel and element.
  private var references: [[Int]] = []

  init(_ figure: Figure) {
    var known: [String: Int] = [:]
    var knownReferences: [String: Int] = [:]
    var next = 0
    for panel in figure.panels {
      var unlabelled = 0
      numbers.append([])
      references.append([])
      for element in panel.elements {
        var number: Int?
        if case .series(let chosen) = element.tint {
          number = max(0, chosen)
        } else if element.takesColour {
          number = element.label.flatMap { known[$0] } ?? next
          if number == next { next += 1 }
        }
        if let label = element.label, known[label] == nil { known[label] = number }
        numbers[numbers.count - 1].append(number)
        var place = unlabelled
        if element.isReferenceLine {
          if let label = element.label {
            place = knownReferences[label] ?? knownReferences.count
            knownReferences[label] = place
          } else {
            unlabelled += 1
          }
        }
        references[references.count - 1].append(place)
      }
    }
  }

  func colour(_ element: Element, panel: Int, index: Int) -> String {
    if let number = numbers[panel][index] { return FigureStyle.series[number % FigureStyle.series.count] }
    return element.tint == .faint ? FigureStyle.faint : FigureStyle.ink
  }

  func dash(_ element: Element, panel: Int, index: Int) -> String {
    if let dash = element.dash { return FigureStyle.dash(dash) }
    let (dashes, place) =
      element.isReferenceLine
      ? (FigureStyle.referenceDashes, references[panel][index])
      : (FigureStyle.seriesDashes, numbers[panel][index] ?? 0)
    return FigureStyle.dash(dashes[place % dashes.count])
  }

  func pointType(panel: Int, index: Int) -> Int {
    FigureStyle.pointTypes[(numbers[panel][index] ?? 0) % FigureStyle.pointTypes.count]
  }
}

extension Panel {
  /// Labels in the legend, in the order in which they are drawn.
  var legendLabels: [String] {
    var labels: [String] = []
    for element in elements {
      guard let label = element.label, appearsInLegend(element), !labels.contains(label) else { continue }
      labels.append(label)
    }
    return labels
  }

  private func appearsInLegend(_ element: Element) -> Bool {
    switch element.mark {
    case .verticalLine, .horizontalLine, .text, .heatMap, .lattice: false
    case .box(_, _, _, .horizontal, _): y.ticks != nil
    case .box(_, _, _, .vertical, _): x.ticks != nil
    default: true
    }
  }

  /// Labels of the boxes at their positions, for an axis across the values that has no ticks of its own.
  func boxTicks(_ orientation: Element.Orientation) -> [Axis.Tick]? {
    var ticks: [Axis.Tick] = []
    for element in elements {
      guard case .box(let position, _, _, orientation, _) = element.mark else { continue }
      if !ticks.contains(where: { $0.position == position }), let label = element.label {
        ticks.append(Axis.Tick(position, label))
      }
    }
    return ticks.isEmpty ? nil : ticks
  }
}
