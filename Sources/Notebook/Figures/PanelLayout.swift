import Foundation

/// Where everything in a panel is, in points from the top left corner of the figure. The space around the
/// axes is reckoned from the texts that stand there, so that nothing overlaps and nothing is cut off.
struct PanelLayout {
  /// A rectangle; `top` is counted downwards.
  struct Area {
    var left: Double
    var top: Double
    var width: Double
    var height: Double

    var right: Double { left + width }
    var bottom: Double { top + height }
  }

  /// Space around the axes.
  struct Margins {
    var left = 0.0
    var right = 0.0
    var top = 0.0
    var bottom = 0.0
  }

  let x: Scale
  let y: Scale
  let xTicks: (major: [Axis.Tick], minor: [Double])
  let yTicks: (major: [Axis.Tick], minor: [Double])
  let zTicks: [Axis.Tick]
  /// Values at the ends of the colour scale, if the panel has one.
  let z: Scale?
  /// Names too long to stand side by side under the axis are written at an angle.
  let slantsXTicks: Bool
  /// `automatic` has become a place.
  let legend: Legend
  let placement: LegendPlacement
  let legendColumns: Int
  /// Space under the axes that the legend takes.
  let legendHeight: Double
  let verticalLabelRows: Int
  let margins: Margins
  /// From the axes to the outer edge of the label of the y axis.
  let nameLeft: Double

  static let slant = 30.0
  static let colourBarWidth = 14.0

  /// Lays out what does not depend on other panels, for a cell of the grid of this size.
  init(_ panel: Panel, width: Double, height: Double) {
    let inner = Area(left: 0, top: 0, width: width - 110, height: height - 90)
    (x, y) = Self.scales(panel)
    xTicks = Self.ticks(panel.x, x, panel.boxTicks(.vertical), room: inner.width, each: 80, isAcross: true)
    yTicks = Self.ticks(
      panel.y, y, panel.boxTicks(.horizontal), room: inner.height, each: 44, isAcross: false)
    z = Self.colourScale(panel)
    let isLabelled = panel.coloured?.label != nil || panel.coloured.map { !$0.isLattice } ?? false
    zTicks = isLabelled ? (z?.ticks(atMost: 6).major ?? []) : []
    let widest = xTicks.major.map { EnhancedText.width(of: $0.label) }.max() ?? 0
    slantsXTicks = widest * Double(xTicks.major.count) > 1.1 * inner.width
    placement = LegendPlacement(panel, x: x, y: y, width: inner.width, height: inner.height)
    legend = placement.place
    legendColumns = placement.columns(in: width - 2 * FigureStyle.gap)
    let total = panel.lineLabels(vertical: true).map { EnhancedText.width(of: $0.text) + 12 }.reduce(0, +)
    verticalLabelRows = Int((total / (width - 60)).rounded(.up))
    var margins = Margins()
    nameLeft = Self.left(panel, yTicks.major)
    // The first of the slanted names reaches to the left of the axes.
    margins.left = max(nameLeft, slantsXTicks ? widest * 0.8 : 0)
    margins.right = Self.right(panel, xTicks.major, zTicks)
    margins.top = FigureStyle.gap + (yTicks.major.isEmpty ? 0 : 6)
    margins.top += Double(verticalLabelRows) * FigureStyle.lineHeight
    if let title = panel.title {
      margins.top += Double(EnhancedText.lines(of: title)) * FigureStyle.lineHeight + 6
    }
    margins.bottom = Self.bottom(panel, xTicks.major, slanted: slantsXTicks ? widest : nil)
    legendHeight =
      legend == .outside
      ? Double(placement.rows(columns: legendColumns)) * LegendPlacement.rowHeight + FigureStyle.gap : 0
    margins.bottom += legendHeight
    self.margins = margins
  }

  private static func scales(_ panel: Panel) -> (x: Scale, y: Scale) {
    var xs: [Double] = []
    var ys: [Double] = []
    var (tightX, tightY, hasFoot) = (false, false, false)
    for element in panel.elements {
      let extent = Extent(of: element.mark, x: panel.x, y: panel.y)
      xs += extent.x
      ys += extent.y
      tightX = tightX || extent.tightX
      tightY = tightY || extent.tightY
      if case .histogram = element.mark { hasFoot = true }
    }
    // A histogram stands on the axis, unless something reaches below 0.
    if hasFoot, !panel.y.logarithmic { ys.append(0) }
    let stands = hasFoot && (panel.y.logarithmic || ys.allSatisfy { $0 >= 0 })
    return (
      Scale(panel.x, covering: xs, tightLow: tightX, tightHigh: tightX),
      Scale(panel.y, covering: ys, tightLow: tightY || (stands && !panel.y.logarithmic), tightHigh: tightY)
    )
  }

  private static func ticks(
    _ axis: Axis, _ scale: Scale, _ boxes: [Axis.Tick]?, room: Double, each: Double,
    isAcross: Bool
  ) -> (major: [Axis.Tick], minor: [Double]) {
    if let own = axis.ticks ?? boxes {
      return (own.filter { (-1e-9...1 + 1e-9).contains(scale.fraction($0.position)) }, [])
    }
    var count = min(8, max(2, Int(room / each)))
    var ticks = scale.ticks(atMost: count)
    // Fewer ticks where their labels would touch.
    func needed() -> Double { ticks.major.map { EnhancedText.width(of: $0.label) + 16 }.reduce(0, +) }
    while isAcross, count > 2, needed() > room {
      count -= 1
      ticks = scale.ticks(atMost: count)
    }
    return ticks
  }

  private static func colourScale(_ panel: Panel) -> Scale? {
    let (values, palette, range): ([[Double]], Palette, ClosedRange<Double>?)
    switch panel.coloured?.mark {
    case .heatMap(_, _, let z, let colours, let given): (values, palette, range) = (z, colours, given)
    case .lattice(let rows, let colours, let given): (values, palette, range) = (rows, colours, given)
    default: return nil
    }
    if let range { return Scale(low: range.lowerBound, high: range.upperBound) }
    let finite = values.joined().filter(\.isFinite)
    guard let least = finite.min(), let greatest = finite.max() else { return nil }
    let largest = max(abs(least), abs(greatest))
    if palette == .diverging, largest > 0 { return Scale(low: -largest, high: largest) }
    // One value only: the scale is given a width, so that the value has a colour.
    return least < greatest
      ? Scale(low: least, high: greatest)
      : Scale(low: least - max(1, 2 * abs(least)), high: least)
  }
}

extension PanelLayout {
  private static func left(_ panel: Panel, _ ticks: [Axis.Tick]) -> Double {
    var left = FigureStyle.gap
    if !panel.y.label.isEmpty {
      left += Double(EnhancedText.lines(of: panel.y.label)) * FigureStyle.lineHeight + 6
    }
    if !ticks.isEmpty {
      left += (ticks.map { EnhancedText.width(of: $0.label) }.max() ?? 0) + FigureStyle.tickLength + 6
    }
    return left
  }

  private static func right(_ panel: Panel, _ xTicks: [Axis.Tick], _ zTicks: [Axis.Tick]) -> Double {
    let lastTick = (xTicks.last.map { EnhancedText.width(of: $0.label) } ?? 0) / 2
    var right = max(2 * FigureStyle.gap, lastTick)
    let lines = panel.lineLabels(vertical: false).map { EnhancedText.width(of: $0.text) }.max()
    if let lines { right = max(right, lines + 2 * FigureStyle.gap) }
    if !zTicks.isEmpty {
      let names = zTicks.map { EnhancedText.width(of: $0.label) }.max() ?? 0
      right = 2.5 * FigureStyle.gap + colourBarWidth + names
      if let label = panel.coloured?.label {
        right += Double(EnhancedText.lines(of: label)) * FigureStyle.lineHeight + FigureStyle.gap
      }
    }
    return right
  }

  private static func bottom(_ panel: Panel, _ ticks: [Axis.Tick], slanted: Double?) -> Double {
    var bottom = FigureStyle.gap
    if let slanted {
      bottom += slanted * sin(slant * .pi / 180) + FigureStyle.lineHeight
    } else if !ticks.isEmpty {
      let lines = ticks.map { EnhancedText.lines(of: $0.label) }.max() ?? 1
      bottom += Double(lines) * FigureStyle.lineHeight + FigureStyle.tickLength + 2
    }
    if !panel.x.label.isEmpty {
      bottom += Double(EnhancedText.lines(of: panel.x.label)) * FigureStyle.lineHeight + 4
    }
    return bottom
  }
}

extension Panel {
  /// Labels of the reference lines with their values.
  func lineLabels(vertical: Bool) -> [(text: String, value: Double)] {
    var labels: [(text: String, value: Double)] = []
    for element in elements {
      guard let label = element.label else { continue }
      switch element.mark {
      case .verticalLine(let x) where vertical: labels.append((label, x))
      case .horizontalLine(let y) where !vertical: labels.append((label, y))
      default: break
      }
    }
    return labels
  }
}

extension Element {
  var isLattice: Bool { if case .lattice = mark { true } else { false } }
}
