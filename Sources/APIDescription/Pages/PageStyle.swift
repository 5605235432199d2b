/// How the page looks: narrow and wide, light and dark.
enum PageStyle {
    static let text = """
        :root{--paper:#fff;--ink:#1c2024;--soft:#5b636b;--line:#dfe3e6;--tint:#f5f7f8;\
        --link:#0b5cad;--get:#0a6640;--post:#8a4b00;--put:#4b2f9b}
        @media(prefers-color-scheme:dark){:root{--paper:#14171a;--ink:#e4e7ea;--soft:#9aa4ad;\
        --line:#2c3238;--tint:#1c2125;--link:#7ab8ff;--get:#5ed3a0;--post:#f0b35e;--put:#b7a2ff}}
        *{box-sizing:border-box}
        html{scroll-padding-top:1rem}
        body{margin:0;background:var(--paper);color:var(--ink);\
        font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
        a{color:var(--link);text-decoration:none}
        a:hover{text-decoration:underline}
        nav{padding:1rem;border-bottom:1px solid var(--line);background:var(--tint);\
        font-size:.9rem}
        nav .home{display:block;font-weight:700;font-size:1.1rem;color:var(--ink);\
        margin-bottom:.5rem}
        nav ul{list-style:none;margin:0 0 .4rem;padding:0 0 0 1rem}
        nav li{margin:.15rem 0}
        summary{cursor:pointer;padding:.15rem 0}
        main{padding:1rem;max-width:60rem;margin:0 auto}
        h1{font-size:1.7rem;line-height:1.25;margin:.5rem 0 1rem}
        h2{font-size:1.35rem;margin:3rem 0 1rem;padding-bottom:.3rem;\
        border-bottom:2px solid var(--line)}
        h3{font-size:1.1rem;margin:0 0 .4rem}
        h3 a{color:var(--soft);font-weight:400}
        h4{font-size:.85rem;margin:1.1rem 0 .3rem;color:var(--soft);text-transform:uppercase;\
        letter-spacing:.04em}
        p{margin:.4rem 0}
        article{padding:1.4rem 0;border-bottom:1px solid var(--line)}
        article:target{outline:2px solid var(--link);outline-offset:.5rem;border-radius:2px}
        code,pre{font:.86em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
        code{overflow-wrap:anywhere}
        pre{background:var(--tint);border:1px solid var(--line);border-radius:6px;\
        padding:.7rem .8rem;overflow:auto;max-height:26rem;margin:.3rem 0}
        pre code{overflow-wrap:normal;font-size:.85rem}
        .call b{font-size:.8rem;letter-spacing:.03em}
        .get{color:var(--get)}.post{color:var(--post)}.put{color:var(--put)}
        table{border-collapse:collapse;width:100%;font-size:.92rem}
        th,td{text-align:left;vertical-align:top;padding:.35rem .6rem .35rem 0;\
        border-top:1px solid var(--line);font-weight:400}
        th{width:38%}
        th em{display:block;font-size:.75rem;color:var(--soft);font-style:normal}
        td table th{width:45%}
        .refusals{color:var(--soft);font-size:.85rem}
        @media(min-width:64rem){
        body{display:grid;grid-template-columns:18rem minmax(0,1fr)}
        nav{position:sticky;top:0;height:100vh;overflow:auto;border-bottom:0;\
        border-right:1px solid var(--line)}
        main{margin:0;padding:1.5rem 2.5rem 6rem}}
        @media(max-width:40rem){tr,th,td,td table th{display:block;width:auto}
        tr{border-top:1px solid var(--line);padding:.35rem 0}
        th,td{border:0;padding:0}th em{display:inline;margin-left:.5rem}}
        @media print{nav{display:none}pre{max-height:none}}
        """
}
