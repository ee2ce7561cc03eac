import Random
import Testing

@testable import Learning

@Suite("Thermometers of the flow")
struct FieldThermometerTests {
  @Test("the table gives back its temperatures, and straight lines between them")
  func interpolation() throws {
    let t = [1.0, 1.5, 2.5, 3.0]
    let m = [0.99, 0.9, 0.3, 0.1]
    let thermometer = try FieldThermometer(temperatures: t, squaredMagnetisations: m)
    for (temperature, square) in zip(t, m) {
      let reading = thermometer.reading(squaredMagnetisation: square)
      #expect(reading.temperature == temperature && reading.isInside)
      #expect(reading.lowest == reading.highest)
    }
    #expect(abs(thermometer.reading(squaredMagnetisation: 0.6).temperature - 2) < 1e-15)
    #expect(abs(thermometer.reading(squaredMagnetisation: 0.15).temperature - 2.875) < 1e-14)
  }

  @Test("a plateau cannot be told apart, and values outside the table are marked")
  func plateau() throws {
    let thermometer = try FieldThermometer(
      temperatures: [0, 0.25, 0.5, 1, 2], squaredMagnetisations: [1, 1, 1, 0.8, 0.2])
    let cold = thermometer.reading(squaredMagnetisation: 1)
    #expect(cold.lowest == 0 && cold.highest == 0.5 && cold.isInside)
    let hot = thermometer.reading(squaredMagnetisation: 0.1)
    #expect(hot.temperature == 2 && !hot.isInside)
    #expect(abs(thermometer.reading(squaredMagnetisation: 0.5).temperature - 1.5) < 1e-15)
  }

  @Test("noise that makes the table rise is pooled")
  func pooled() throws {
    let thermometer = try FieldThermometer(temperatures: [1, 2, 3, 4], squaredMagnetisations: [0.5, 0.1, 0.3, 0])
    #expect(thermometer.squaredMagnetisations == [0.5, 0.2, 0.2, 0])
    let reading = thermometer.reading(squaredMagnetisation: 0.2)
    #expect(reading.lowest == 2 && reading.highest == 3 && reading.temperature == 2.5)
    #expect(abs(thermometer.reading(squaredMagnetisation: 0.35).temperature - 1.5) < 1e-15)
    let flat = try FieldThermometer(temperatures: [1, 2], squaredMagnetisations: [0.5, 0.5])
    #expect(flat.reading(squaredMagnetisation: 0.5).lowest == 1 && flat.reading(squaredMagnetisation: 0.5).highest == 2)
  }

  @Test("observables of known configurations and of free spins")
  func observables() throws {
    let torus = try FieldTorus(side: 4)
    // All up, all down, one spin turned (4 of 32 bonds broken), and the checkerboard.
    let samples = try SpinSamples(units: 16, words: [0xFFFF, 0, 0xFFFE, 0xA5A5])
    let known = try FieldObservables(samples, on: torus, blocks: 4)
    let energies: [Double] = [1, 1, 0.75, -1]
    let squares: [Double] = [1, 1, 0.765625, 0]
    let sizes: [Double] = [1, 1, 0.875, 0]
    #expect(known.bondEnergy.sums == energies)
    #expect(known.squaredMagnetisation.sums == squares)
    #expect(known.absoluteMagnetisation.sums == sizes)
    let all = try FieldObservables(
      try SpinSamples(units: 16, words: (0..<65536).map { UInt64($0) }), on: torus, blocks: 16)
    #expect(all.bondEnergy.mean == 0)
    #expect(all.squaredMagnetisation.mean == 1.0 / 16)
  }

  @Test("tables out of order are refused")
  func refusals() throws {
    #expect(throws: BoltzmannError.setting(name: "temperature 1 of the thermometer", value: 1, allowed: "above 1.0")) {
      try FieldThermometer(temperatures: [1, 1], squaredMagnetisations: [0.5, 0.4])
    }
    #expect(throws: BoltzmannError.self) {
      try FieldThermometer(temperatures: [1, 2], squaredMagnetisations: [1.5, 0.4])
    }
  }
}
