import Lattice

/// What is averaged of every sample: energy, |q|, q², q⁴, structure factor, link overlap and, where it is measured, m².
typealias Observable = WindowSums.Observable
