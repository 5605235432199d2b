import CLibPQ

/// What the server answered to one statement.
final class Answer {
    let result: OpaquePointer

    init(_ result: OpaquePointer) {
        self.result = result
    }

    deinit { PQclear(result) }

    var rowsCount: Int32 { PQntuples(result) }

    /// How many rows the statement changed, or returned.
    var rowsChanged: Int { Int(String(cString: PQcmdTuples(result))) ?? 0 }
}

extension OpaquePointer {
    /// A field of an error or a notice, by the letter that the protocol has for it.
    func field(_ letter: Unicode.Scalar) -> String? {
        PQresultErrorField(self, Int32(letter.value)).map { String(cString: $0) }
    }
}
