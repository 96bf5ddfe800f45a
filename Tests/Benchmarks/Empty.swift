// The least that a Swift program can do: what every other is measured against.
