import CryptoExtras
package import Issuance

/// A keeper of two RSA keys that are known to everyone, for tests only.
///
/// RSA signatures of PKCS #1 v1.5 have no chance in them: with a stopped clock and seeded serials,
/// every certificate is the same in every run, to the byte.
package struct FixedKeeper: Keeper {
    private let keys: [Entry]
    private let counter = Counter()

    private struct Entry: Sendable {
        let key: SubjectKey
        let secret: _RSA.Signing.PrivateKey
    }

    package init() throws {
        keys = try [Self.first, Self.second].map { pem in
            let secret = try _RSA.Signing.PrivateKey(pemRepresentation: pem)
            let spki = Array(secret.publicKey.derRepresentation)
            return Entry(key: try SubjectKey(spki: spki), secret: secret)
        }
    }

    /// Hands out the keys in turn, whatever kind is asked for.
    package func make(_ kind: KeyKind) async throws -> SubjectKey {
        keys[counter.next() % keys.count].key
    }

    package func keys() async throws -> [SubjectKey] { keys.map(\.key) }

    package func sign(
        _ bytes: [UInt8], with identifier: KeyIdentifier, over hash: HashAlgorithm
    ) async throws -> [UInt8] {
        guard let entry = keys.first(where: { $0.key.identifier == identifier }) else {
            throw KeeperProblem.unknownKey(identifier)
        }
        return try entry.secret.pkcs1Signature(of: bytes, over: hash)
    }

    private static let first = """
        -----BEGIN PRIVATE KEY-----
        MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQCupNf7LrCaWHaO
        FJz0LVOCBoYKHnUltNzL2P4JHFh7tqkDd7kzcHJwG8TgXigISat9FNiptuouwTKJ
        Ov2vCOsPXLZp32fS7h3TluJ3tlRj0tG/L8pZsKJuDs7Bxmy/1Eia8wcd506GG+nl
        k/kQxaxw6hnFaGAIlts3qREgXbyiyUfj48u1tpTU+bfXnO8s0dBcvM/zZ2XeEr4F
        F9gO+oIEf7J5PebHzmjqODShSiL9M61pDlEA29miMGxqiYGYNPkx3pZvB9PaH1Qk
        NM++t53/qLGzgcbIjsCUZ8I6+jdZl5bH+XoK29DW6F85q9Vp6N5HWi3twPh9nyMq
        ukddr8ZRAgMBAAECggEAEeoJ15Ol/OcXHiLiKK/fkYZeyHnwVVJUlbpn8IJOVz5Y
        3uiwgCTIMFTA4Kz32UXJR/bT9LC1G9+ocegxrnsxNW2yrnCCo2HWgGZJS7NRu72b
        00sxK/sQ5k4xijHy5Mh/PBmywLAB34LMfsardTt5oUl6JEQ9GZRz3yVCAvpqh54H
        XGwCgTHQ+V+GtSkF4bOgMTA1zyrhIR+poCKkF4mufnRi5ihorhoyII75iHp1eb5s
        meyC2gKaxK/gBOvozZe1frlF1U5a8UDJHNQhgJ0nYAB+gww7EW+RNS5KmpOwR3cP
        G5tDB5Z7h7uQnlkoXXM8CnLg1Myi74Me08gf+eNDmwKBgQDqXxzlAy6VbP425lp0
        WeMEf1WKx1wiMK8zOL6AoSz/HbDEMilDJjpzHRQrqYJI8Fr/ruPPwz4wQna/n57A
        NewFyCOq2uqn3AKWXOXRDe2jleF47ZHGVD8hDRg923RsIxC9lbo8JrsStvS4yLSN
        D63/oBT0EuznQnTnlusy5UNOHwKBgQC+wrOiiySoIt2DAr/IsPH2C/YTBiCKViwM
        bxQLWuxWNVEnkaaSb+frkR8BPT2oRT+PfyLXDjnDrUWddCbqOc3oVX+4lcNnwbne
        cqBELeEc48HBsSyQt9e4LTX5Dv0z1bsXxrYHzXz9VMkeiIIxumtAiKgERJmL+tMq
        nbFZDc59jwKBgACeYaglGwFf+UfR0dlOx2+immo0XoTklgHPm4khY8oEnQvXig5Y
        Un0tTXlUCDkDEWptXsKUpFxiQIf+9t9RBR96yMVRsJ7i0Mru0dh8be0pnx+/mMvq
        OwRuUWsQYj1K1md5trUj8Qh6nSjDtt5MdUwgcw214xQ1M7PMzTAkNMpHAoGAdmxO
        slCpIAwM8eEKCF/4xeNlDyhVmSunysxGaEo4v8f3qpXcD7qTAoWj9tP66/SZYc7u
        ZQ16xMRTnEzYP75E2sABOykWFtqINdV5Mvo8bv/hcAo6fVjz/W1rvUMV41EDBd6h
        cLSbrHUvKdpa4N426OgtTgD8RY8f+qvMxlkw4HcCgYEAl6rQwFY6NZ2Z3IIFMIK3
        xO2i2fYp9RrSz3xOE0VsnETLPrdctpRaYRNRAvTqxlE3RlsWI9cyCtpy+egC4QJ5
        R9xq12cVwdKUTR+2Oik8t5qods6sK81BAllu/YVAM7EqddJNuJxEow6RQpj1m6DK
        Oog6zfZjoRX8rnM9qMuHG30=
        -----END PRIVATE KEY-----
        """

    private static let second = """
        -----BEGIN PRIVATE KEY-----
        MIIEvgIBADANBgkqhkiG9w0BAQEFAASCBKgwggSkAgEAAoIBAQCULh53ngYs1HDv
        4ExYDG7whA+INJIzAoK0aisc2JU20WKnbdYRoe5VR4UysVGMstgyVtN9KMewseRz
        Eg7Y5WgH3c8oBqASF8BxzPPMhDfFN/N63EuwfRa6wQ7p7tciPDOkg23hvYhQIHgr
        scHR3ftNJJUuxx6a4oAEIB/8J/8y+Of9j+jtPD2BX2FNup1DpvRxjjFOHJqtDCvx
        97UoCX6Qjpl5aVp2KGQsA/SjD/ulYZncVNqWyKtzo/50IQLpo73XgpmTMEf7H1Uw
        MlGft7nb3KidlRHLroxGfhSMYXOXyNAd75HQ1UoNmWzKIEhrTZr2lGHNMZwVz3gs
        DK0Dc1lJAgMBAAECggEAAMgZGNg7pk5JxdInXopUpkfw2jvHKHK5pGCWl25DCm98
        HdYtlcxs+LeWw2FkRNUHelIZh0r8RqyhjMPXHs8slDU+a8xUWTp72H3UX8tNjTV4
        cmwpqaXEEjpR4FHTG7CfZ+pAXaHFnGdkPhX2QXhyZDVIF8X5t0DWz27Cv6GpLg6+
        m7NeAW7yIIJUZu5utSxNrmsJDzT7PX1lddW1y2tqPt9D+VN9s6rPDa5BQASPowB3
        U1fu2eHkVb15TLVQ8soehKxOYUQjFQo7wdWF6f25ZJ7Hgvzq2p7MdcWCho9FKOvy
        xHc9b+oy0biQvlNw5/3odHZdZg1SFBnWWG58K7ihewKBgQDD98V9/9+Jjt73g7cB
        avZUTMpv4dIFmTfaqjFtk3HBg6QZaEU6c3B/zG8cPjMiNKNqgViz1EPjzFY+00mD
        7r3X5TbssE7vEMKvC6OzH1jJVH9xpgm+ekRftnaiOR2R0IC0jK6qkVvJybyyvTpk
        5jGQNIRJjD18QUZuqYm17dGGuwKBgQDBkrsogGSB/sCbzbDv5GHLFAQysTRB8Aju
        i436Uk74cz+gbyPO4T0Y9WI+m1twYx14cDHX9Ne0vxFws5C72NuZYboMb0WBN5ZW
        j24AF6HSImBzDEHogZWCaWVY8qEsgOz0+bx+uBR3zwS91V64BtbXnA8pMwR3pATk
        lKHE8jvZywKBgE9f32Veq3s7HEKi3hA789RHWkOg8wGDguUVxHl+nDfmiyQjYM8B
        DRMmiealpu525a3xAC2uj2UIUfKWgBNpMwnsdKe/7ejVIBXooACgdMTvbcNpnk7B
        lUozTK/+dGSoUElRJjo+MDB2fvDixnEx7+dZ7i8gF5NpmQ6fqwC+d/ybAoGBAIfT
        j+Qxg1T8DubEhB0wYbZ/yxpO4V5LMdlAr1UwoB0RsVm/4p5tydNTi6ZmmNjZk3pJ
        L5BbS2iWkYRFW4+T8TNFMak8AsdS2/jNF+CUtIWgfZD8ztp44xHpJqYtSg7SQHL9
        MdixDhurdaZGq/nxQptz8+dy1vWkb5J9AK4TUw/VAoGBAJEDHIau8Pyc0VyPo4pE
        orj7aBVgsBqbmukyvkzaKBQpz5Av5yf/IZPUkaQZsX/9yQ5mFNqm24aGJZLBjQfs
        u2kCogQDNage4K0FjqoiExvC45eFB3idtHDfmSzhUOoovXGTZKT4dGRV0x13hiYk
        hkdYM5jhjZUx6FBELX8VCvv0
        -----END PRIVATE KEY-----
        """
}
