import Storage

/// What a desk writes down beside its outcome, in the same transaction: the answer that the caller
/// will be given, where the caller asked to be given it again.
///
/// Every desk method that makes something on a `POST` takes one, and hands it the outcome as the
/// last deed of its recording transaction. So there is no moment in which the thing is made and the
/// answer lost, and none in which two requests of one name have both made something.
package struct Keepsake<Outcome>: Sendable {
    typealias Writing = @Sendable (Outcome, any Transaction) throws -> Void

    private let write: Writing?
    private let rewrite: Writing?

    /// - Parameter rewrite: puts a later outcome of the same deed in the place of the first.
    init(_ write: @escaping Writing, rewrite: Writing? = nil) {
        self.write = write
        self.rewrite = rewrite
    }

    private init() {
        write = nil
        rewrite = nil
    }

    /// For those who will not ask again.
    package static var none: Self { Self() }

    var isNone: Bool { write == nil }

    /// To be called last: where the name is taken already, it throws and takes all back.
    func keep(_ outcome: Outcome, in tx: any Transaction) throws {
        try write?(outcome, tx)
    }

    /// For what is done in two steps: the answer is another one now.
    func keepAgain(_ outcome: Outcome, in tx: any Transaction) throws {
        try rewrite?(outcome, tx)
    }
}
