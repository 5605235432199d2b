import Testing

/// How a connection ends, and what is told of it, around a question that is being answered.
@Suite struct OCSPConnectionTests {
    private typealias Handler = OCSPHandlerTests

    @Test("the last answer of a connection ends it, where nothing else was sent")
    func last() async throws {
        try await Handler.run { _, question, connection, _ in
            try await connection.send(Handler.post(question, "connection: close\r\n"))
            #expect(try await connection.answer().status == 200)
            #expect(try await !connection.isOpen)
        }
    }

    @Test("the end of what a client sends is told once its question is answered")
    func end() async throws {
        try await Handler.run { _, question, connection, database in
            database.hold()
            try await connection.send(Handler.post(question))
            try await connection.end()
            #expect(connection.witness.news == [])
            database.letGo()
            #expect(try await connection.answer().status == 200)
            #expect(connection.witness.news == ["end"])
        }
    }

    @Test("a connection that is lost while its question is answered is told to be gone at once")
    func lost() async throws {
        try await Handler.run { _, question, connection, database in
            database.hold()
            try await connection.send(Handler.post(question))
            try await connection.close()
            #expect(connection.witness.news == ["gone"])
            database.letGo()
        }
    }

    @Test("a question that cannot be read to its end is told at once")
    func broken() async throws {
        try await Handler.run { _, question, connection, _ in
            let head = "POST /ocsp HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n"
            try await connection.send(head + "2\r\n00\r\nno number\r\n")
            #expect(connection.witness.news == ["error"])
            #expect(try await connection.sent() == [])
        }
        try await Handler.run { _, question, connection, _ in
            try await connection.send(Handler.post(question).dropLast())
            try await connection.close()
            #expect(connection.witness.news.last == "gone")
        }
    }

    @Test("no more is read of a client until its question is answered")
    func reading() async throws {
        try await Handler.run { _, question, connection, database in
            database.hold()
            try await connection.send(Handler.post(question))
            let before = connection.witness.reads
            try await connection.read()
            #expect(connection.witness.reads == before)
            database.letGo()
            #expect(try await connection.answer().status == 200)
            #expect(connection.witness.reads == before + 1)
        }
    }
}
