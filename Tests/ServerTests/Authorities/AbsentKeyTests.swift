import OrderCore
import Server
import Testing

@Suite struct AbsentKeyTests {
    @Test(
        "a key that is not within reach is said to be where it ought to be",
        arguments: [
            (
                KeyPlace.files, String?.none,
                "is not in var/keys. Every node needs a copy of that folder, and of the secret "
                    + "that seals it."
            ),
            (
                .token, nil,
                "is on a token, and none is configured. Set pkcs11.module, pkcs11.token, and "
                    + "pkcs11.pinfile or CHANCERY_PKCS11_PIN."
            ),
            (
                .token, "chancery",
                "is not on the token \"chancery\". See pkcs11.module and pkcs11.token; every node "
                    + "needs the token, or one with the same keys."
            ),
        ])
    func phrase(place: KeyPlace, token: String?, advice: String) {
        let problem = SettingsProblem(
            missingKeyOf: "Example CA", at: place, folder: "var/keys", token: token)
        #expect(problem.description == "The key of the CA certificate \"Example CA\" \(advice)")
    }
}
