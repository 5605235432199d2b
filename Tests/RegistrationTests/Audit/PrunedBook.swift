import Foundation
import Storage
import TestKit

@testable import Registration

/// A log of eight entries of which seven were moved to a file; the pruning itself is the ninth.
struct PrunedBook {
    let log: SampleLogbook
    let scratch: ScratchFolder
    let file: URL
    let cut: AuditPruning.Cut

    init(on engine: Engine = .usual) async throws {
        try await self.init(try await SampleLogbook(on: engine))
    }

    init(_ log: SampleLogbook) async throws {
        self.log = log
        scratch = try ScratchFolder()
        log.house.clock.advance(seconds: 100)
        try await log.add("k8")
        _ = try await log.sealing.runOnce()
        let pruning = log.pruning()
        cut = try await pruning.cut(before: log.start.addingTimeInterval(50))
        var lines = ""
        try await pruning.export(cut) { lines += $0 }
        file = URL(filePath: try scratch.write("pruned.jsonl", lines))
        try await pruning.prune(cut)
    }
}

extension SampleLogbook {
    func pruning(entriesMax: Int = AuditPruning.entriesMax) -> AuditPruning {
        AuditPruning(
            database: store, key: house.registry.auditKey, clock: house.registry.clock,
            entriesMax: entriesMax)
    }

    func signingFindings() async throws -> [SigningReport.Finding] {
        try await SigningInspection(database: store, folders: []).run().findings.filter {
            if case .logMissing = $0 { true } else { false }
        }.sorted { "\($0)" < "\($1)" }
    }
}
