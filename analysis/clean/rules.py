"""Rule id -> one plain sentence that says why a stretch of the page is what it is."""

from __future__ import annotations

from collections.abc import Mapping

from analysis.clean.lists import list_reasons

SHARED_COPY = "shared.copy"
"""Set only when passages that several outlets print are left out of a comparison."""

_SHAPES = {
    SHARED_COPY: "A passage that another outlet prints word for word too; counted there once.",
    "body.text": "Running text of the article: no other rule applies.",
    "reader.put_back": "A reader decided that this belongs to the article.",
    "body.uncleaned": "The whole text, taken as it came because cleaning was switched off.",
    "headline.title": "The line that matches the title given with the article.",
    "headline.first": "The title-like line above the text that shares most words with it.",
    "headline.repeated": "The headline a second time.",
    "standfirst.set_apart": "A summary below the headline, set apart from the text by a byline, "
    "a date or an advertisement.",
    "standfirst.under_headline": "A line without a full stop between the headline and the text.",
    "byline.by": "A line that begins as bylines do and then only names people or agencies.",
    "byline.name": "A name, a desk or an agency on a line of its own in the head of the article.",
    "byline.office": "The office of the author named in the line above.",
    "byline.after": "A name or an agency on a line of its own right after the last paragraph.",
    "dateline.date": "A line that holds nothing but a date or a time.",
    "dateline.stamp": "A short line in the head of the article that holds a date.",
    "dateline.after_byline": "The date that ends a byline.",
    "dateline.place": "The place and agency in front of the first sentence.",
    "subhead.date": "A date on a line of its own between two paragraphs.",
    "subhead.first": "A short line without a full stop above the first paragraph.",
    "subhead.question": "A short question on a line of its own above a paragraph.",
    "subhead.short_line": "A short line without a full stop between two paragraphs.",
    "caption.doubled": "The same line twice in a row: a caption and its text for screen readers.",
    "caption.repeated": "The same caption a second time, as its text for screen readers.",
    "caption.file": "A line that begins as captions of archive pictures do.",
    "caption.with_credit": "A short line that ends with a picture credit.",
    "caption.before_credit": "A short line right above a picture credit.",
    "caption.seen": "A short line that says who is seen or pictured.",
    "credit.shape": "A short line that only names an agency or a photographer.",
    "credit.embed": "The signature of a post quoted from a social network.",
    "credit.tail": "The picture credit that ends a caption.",
    "gallery.run": "A heading or caption in a run of pictures, each with its credit.",
    "furniture.counter": "A line that only counts pictures, pages or clicks.",
    "furniture.separator": "A line without words.",
    "comments.text": "A line below the heading of the readers' comments.",
    "comments.thread": "A line in a thread of posts, each with a reader's name and a time stamp.",
    "appeal.box": "A line of a box that asks for money or membership.",
    "appeal.signature": "The name that signs a request for money or membership.",
    "bio.author": "A paragraph at the end that introduces the author.",
    "page.above": "A line above the headline.",
    "page.head_label": "A short label between the headline and the text.",
    "page.repeated": "The same paragraph a second time.",
    "page.link_list": "A short line below the heading of a list of other articles.",
    "page.box_heading": "The heading of a request to subscribe or to give money.",
    "page.capitals_link": "A line in capitals between paragraphs that are not: a link to another "
    "article.",
    "page.links": "One of several short lines in a row without full stops: links, not text.",
    "page.after": "A line after the end of the article.",
}

_MARKUP = {
    "markup.article": "The page's markup and the extraction library show this as the article.",
    "markup.heading": "The heading that the page itself names as its title.",
    "markup.subheading": "A heading, or a short line in bold letters, within the article.",
    "markup.standfirst": "The page marks this as the summary below the headline.",
    "markup.byline": "The page marks this as the author's name.",
    "markup.time": "The page marks this as a time.",
    "markup.caption": "The page marks this as the caption of a picture.",
    "markup.credit": "The page marks this as the credit of a picture.",
    "markup.bio": "The page marks this as being about the author.",
    "markup.comments": "The page marks this as readers' comments.",
    "markup.navigation": "The page marks this as its menu.",
    "markup.header": "The page marks this as its head, above every article.",
    "markup.footer": "The page marks this as its foot, below every article.",
    "markup.aside": "The page marks this as standing beside the article.",
    "markup.related": "The page marks this as links to other articles.",
    "markup.tags": "The page marks this as subject tags.",
    "markup.form": "The page marks this as a form or a button: a search, a newsletter, a login.",
    "markup.share": "The page marks this as buttons for passing the article on.",
    "markup.advert": "The page marks this as an advertisement.",
    "markup.consent": "The page marks this as a box laid over it, such as one on cookies.",
    "markup.hidden": "The page marks this as not shown, or as shown only without scripts.",
    "markup.link": "A line within the article that is nothing but a link.",
    "markup.outside": "It stands outside the article, by the page's markup and the extraction "
    "library.",
}
"""What the markup of a web page says; set when the page is read (analysis.collect)."""

RULES: Mapping[str, str] = {**_SHAPES, **_MARKUP, **list_reasons()}
"""Why each rule decides as it does, for the reader of an audit."""
