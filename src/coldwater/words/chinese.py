"""What coldwater says itself, in Chinese. It names no map."""

from __future__ import annotations

from coldwater.words.chinese_page import PAGE_WORDS
from coldwater.words.wording import Words

WORDS = Words(
    tag="zh", page=PAGE_WORDS,
    sort="论证图",
    sort_judged="论证图（附判定）",
    all_claims="论证图 · 全部主张",
    all_arguments="论证图 · 全部论证",
    pro="支持", con="反对",
    thesis_head="论题", rival_head="另一答案", nothing="此处没有支持或反对的理由。", missing="没有此主张：{names}",
    on_no_thesis="不属于任何论题", see_there="见该处", further_on="见下文", on="关于：{what}",
    key={
        "supports": "支持", "attacks": "反对", "undercuts": "反对推论而非前提", "backs": "支持推论",
        "linked": "须合在一起", "implicit": "未明言", "again": "再次使用：见该处", "bars": "每条代表其后一个论证",
        "dashed": "虚线：不成立", "asked": "?：未决", "hollow": "空心：不成立",
    },
    untitled={"supports": "支持的论证", "attacks": "反对的论证", "undercuts": "反对推论", "backs": "支持推论"},
    behind=("其后 {count} 个论证",) * 2, against_some="，其中 {count} 个反对", against_all=("，反对", "，全部反对"),
    more=("另有 {count} 个论证",) * 2, more_theses="另有 {count} 个论题未显示。", quoted="“{text}”",
    folded=("{count} 个论证只计数：+n。",) * 2, apart=("未显示（不属于任何论题）：{what}。",) * 2,
    claims=("{count} 个主张",) * 2, arguments=("{count} 个论证",) * 2, whole="全图：{what}。",
    verdicts={"in": "成立", "out": "不成立", "undecided": "未决"},
    reasons={
        "granted": "无人争议", "grounded": "自有依据", "supported": "支持的理由成立，且无反对者成立",
        "outweighs": "支持的理由足以胜过反对的理由", "stands": "前提成立，推论有效",
        "refuted": "有反对者成立，而无支持者", "outweighed": "支持的理由不足以胜过反对的理由",
        "unsupported": "需要支持，而无支持的论证成立", "set-aside": "已被拒绝", "premise-out": "有一前提不成立",
        "undercut": "推论被削弱", "tied": "双方都有理由成立，图中未说明孰轻孰重", "open": "标为未决，且无从决定",
        "depends": "取决于未决之事",
    },
    circumstances="语义：{semantics}。证明标准：{standard}。", accepted="接受者", rejected="拒绝者",
    argument="论证 {title}，{doing} {about}",
    doing={"supports": "支持", "attacks": "反对", "undercuts": "削弱", "backs": "支持推论"}, premise="前提",
    unstated_premise="未明言的前提", claim="主张", thesis="论题", rival="另一答案", used_again="再次使用",
    answers="（回答：{question}）", verdict="；判定：{word}，因为{reason}", decisive="；论题由此而定",
    tried="；试设，与图不同", comma="，",
    to_page="第 {page} 页", to_pages="第 {first}–{last} 页", from_page="接自第 {page} 页",
    page_of="第 {page} 页，共 {count} 页", overview="概览", and_more="及另外 {count} 个",
)  # fmt: skip
