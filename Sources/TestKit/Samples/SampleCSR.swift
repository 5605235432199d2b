/// Certificate signing requests made by `openssl req`, their private keys thrown away.
package enum SampleCSR {
    /// RSA, 2048 bits.
    package static let rsa = """
        -----BEGIN CERTIFICATE REQUEST-----
        MIICXzCCAUcCAQAwGjEYMBYGA1UEAwwPaWdub3JlZC5leGFtcGxlMIIBIjANBgkq
        hkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA8rYe35qPGf564RCVMn74MdRWForxpiJX
        l/dm7Pao69oULnGYrMBdCz0FK6a3tDbPyKWdAB+yG4hh8auMi1ePp3uVcvebDyP7
        5/W7JbI9ulfSR/cZsXacucpucosQlvb3yN2vZCiYdO6FtzQYL8E3XpQG6a7aOlJu
        VKRW3JWxwfaACd+3gK4BsltelodF5AP/trEAIzWhhb3eia62Ua/t5g3sADF9TkiH
        RKkaYDvBGF+SnJHi//PMHgV4FqzLloLmSIJgazQgSgCD9nJ/hnAI043zb1LgwQtC
        wdcASHlf3BbktO0Iq31oAQAMvl05Dd9y52f51un8Ya0v9vdkZJLZTwIDAQABoAAw
        DQYJKoZIhvcNAQELBQADggEBAK57r5oi6v4pXoIuB3R03432/H3hzWsBdoZGnvEe
        Fxo3+DxjodbWkf/7kD/rBsNIkLPKtvBAiMGMbS5Mv+oNY+27SKKbqzQ2nG0XBgP1
        3hgasbjFmgSDUQrBJ2vXhlGttqwhsppCXxVDjpUq6zXu6CZO2vA5GFlaAyoB4mho
        j/5VhBRaaLwA8FRbR2pAvWUKd5HyylIlp5bl7sXiMQxwfqQ986L9688PIvlwWvWk
        9yw/qg7/E9cEHNNIvKsAj26L9uyzc0fzM6xIVzqaSfrqCCyMqNFoKtUfMU/RNZPV
        04aDSIYPQ30uK7AO0EVplGGvTSbmwFH84CHOKHP2svCXx2E=
        -----END CERTIFICATE REQUEST-----
        """

    /// Another key of the same kind.
    package static let otherRSA = """
        -----BEGIN CERTIFICATE REQUEST-----
        MIICXzCCAUcCAQAwGjEYMBYGA1UEAwwPaWdub3JlZC5leGFtcGxlMIIBIjANBgkq
        hkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAwrc7XeTren6UrWisTwJmUDGys0XvLPnk
        VaL5+7W93i/XlHkdCxK0N7HBvVr6j0ynjQu6UTXQyckDyai6j8ZHB6QOF2dNC7dL
        qETiXVinnw08lKosuprbiiMtTd+JCn9jH85n2gl1Lb8Eeh8te/GD9Z8zMxrf2nbN
        AHAOgbx53RHlwNPaDuXzb0A00qCDscKF7q1AYvJziVulXTBvnZ7K2fprVl3ok/zU
        BPWP2IslXS02h14WT6IzQK2roS0V4IeCdsA5FDxmtrRbDf4d29tZyj1PHEHUIGLY
        qnjB2mUwHYTzI7XV70MClP+X7Jdw3XT+A7yd8s0Epdr5vxxZE309oQIDAQABoAAw
        DQYJKoZIhvcNAQELBQADggEBAGUUoMCw2v+TkQRlxIoZSGxTTF0Cbj+qLr3C53f6
        HV6VSEDMNQ0UJLL0ivFpp7uinW006MrI0IwaO1OXkpvWLnvgaJlXSQF4/HE06ehy
        Jk38bkDV5cbqAkQkgI9F1ZL/ldJ3UIaJsSbGmWnrHjbCCQ3Q72LwuTmUOoY4Hl15
        RjzC6PegwFVeF6ZfNy7LzKJSWoyhV9z93EqfytO9u5qp7g2WqgeKS9qG0BD00joy
        3icaH8tIAOKJNaAOoi1vRlRzHm8vrS/hp3zspp5KHlhS9ioji5GHvUSbMXSXijz1
        IKcDzEujr8F0fiJlfkIx0wQ8LpG7wsJPbODftfiptOiZ6e0=
        -----END CERTIFICATE REQUEST-----
        """

    /// P-256.
    package static let p256 = """
        -----BEGIN CERTIFICATE REQUEST-----
        MIHVMHwCAQAwGjEYMBYGA1UEAwwPaWdub3JlZC5leGFtcGxlMFkwEwYHKoZIzj0C
        AQYIKoZIzj0DAQcDQgAEftr2XYJGyDU5bn11pps5QxVx97Rc+rkbr9tyBNQEnPWK
        oB6GL68jy8cKN4lXTo1BLwG54aXDNv4Msvl7U2rmG6AAMAoGCCqGSM49BAMCA0kA
        MEYCIQCbPGhnd7oEYWnKlRnZ6QwdlrTAHt3+8WT3ZfO+NBlFagIhAI+X5xy/z2cV
        xD3dEiuZfKaajp6vQIDXN8hFjjU6PuiA
        -----END CERTIFICATE REQUEST-----
        """

    /// RSA, 3072 bits: long enough to sign code.
    package static let longRSA = """
        -----BEGIN CERTIFICATE REQUEST-----
        MIIDXzCCAccCAQAwGjEYMBYGA1UEAwwPaWdub3JlZC5leGFtcGxlMIIBojANBgkq
        hkiG9w0BAQEFAAOCAY8AMIIBigKCAYEA2dQKmxZG3KSp+nntX/iJMbM2kKee/tMy
        Nm6s4hmjpVp/daL8SPccS0Mojsou8TZkULJnV5PqUkOQNN4x/vZI+AGPohSrEfFF
        X3rRzLa/UKXUyvVkfhFMreMpDNyrSfMQCL7SY7c8jgpMvNTGED59t4O/t/v5EiOT
        QrEJa2EqoDYLsT3XPBkhGZBXmJq4/XMvLqQGP36UZRCRWE/Z+LOrigesgLbHh/th
        9KNIBel00WlHNbWMiDtDMl83omdw1vlKWzwdYSdVMggL46kQjTB+dcqqPxf7BQ3l
        rYRX4iDZmu7PZhzUV9U3QJydboCu4IFDKSYAufIzdjeomWDkKf9z5TY63MBEWYI/
        Gi99FOTdm4CQ4ep+HNiWIPprHambybqX76kiAJbg0B4wTgoMcf1KRRpRNC/XMBAU
        wk336l1Yyff9u2PTTzestyi+uJREiLDh+J6Op92OILLR24ogcPImMuz3GoCB4ko9
        zsbD8wIn1FfZrpTwuawMvQezokdxItkNAgMBAAGgADANBgkqhkiG9w0BAQsFAAOC
        AYEAoJsOhlLBgzbcqQlERQqgEMoEX+BZblUMz7EK0T78DADH/oWA+RHOJD+1tSEi
        QBljF5WqtndbJPpZxjMF93sc62wQ+rpri6Hl4NF3BxpHNX/nxvvbO6eOsOqSZ9jN
        fYJ97W/szcOugc5WwJW9/CYS3/Tm/RU7Rj+3V1jrtg4Vcd/PuGApRdZvqZBMysZQ
        mXe9pdlLFXgZwR13g+CmbH5gE23xQvc0X+nFWZjZDUabKYxkUy32dwBblUxRuUMk
        2Pl7vox0Eqt5hY4prRDKAVsDOtrhCSVLSjILpEAM7JcbHpwJgxatWmWMLsr2mEV6
        u2u18rWOj1/yl0RCec9sKFNPuKVi1uGvtBAHFL57zEHmfNLUSpE7oBUX9/WcRsT4
        Pr45iDJEDRw7qaD/C5om3hhDmzDx7Z1FQ0TBYB9a6NBSBm1m7gKC52GV9PJN1bmX
        WwcyGuJD0btaIYbEdIW7Nis3Ndm37jdiK1XeEUCQTnBl8k9ffoGeQu8+xw92u+Li
        Qe9Q
        -----END CERTIFICATE REQUEST-----
        """
}
