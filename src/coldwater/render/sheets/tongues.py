"""The words of pictures in other languages, by the first part of a language's tag. They name no map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.render.sheets.wording import ENGLISH, Words

if TYPE_CHECKING:
    from collections.abc import Mapping

_GERMAN = Words(
    sort="ARGUMENTKARTE", all_claims="ARGUMENTKARTE · ALLE AUSSAGEN", all_arguments="ARGUMENTKARTE · ALLE ARGUMENTE",
    pro="DAFÜR", con="DAGEGEN", thesis_head="THESE", rival_head="ANDERE ANTWORT",
    nothing="Hier spricht nichts dafür oder dagegen.", missing="keine solche Aussage: {names}",
    on_no_thesis="Was an keiner These hängt", see_there="siehe dort", further_on="weiter unten", on="Zu: {what}",
    key={
        "supports": "dafür", "attacks": "dagegen", "undercuts": "gegen den Schluss, nicht gegen eine Prämisse",
        "backs": "für den Schluss", "linked": "nur zusammen", "implicit": "unausgesprochen",
        "again": "noch einmal gebraucht: siehe dort", "bars": "ein Balken: ein Argument dahinter",
        "dashed": "gestrichelt: fällt", "asked": "?: offen", "hollow": "hohl: fällt",
    },
    untitled={
        "supports": "Argument dafür", "attacks": "Argument dagegen", "undercuts": "Gegen den Schluss",
        "backs": "Für den Schluss",
    },
    behind=("{count} Argument dahinter", "{count} Argumente dahinter"), against_some=", {count} davon dagegen",
    against_all=(", dagegen", ", alle dagegen"),
    more=("und {count} weiteres Argument", "und {count} weitere Argumente"),
    more_theses="{count} weitere Thesen sind nicht gezeigt.",
    folded=("{count} Argument ist nur gezählt: +n.", "{count} Argumente sind nur gezählt: +n."),
    apart=("Nicht gezeigt, weil an keiner These: {what}.", "Nicht gezeigt, weil an keiner These: {what}."),
    claims=("{count} Aussage", "{count} Aussagen"), arguments=("{count} Argument", "{count} Argumente"),
    whole="Die ganze Karte: {what}.", verdicts={"in": "steht", "out": "fällt", "undecided": "offen"},
    reasons={
        "granted": "zugestanden", "grounded": "hat einen eigenen Grund",
        "supported": "Gründe dafür stehen, und nichts dagegen",
        "outweighs": "was dafür spricht, genügt gegen das, was dagegen spricht",
        "stands": "die Prämissen stehen, und der Schluss hält", "refuted": "etwas dagegen steht, und nichts dafür",
        "outweighed": "was dafür spricht, genügt nicht gegen das, was dagegen spricht",
        "unsupported": "braucht Stützung, und kein Argument dafür steht", "set-aside": "verworfen",
        "premise-out": "eine Prämisse fällt", "undercut": "der Schluss ist entkräftet",
        "tied": "Gründe auf beiden Seiten stehen, und die Karte sagt nicht, welche mehr wiegen",
        "open": "als offen bezeichnet, und nichts entscheidet es", "depends": "hängt von Offenem ab",
    },
    circumstances="Semantik: {semantics}. Beweismaß: {standard}.", accepted="angenommen von",
    rejected="abgelehnt von", argument="Argument {title}, {doing} {about}",
    doing={"supports": "stützt", "attacks": "bestreitet", "undercuts": "entkräftet", "backs": "bekräftigt"},
    premise="Prämisse", unstated_premise="Unausgesprochene Prämisse", claim="Aussage", thesis="These",
    rival="Andere Antwort", used_again="Noch einmal gebraucht", answers=" (Antwort auf: {question})",
    verdict="; Urteil: {word}, denn: {reason}", decisive="; mitentscheidend für die These",
    tried="; angenommen, anders als die Karte sagt", separator=".",
)  # fmt: skip

_FRENCH = Words(
    sort="CARTE D’ARGUMENTS", all_claims="CARTE D’ARGUMENTS · TOUTES LES AFFIRMATIONS",
    all_arguments="CARTE D’ARGUMENTS · TOUS LES ARGUMENTS", pro="POUR", con="CONTRE", thesis_head="THÈSE",
    rival_head="AUTRE RÉPONSE", nothing="Rien ici ne parle pour ou contre.", missing="affirmation absente : {names}",
    on_no_thesis="Ce qui ne tient à aucune thèse", see_there="voir là", further_on="plus loin", on="Sur : {what}",
    key={
        "supports": "pour", "attacks": "contre", "undercuts": "contre l’inférence, non contre une prémisse",
        "backs": "pour l’inférence", "linked": "nécessaires ensemble", "implicit": "sous-entendu",
        "again": "repris : voir là", "bars": "une barre : un argument derrière", "dashed": "en tirets : tombe",
        "asked": "? : indécis", "hollow": "creux : tombe",
    },
    untitled={
        "supports": "Argument pour", "attacks": "Argument contre", "undercuts": "Contre l’inférence",
        "backs": "Pour l’inférence",
    },
    behind=("{count} argument derrière", "{count} arguments derrière"), against_some=", dont {count} contre",
    against_all=(", contre", ", tous contre"), more=("et {count} autre argument", "et {count} autres arguments"),
    more_theses="{count} autres thèses ne sont pas montrées.",
    folded=("{count} argument est seulement compté : +n.", "{count} arguments sont seulement comptés : +n."),
    apart=("Sans lien avec une thèse, non montré : {what}.", "Sans lien avec une thèse, non montrés : {what}."),
    claims=("{count} affirmation", "{count} affirmations"), arguments=("{count} argument", "{count} arguments"),
    whole="La carte entière : {what}.", verdicts={"in": "tient", "out": "tombe", "undecided": "indécis"},
    reasons={
        "granted": "accordé", "grounded": "a un fondement propre",
        "supported": "des raisons pour tiennent, et rien contre",
        "outweighs": "ce qui parle pour suffit face à ce qui parle contre",
        "stands": "les prémisses tiennent, l’inférence aussi", "refuted": "quelque chose contre tient, et rien pour",
        "outweighed": "ce qui parle pour ne suffit pas face à ce qui parle contre",
        "unsupported": "il faut un appui, et aucun argument pour ne tient", "set-aside": "écarté",
        "premise-out": "une prémisse tombe", "undercut": "l’inférence est défaite",
        "tied": "des raisons tiennent des deux côtés, et la carte ne dit pas lesquelles pèsent plus",
        "open": "laissé ouvert, et rien ne tranche", "depends": "dépend de ce qui est indécis",
    },
    circumstances="Sémantique : {semantics}. Standard de preuve : {standard}.", accepted="accepté par",
    rejected="rejeté par", argument="Argument {title}, {doing} {about}",
    doing={"supports": "appuie", "attacks": "attaque", "undercuts": "défait", "backs": "conforte"},
    premise="Prémisse", unstated_premise="Prémisse sous-entendue", claim="Affirmation", thesis="Thèse",
    rival="Autre réponse", used_again="Repris", answers=" (répond à : {question})",
    verdict=" ; verdict : {word}, car : {reason}", decisive=" ; décide aussi de la thèse",
    tried=" ; mis à l’essai, autrement que la carte", separator="\u202f",
)  # fmt: skip

_SPANISH = Words(
    sort="MAPA DE ARGUMENTOS", all_claims="MAPA DE ARGUMENTOS · TODAS LAS AFIRMACIONES",
    all_arguments="MAPA DE ARGUMENTOS · TODOS LOS ARGUMENTOS", pro="A FAVOR", con="EN CONTRA", thesis_head="TESIS",
    rival_head="OTRA RESPUESTA", nothing="Nada habla aquí a favor ni en contra.",
    missing="no hay tal afirmación: {names}", on_no_thesis="Lo que no depende de ninguna tesis",
    see_there="véase allí", further_on="más abajo", on="Sobre: {what}",
    key={
        "supports": "a favor", "attacks": "en contra", "undercuts": "contra la inferencia, no contra una premisa",
        "backs": "a favor de la inferencia", "linked": "solo juntas", "implicit": "implícito",
        "again": "usado de nuevo: véase allí", "bars": "una barra: un argumento detrás", "dashed": "a trazos: cae",
        "asked": "?: indeciso", "hollow": "hueco: cae",
    },
    untitled={
        "supports": "Argumento a favor", "attacks": "Argumento en contra", "undercuts": "Contra la inferencia",
        "backs": "A favor de la inferencia",
    },
    behind=("{count} argumento detrás", "{count} argumentos detrás"), against_some=", {count} en contra",
    against_all=(", en contra", ", todos en contra"), more=("y {count} argumento más", "y {count} argumentos más"),
    more_theses="No se muestran {count} tesis más.",
    folded=("{count} argumento solo se cuenta: +n.", "{count} argumentos solo se cuentan: +n."),
    apart=("No se muestra, por no depender de ninguna tesis: {what}.",) * 2,
    claims=("{count} afirmación", "{count} afirmaciones"), arguments=("{count} argumento", "{count} argumentos"),
    whole="El mapa entero: {what}.", verdicts={"in": "se sostiene", "out": "cae", "undecided": "indeciso"},
    reasons={
        "granted": "se concede", "grounded": "tiene fundamento propio",
        "supported": "hay razones a favor que se sostienen, y ninguna en contra",
        "outweighs": "lo que habla a favor basta frente a lo que habla en contra",
        "stands": "sus premisas se sostienen y la inferencia también",
        "refuted": "algo en contra se sostiene, y nada a favor",
        "outweighed": "lo que habla a favor no basta frente a lo que habla en contra",
        "unsupported": "necesita apoyo, y ningún argumento a favor se sostiene", "set-aside": "se rechaza",
        "premise-out": "cae una premisa", "undercut": "la inferencia queda anulada",
        "tied": "se sostienen razones de ambos lados, y el mapa no dice cuáles pesan más",
        "open": "queda abierto, y nada lo decide", "depends": "depende de lo indeciso",
    },
    circumstances="Semántica: {semantics}. Estándar de prueba: {standard}.", accepted="aceptado por",
    rejected="rechazado por", argument="Argumento {title}, {doing} {about}",
    doing={"supports": "apoya", "attacks": "ataca", "undercuts": "anula", "backs": "respalda"}, premise="Premisa",
    unstated_premise="Premisa implícita", claim="Afirmación", thesis="Tesis", rival="Otra respuesta",
    used_again="Usado de nuevo", answers=" (responde a: {question})",
    verdict="; veredicto: {word}, porque: {reason}", decisive="; decide también la tesis",
    tried="; a prueba, distinto de lo que dice el mapa", separator=".",
)  # fmt: skip

_RUSSIAN = Words(
    sort="КАРТА АРГУМЕНТОВ", all_claims="КАРТА АРГУМЕНТОВ · ВСЕ УТВЕРЖДЕНИЯ",
    all_arguments="КАРТА АРГУМЕНТОВ · ВСЕ АРГУМЕНТЫ", pro="ЗА", con="ПРОТИВ", thesis_head="ТЕЗИС",
    rival_head="ДРУГОЙ ОТВЕТ", nothing="Здесь нет ничего ни за, ни против.", missing="нет такого утверждения: {names}",
    on_no_thesis="Что не связано ни с одним тезисом", see_there="см. там", further_on="ниже", on="К чему: {what}",
    key={
        "supports": "за", "attacks": "против", "undercuts": "против вывода, а не посылки", "backs": "за вывод",
        "linked": "нужны вместе", "implicit": "не высказано", "again": "встречается снова: см. там",
        "bars": "полоска: аргумент за ним", "dashed": "пунктир: отпадает", "asked": "?: не решено",
        "hollow": "пустая: отпадает",
    },
    untitled={"supports": "Довод за", "attacks": "Довод против", "undercuts": "Против вывода", "backs": "За вывод"},
    behind=("Аргументов за ним: {count}",) * 2, against_some=", из них против: {count}",
    against_all=(", против", ", все против"), more=("и ещё аргументов: {count}",) * 2,
    more_theses="Не показано тезисов: {count}.", folded=("Только сосчитано аргументов: {count} (+n).",) * 2,
    apart=("Не показано, так как не связано с тезисом: {what}.",) * 2, claims=("утверждений: {count}",) * 2,
    arguments=("аргументов: {count}",) * 2, whole="Вся карта: {what}.",
    verdicts={"in": "стоит", "out": "отпадает", "undecided": "не решено"},
    reasons={
        "granted": "принято без спора", "grounded": "имеет собственное основание",
        "supported": "доводы за стоят, против не стоит ничего",
        "outweighs": "доводов за достаточно против доводов против",
        "stands": "посылки стоят, и вывод держится", "refuted": "что-то против стоит, а за — ничего",
        "outweighed": "доводов за недостаточно против доводов против",
        "unsupported": "нужна опора, а ни один довод за не стоит", "set-aside": "отвергнуто",
        "premise-out": "одна из посылок отпадает", "undercut": "вывод подорван",
        "tied": "стоят доводы с обеих сторон, и карта не говорит, какие весят больше",
        "open": "оставлено открытым, и ничто этого не решает", "depends": "зависит от нерешённого",
    },
    circumstances="Семантика: {semantics}. Стандарт доказывания: {standard}.", accepted="принимают",
    rejected="отвергают", argument="Аргумент {title}, {doing} {about}",
    doing={"supports": "поддерживает", "attacks": "атакует", "undercuts": "подрывает", "backs": "подкрепляет"},
    premise="Посылка", unstated_premise="Невысказанная посылка", claim="Утверждение", thesis="Тезис",
    rival="Другой ответ", used_again="Встречается снова", answers=" (ответ на: {question})",
    verdict="; вердикт: {word}: {reason}", decisive="; участвует в решении о тезисе",
    tried="; для пробы, иначе, чем на карте", separator="\u00a0",
)  # fmt: skip

_CHINESE = Words(
    sort="论证图", all_claims="论证图 · 全部主张", all_arguments="论证图 · 全部论证", pro="支持", con="反对",
    thesis_head="论题", rival_head="另一答案", nothing="此处没有支持或反对的理由。", missing="没有此主张：{names}",
    on_no_thesis="不属于任何论题", see_there="见彼处", further_on="见下文", on="关于：{what}",
    key={
        "supports": "支持", "attacks": "反对", "undercuts": "反对推论而非前提", "backs": "支持推论",
        "linked": "须合在一起", "implicit": "未明言", "again": "再次使用：见彼处", "bars": "一条：其后的一个论证",
        "dashed": "虚线：不成立", "asked": "?：未决", "hollow": "空心：不成立",
    },
    untitled={"supports": "支持的论证", "attacks": "反对的论证", "undercuts": "反对推论", "backs": "支持推论"},
    behind=("其后 {count} 个论证",) * 2, against_some="，其中 {count} 个反对", against_all=("，反对", "，全部反对"),
    more=("另有 {count} 个论证",) * 2, more_theses="另有 {count} 个论题未显示。",
    folded=("{count} 个论证只计数：+n。",) * 2, apart=("未显示（不属于任何论题）：{what}。",) * 2,
    claims=("{count} 个主张",) * 2, arguments=("{count} 个论证",) * 2, whole="全图：{what}。",
    verdicts={"in": "成立", "out": "不成立", "undecided": "未决"},
    reasons={
        "granted": "无人争议", "grounded": "自有依据", "supported": "支持的理由成立，且无反对者成立",
        "outweighs": "支持的理由足以胜过反对的理由", "stands": "前提成立，推论有效",
        "refuted": "有反对者成立，而无支持者", "outweighed": "支持的理由不足以胜过反对的理由",
        "unsupported": "需要支持，而无支持的论证成立", "set-aside": "已被否定", "premise-out": "有一前提不成立",
        "undercut": "推论被削弱", "tied": "双方都有理由成立，图中未说明孰轻孰重", "open": "标为未决，且无从决定",
        "depends": "取决于未决之事",
    },
    circumstances="语义：{semantics}。证明标准：{standard}。", accepted="接受者", rejected="拒绝者",
    argument="论证 {title}，{doing} {about}",
    doing={"supports": "支持", "attacks": "反对", "undercuts": "削弱", "backs": "支持推论"}, premise="前提",
    unstated_premise="未明言的前提", claim="主张", thesis="论题", rival="另一答案", used_again="再次使用",
    answers="（回答：{question}）", verdict="；结论：{word}，因为{reason}", decisive="；论题由此而定",
    tried="；试设，与图不同", comma="，",
)  # fmt: skip

_ARABIC = Words(
    sort="خريطة حجج", all_claims="خريطة حجج · كل الدعاوى", all_arguments="خريطة حجج · كل الحجج", pro="مع", con="ضد",
    thesis_head="الأطروحة", rival_head="جواب آخر", nothing="لا شيء هنا مع ولا ضد.",
    missing="لا توجد دعوى كهذه: {names}",
    on_no_thesis="ما لا يتصل بأي أطروحة", see_there="انظر هناك", further_on="في ما يلي", on="حول: {what}",
    key={
        "supports": "مع", "attacks": "ضد", "undercuts": "ضد الاستدلال لا ضد مقدمة", "backs": "مع الاستدلال",
        "linked": "لازمة معا", "implicit": "مضمر", "again": "مستعمل مجددا: انظر هناك", "bars": "شريط: حجة خلفها",
        "dashed": "متقطع: يسقط", "asked": "؟: غير محسوم", "hollow": "مفرغ: يسقط",
    },
    untitled={"supports": "حجة مع", "attacks": "حجة ضد", "undercuts": "ضد الاستدلال", "backs": "مع الاستدلال"},
    behind=("الحجج خلفها: {count}",) * 2, against_some="، منها ضد: {count}", against_all=("، ضد", "، كلها ضد"),
    more=("وحجج أخرى: {count}",) * 2, more_theses="أطروحات أخرى لا تظهر: {count}.",
    folded=("حجج معدودة فقط: {count} (+n).",) * 2, apart=("لا يظهر لأنه لا يتصل بأطروحة: {what}.",) * 2,
    claims=("الدعاوى: {count}",) * 2, arguments=("الحجج: {count}",) * 2, whole="الخريطة كلها: {what}.",
    verdicts={"in": "يثبت", "out": "يسقط", "undecided": "غير محسوم"},
    reasons={
        "granted": "مسلم به", "grounded": "له سند خاص به", "supported": "تثبت أسباب معه ولا يثبت شيء ضده",
        "outweighs": "ما معه يكفي أمام ما ضده", "stands": "تثبت مقدماته ويصح استدلاله",
        "refuted": "يثبت شيء ضده ولا شيء معه", "outweighed": "ما معه لا يكفي أمام ما ضده",
        "unsupported": "يحتاج إلى سند ولا تثبت حجة معه", "set-aside": "مرفوض", "premise-out": "تسقط إحدى مقدماته",
        "undercut": "استدلاله منقوض", "tied": "تثبت أسباب من الجانبين ولا تقول الخريطة أيها أرجح",
        "open": "متروك مفتوحا ولا شيء يحسمه", "depends": "متوقف على غير المحسوم",
    },
    circumstances="الدلالة: {semantics}. معيار الإثبات: {standard}.", accepted="يقبله", rejected="يرفضه",
    argument="حجة {title}، {doing} {about}",
    doing={"supports": "تدعم", "attacks": "تهاجم", "undercuts": "تنقض", "backs": "تعزز"}, premise="مقدمة",
    unstated_premise="مقدمة مضمرة", claim="دعوى", thesis="الأطروحة", rival="جواب آخر", used_again="مستعمل مجددا",
    answers=" (جواب عن: {question})", verdict="؛ الحكم: {word}، لأنه: {reason}", decisive="؛ مما يحسم الأطروحة",
    tried="؛ على سبيل التجربة، خلافا للخريطة", separator="٬", comma="، ",
)  # fmt: skip

#: The words by language.
TONGUES: Mapping[str, Words] = {
    "en": ENGLISH, "de": _GERMAN, "fr": _FRENCH, "es": _SPANISH, "ru": _RUSSIAN, "zh": _CHINESE, "ar": _ARABIC,
}  # fmt: skip


def words_for(language: str | None) -> Words:
    """Give the words of a language by its tag; English for one that has none here.

    >>> words_for("de-AT").pro, words_for("it").pro, words_for(None).pro
    ('DAFÜR', 'FOR', 'FOR')
    """
    return TONGUES.get((language or "en").lower().replace("_", "-").partition("-")[0], ENGLISH)
