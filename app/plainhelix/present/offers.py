"""What a reader may choose from: languages of the topic at hand, and topics of the language."""

from typing import TYPE_CHECKING

from plainhelix.present.scene import TopicLine
from plainhelix.services.shelf import Shelf

if TYPE_CHECKING:
    from plainhelix.services.shelf import Topic


def languages(shelf: Shelf, tag: str, topic: "Topic | None") -> tuple[tuple[str, str], ...]:
    """Tag and own name of the languages that the topic is whole in, always with the one that is shown."""
    current = shelf.record(tag)
    offered = [one for one in shelf.tongues() if topic is None or shelf.offers(one.tag, topic)]
    found = offered if current in offered else [*offered, current]
    return tuple((record.tag, record.name) for record in found)


def topic_lines(shelf: Shelf, tag: str) -> tuple[TopicLine, ...]:
    """The topics that are whole in a language."""
    return tuple(
        TopicLine(
            id=name,
            document=shelf.document_of(topic),
            topics=topic.topics,
            minutes=topic.minutes,
            icon=topic.icon,
        )
        for name, topic in shelf.topics(tag).items()
    )
