/// The codes of countries (ISO 3166-1, two letters).
package enum CountryCode {
    /// Whether there is such a country; in any case.
    package static func isAssigned(_ code: String) -> Bool {
        assigned.contains(code.lowercased())
    }

    /// Whether marks are registered there: in a country, or at the office of several (WIPO ST.3).
    package static func hasMarks(_ code: String) -> Bool {
        isAssigned(code) || offices.contains(code.lowercased())
    }

    /// African organizations, Benelux, the European Union by either code, the World Organization.
    private static let offices: Set<String> = ["ap", "oa", "bx", "em", "eu", "wo"]

    private static let assigned = Set(
        """
        ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bl bm bn bo bq br
        bs bt bv bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz
        ec ee eg eh er es et fi fj fk fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw
        gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky
        kz la lb lc li lk lr ls lt lu lv ly ma mc md me mf mg mh mk ml mm mn mo mp mq mr ms mt mu mv
        mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py
        qa re ro rs ru rw sa sb sc sd se sg sh si sj sk sl sm sn so sr ss st sv sx sy sz tc td tf tg
        th tj tk tl tm tn to tr tt tv tw tz ua ug um us uy uz va vc ve vg vi vn vu wf ws xk ye yt za
        zm zw
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
