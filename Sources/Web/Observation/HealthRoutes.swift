import HTTPTypes
package import Hummingbird
package import Registration

/// What orchestrators and Prometheus ask. Open to everyone who reaches the port.
package struct HealthRoutes {
    private let registry: Registry
    private let meter: RequestMeter

    package init(registry: Registry, meter: RequestMeter) {
        self.registry = registry
        self.meter = meter
    }

    package func add(to router: Router<CallContext>) {
        let registry = registry
        let meter = meter
        router.get("/healthz") { _, _ in Self.text("ok\n") }
        // Ready means that the database answers.
        router.get("/readyz") { _, _ in
            do {
                try await registry.checkReady()
                return Self.text("ready\n")
            } catch {
                return Self.text("not ready\n", status: .serviceUnavailable)
            }
        }
        router.get("/metrics") { _, _ in
            Self.text(meter.exposition, type: "text/plain; version=0.0.4")
        }
    }

    private static func text(
        _ text: String, status: HTTPResponse.Status = .ok, type: String = "text/plain"
    ) -> Response {
        Response(
            status: status, headers: [.contentType: type],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
