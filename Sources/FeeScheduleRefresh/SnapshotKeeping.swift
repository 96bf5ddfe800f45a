/// Which snapshots a store keeps when it is pruned, so that an old quote can be explained.
package struct SnapshotKeeping: Hashable, Sendable {
    /// How many of the latest are kept whatever their age.
    package var snapshots = 10
    /// How many days each is kept after it was last current.
    package var days = 400

    package init() {}
}
