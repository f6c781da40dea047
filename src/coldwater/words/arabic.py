"""What coldwater says itself, in Arabic. It names no map."""

from __future__ import annotations

from coldwater.words.arabic_page import PAGE_WORDS
from coldwater.words.wording import Words

WORDS = Words(
    tag="ar", page=PAGE_WORDS,
    sort="خريطة حجج",
    sort_judged="خريطة حجج مع الأحكام",
    all_claims="خريطة حجج · كل الدعاوى",
    all_arguments="خريطة حجج · كل الحجج",
    pro="مع", con="ضد",
    thesis_head="الأطروحة", rival_head="جواب آخر", nothing="لا شيء هنا مع ولا ضد.",
    missing="لا توجد دعوى كهذه: {names}",
    on_no_thesis="ما لا يتصل بأي أطروحة", see_there="انظر هناك", further_on="في ما يلي", on="حول: {what}",
    key={
        "supports": "مع", "attacks": "ضد", "undercuts": "ضد الاستدلال لا ضد مقدمة", "backs": "مع الاستدلال",
        "linked": "لازمة معًا", "implicit": "مضمر", "again": "مستعمل مجددًا: انظر هناك", "bars": "شريط: حجة خلفها",
        "dashed": "متقطع: يسقط", "asked": "؟: غير محسوم", "hollow": "مفرغ: يسقط",
    },
    untitled={"supports": "حجة مع", "attacks": "حجة ضد", "undercuts": "ضد الاستدلال", "backs": "مع الاستدلال"},
    behind=("الحجج خلفها: {count}",) * 2, against_some="، منها ضد: {count}", against_all=("، ضد", "، كلها ضد"),
    more=("وحجج أخرى: {count}",) * 2, more_theses="أطروحات أخرى لا تظهر: {count}.", quoted="«{text}»",
    folded=("حجج معدودة فقط: {count} (+n).",) * 2, apart=("لا يظهر لأنه لا يتصل بأطروحة: {what}.",) * 2,
    claims=("الدعاوى: {count}",) * 2, arguments=("الحجج: {count}",) * 2, whole="الخريطة كلها: {what}.",
    verdicts={"in": "يثبت", "out": "يسقط", "undecided": "غير محسوم"},
    reasons={
        "granted": "مسلم به", "grounded": "له سند خاص به", "supported": "تثبت أسباب معه ولا يثبت شيء ضده",
        "outweighs": "ما معه يكفي أمام ما ضده", "stands": "تثبت مقدماته ويصح استدلاله",
        "refuted": "يثبت شيء ضده ولا شيء معه", "outweighed": "ما معه لا يكفي أمام ما ضده",
        "unsupported": "يحتاج إلى سند ولا تثبت حجة معه", "set-aside": "مرفوض", "premise-out": "تسقط إحدى مقدماته",
        "undercut": "استدلاله منقوض", "tied": "تثبت أسباب من الجانبين ولا تقول الخريطة أيها أرجح",
        "open": "متروك مفتوحًا ولا شيء يحسمه", "depends": "متوقف على غير المحسوم",
    },
    circumstances="الدلالة: {semantics}. معيار الإثبات: {standard}.", accepted="يقبله", rejected="يرفضه",
    argument="حجة {title}، {doing} {about}",
    doing={"supports": "تدعم", "attacks": "تعارض", "undercuts": "تنقض", "backs": "تعزز"}, premise="مقدمة",
    unstated_premise="مقدمة مضمرة", claim="دعوى", thesis="الأطروحة", rival="جواب آخر", used_again="مستعمل مجددًا",
    answers=" (جواب عن: {question})", verdict="؛ الحكم: {word}، لأنه: {reason}", decisive="؛ مما يحسم الأطروحة",
    tried="؛ على سبيل التجربة، خلافًا للخريطة", separator="٬", comma="، ",
    to_page="صفحة {page}", to_pages="الصفحات {first}–{last}", from_page="من صفحة {page}",
    page_of="صفحة {page} من {count}", overview="نظرة عامة", and_more="و{count} أخرى",
)  # fmt: skip
