/// Requests made once by openssl; their keys are thrown away.
enum Corpus {
    static let p256 = """
        -----BEGIN CERTIFICATE REQUEST-----
        MIHUMHwCAQAwGjEYMBYGA1UEAwwPd3d3LmV4YW1wbGUuY29tMFkwEwYHKoZIzj0C
        AQYIKoZIzj0DAQcDQgAEtVXbxNrvnZYoBRCWIzLeqn7v4Cs/El8VNwYwopRGSFZ1
        17N+kuTYWQYXQwt+3Ssd/e+XnrhbgD+2P30NEKOB/6AAMAoGCCqGSM49BAMCA0gA
        MEUCIFI0QY1grvxD8gE1Bzt5zhs66Obv1eAWSTEckD+E4gVJAiEAxZ52GMSVrgHB
        4hSOzngYjo7s0CPYiA7symECcCt+tJw=
        -----END CERTIFICATE REQUEST-----

        """

    static let otherP256 = """
        -----BEGIN CERTIFICATE REQUEST-----
        MIHUMHwCAQAwGjEYMBYGA1UEAwwPd3d3LmV4YW1wbGUuY29tMFkwEwYHKoZIzj0C
        AQYIKoZIzj0DAQcDQgAEQ7zv/muKt0+5lhgbvoPU95I7JDpCk94r2YnGmbl7opTM
        noRIvrGL0xGUzUPMUdEOaNRuOP4v+S1XO+ssRpKoeKAAMAoGCCqGSM49BAMCA0gA
        MEUCID7xRm30KYNGmOZ5pjNstTYxMfx3kQX9ZXRmQDU00qWsAiEAyXOtQ3MLIgGM
        gO8nmABvPBx7iTuuPhchOST2NRJsLcQ=
        -----END CERTIFICATE REQUEST-----

        """

    static let rsa8192 = """
        -----BEGIN CERTIFICATE REQUEST-----
        MIIIXzCCBEcCAQAwGjEYMBYGA1UEAwwPd3d3LmV4YW1wbGUuY29tMIIEIjANBgkq
        hkiG9w0BAQEFAAOCBA8AMIIECgKCBAEAnvpI7DyD08XwpRv7bpmKW3EL9TFK5Vy8
        dFEqvwUKNNgOZMUvCOc01mMwLrSXt+40WvVzfhUaBDE1Mkc8qAVCtZYPo3XBBrSx
        HABemLr7z+oIDrrryfDzpAeUIAxokAartEs7VwIV96xQLKZdVw/t+JrFmZexKUls
        78UaO/FpPHOxjR8wPm7alJRFRSfdlvuNwDn6/uJoImO9D+3I62ID25oJumzAKBFx
        81Q+2bwvQV4ZlIqWzFfXmQzs+ZKzbYWQrfpVjdSI9zdGgOPsuess6DQH0idM8edV
        BKvPDcpW3ZQsbXa5hJYWSt9nc7YyPz+8hN+XOdBXuq41H+RMTn9Vdr15HfTFY7LS
        w0aHOEyR7ID/PFLXMC0S7cpgAYEePf9uaHxnXno4pd9g5y7Ohynj5wxqXhpPWC4J
        MnJ3kqRm5em21JZJ0Q7BxhBEi4q53Kijbj14Oyu0Byo8fdFBp0dAOkRkgL3xoUvt
        PTSU3zdUcfPPNyOKSnfEASnil92VAEM9m4F5IslOOBd9gsN78aeQnU6jltmvdiaY
        JrZZ0DgNOqPETs2FziH0gLNd+QF1aVonCpWKenTdPzLnxaqo/wV043gvpJllElYv
        0U1Wo4aGPTgQng1MffMQTZwk+U1UsAa8Q3Ei8RCEyTwQiG5onnNq6MvcpOSKqGQ4
        HQPAUPKwPhZ8h4/VY4ZmUjfUVXLamEBhwc9Q7Gc2Wj6xFr5HFkmY/ecVDLDMS80I
        6xTsqveMkKloxQ6/c2p4tjZrNeZa7zftH6hBHkv02fDLQeqolSLIujeUnuNduVCr
        cGNCPySm8zNmA5ja3jyCZxP1QBcwoJdQfte56Xqtxes26si9eh+Y5LWYMbtullX1
        lwVhxhLDvrSWkc7bsGJ5uObxgAsXy85L9iFt23F9/PdWGo47jAtplMeXViObDksC
        o3PwLIKhUg/CoQWZdJQGFgCDtaLsbxMNxgYSftq1QjiEsTEP18vKviIBfZUVnvkl
        63hXEKJFuPPSEhs+pm/YdifxH4c9djJB0YpPvdFF9yTLVpIeapjERHKoC+9fQjpZ
        V3c+uRUgag/gtFssmlSrbQkl3gK/bC4BY7Tw7cCAzMpJ8OMcLNCmRlpX6/hlP3F1
        jgHjASaLe/MYTp4Ua/Jcmg1Wr10q5qI2t+++wW/JI5gdT2YukcswNfvXUW49Mpua
        8xLlWGVX2UOwDHyRauzaD3OiHV6yIV2lTIx1y5wEas2Q/R634+flRZNickrumDq5
        gnUpnyec2udPWlMlq+BJxa9dxOCzZpBYb5BzjsIJB5WQ5ulrv+H84t7jd6B7Vihc
        MjYw7B7NDH2LSBm56qSexklsv5TuW31gfLutjtCFPWxgh4b+w7VU/wIDAQABoAAw
        DQYJKoZIhvcNAQELBQADggQBAEusLqV+wPOrR7pKfCBmY6mE5NTkn3+N8lR4W6I1
        jLIoF7XxBlnDsz+8MKJ+ke9zR5B6kk8fco4yTiSF+jkfH/XGd6+DaJRn2hBcjgIh
        K9EXbVsm/OliRnUPjNuUEmNE0IL1EUkFHPg9zehOGjmxbCLN5pzRhvEOhVAtFDIY
        B5F70rurAtSsprGqihRiFnRAAKnipFHCHcHPsHTiriqeSasCY++P2x6LMNrTHYqZ
        uyk+xkCTqQSNLqFUPFF7j8XN8DKGDM9eB88z5rZUcKwH518GZb5D4bOS98dy1EmY
        grLd4STwUHsH9mM3y4ThHvPALLcP0XFbPMhF14zns9wKF9UCTRUD1/RQp7kUyE1B
        xs8ULDZeR361okDVxt3g/R0pJfSiXiHXxVndIcMxJOUmkUJqwBZNTSiHzAU6sPsp
        rfICseW1mX+Y617pEkALCStdWT9CWIFJpceSuxmuoBHl3I6C8mhFcsoIOSOeOmGT
        am0OezEJoOgZhMyCZwT81ZfsE0s4m6c/ixtp+SSuhWZbc25Xg4Yw0ZCstfn//RXA
        mz3mp+TBXoIVcgF7E/7NG6QLOIQVHKGkcW4fO6zDDoxGYfYYK2fqugQ5JOuLc7pu
        0nPUU+CB8aqecutOUXqMQ31evfVKG2FiRNv6GwX4SX5VOyo8lnvm58t0HSGbiQ3K
        byVo3IH5hcw7y2MIPUaw9CEV1qrieekzHa4Px4ficKKlgwKl3Tv5imRJzX3qNGtp
        EkyMeg+P0rxaFwMTxLHTg7VTcBVUbci6b1yJERj9c7aDBZ2Fk9wlqbute/9735vh
        TKjEleR1c7KqvGn4NxOkjT9R/zSxZynvKXUZSMF6CoK54NODaVVjHVYLV525jYiA
        +V0YuPJXh7WxgFre8lcZ+kS7xau2dJlh4SgB04QW16PkfyvI7UZDLmgq39vRMmWU
        Cd+XxUWlsmPqqxKBZdj0xxwN0LG3LbviDHuE/4FrpQk0G5EaHFLV7ZrQdzrGZqlN
        hwwbGv6QD2XxHG1AKuK3grDI4h4V3Kj5gdznBbVD82DEiEiY4RlIQgaEx6g1KBrB
        ekaWfeOnndGs2I4McebAiDJvttWjboC9UVV+JIJ5PvtbrUyorNys1xuM313qZzkS
        OYshxBTc1E2KB6VYcfGuWUPgPfTwrD4fha15nlVl0Q6hOzmnM/FrYS3ejzH+T5Yu
        qfipxpjArhBhlMSN1sqmiq9uayODCLTfLjvGmL6dQL67QTN8748BHBM0XsnaiEWZ
        0nEemoIe2tf1AhI1Mj5XH99zi7k/jDa3mZgg2U5TiGGzeVGth88QrLgdLwIzSwuT
        NFuAThP2EuxJgfNEfp50E4ti0MlyZwQNgecwoh0b9V4dD4c=
        -----END CERTIFICATE REQUEST-----

        """
}
