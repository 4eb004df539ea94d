"""The sections of the handbook: its tabs, its hubs and the five entrances of the home page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True)
class Section:
    """A section holds the pages of one kind behind a hub page."""

    kind: str
    title: str
    """On the tab and over the hub."""
    noun: str
    """What one page of it is, in a word."""
    lead: str
    """What the reader finds here, over the hub's list."""
    aliases: tuple[str, ...] = ()
    weight: float = 1.0
    """How much the search prefers its pages: what people come for first goes first."""


SECTIONS: tuple[Section, ...] = (
    Section(
        "procedure",
        "办事流程",
        "流程",
        "一事一图：谁来办、分几步、每步什么时限、留下什么材料，办不成怎么办。",
        ("流程图", "一事一图", "怎么办事", "办事指南"),
        1.5,
    ),
    Section(
        "standard",
        "创评标准",
        "标准",
        "「五规范三满意」逐条对照：要求是什么、怎么考核、拿什么佐证、几分定几星。",
        ("对标", "五规范三满意", "星级创评", "评星定级", "打分"),
        1.1,
    ),
    Section(
        "rule",
        "规章制度",
        "制度",
        "支部常用制度，条款简短，要上墙也放得下；入党誓词、党员义务和权利也在这里。",
        ("查制度", "制度上墙", "上墙制度有哪些", "支部有哪些制度", "党支部规章制度"),
        1.05,
    ),
    Section(
        "form",
        "表样下载",
        "表",
        "《工作实录》里的每一张表：谁填、什么时候填、逐项怎么填；Word 和 PDF 都能直接填写。",
        ("填表", "工作实录", "台账", "表格下载", "记录表"),
        1.15,
    ),
    Section(
        "sign", "标识标牌", "标识", "支部要挂的牌子：尺寸、材质、版面和安装要点。", ("制牌", "挂牌", "牌子", "门牌")
    ),
    Section(
        "post",
        "岗位职责",
        "岗位",
        "凡事有岗、岗位有责、履责有规：每个岗位的职责，和它在各项流程里要办的步骤。",
        ("定岗定责",),
        0.9,
    ),
    Section(
        "policy", "政策依据", "依据", "本站引用的文件：每一条讲什么、哪些流程和制度用到了它。", ("法规", "文件", "条例")
    ),
    Section(
        "guide",
        "指南工具",
        "指南",
        "新手从哪里开始、一年里什么时候做什么、党费和时限怎么算、实录怎么印、牌子怎么订。",
        ("新手指南", "工具", "计算器", "怎么用"),
        1.1,
    ),
    Section(
        "branch", "领域与支部", "支部", "各领域支部的特点，和已登记支部的公开信息。", ("支部名录", "支部风采"), 0.8
    ),
)
"""In the order of the tabs."""


class Guest(NamedTuple):
    """A kind without a section of its own."""

    host: str
    """The kind in whose section its pages stand."""
    noun: str
    """What one page of it is, in a word."""


GUESTS = {
    "sector": Guest("branch", "领域"),
    "calculator": Guest("guide", "工具"),
    "official": Guest("rule", "法定文字"),
    "room": Guest("sign", "场所"),
}

SECTION_OF = {section.kind: section for section in SECTIONS}

TABS = {section.kind: section.title for section in SECTIONS} | {"term": "术语", "about": "关于"}
"""What a page's `section` may be, and the title of its tab, in the order of the tabs."""


SUPERSEDED_SHARE = 0.7
"""How much a policy counts in the search whose place another has taken."""

CUES: dict[str, tuple[str, ...]] = {
    "流程": ("流程", "步骤", "程序", "手续", "怎么办", "怎么走", "怎么开", "怎么弄"),
    "标准": ("标准", "考核", "打分", "评分", "佐证", "对标"),
    "制度": ("制度", "上墙", "规定"),
    "法定文字": ("原文", "全文", "誓词"),
    "表": ("表", "表格", "表样", "登记", "台账", "名册", "记录", "模板", "范文", "样本", "填", "下载"),
    "标识": ("牌", "展板", "标识", "尺寸", "挂", "材质"),
    "岗位": ("岗位", "职责", "分工", "负责", "管什么", "干什么", "是谁"),
    "依据": ("条例", "办法", "细则", "意见", "文件", "法规", "第几条", "依据"),
    "工具": ("计算", "算", "计算器", "推算", "工具"),
    "指南": ("指南", "新手", "准备", "注意"),
    "术语": ("是什么", "什么是", "什么叫", "是什么意思", "含义", "区别", "一样吗"),
}
"""What a page is, in a word → words in a question that ask for such a page; the search prefers it a little then."""


@dataclass(frozen=True)
class Entrance:
    """A way in by task, on the home page."""

    task: str
    kind: str
    line: str


ENTRANCES: tuple[Entrance, ...] = (
    Entrance("我要办事", "procedure", "一事一图，照着步骤办"),
    Entrance("对标", "standard", "逐条对照，心里有数"),
    Entrance("填表", "form", "下载表样，知道怎么填"),
    Entrance("制牌", "sign", "尺寸、版面、怎么装"),
    Entrance("查制度", "rule", "制度条款，随用随查"),
)
