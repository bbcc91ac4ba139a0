package dev.galley.text;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/** An image has no place inside a line of text: it becomes a link to itself, worded by its alt text. */
final class ImagesToLinks extends AbstractVisitor {
    private ImagesToLinks() {}

    static void in(Node inline) {
        inline.accept(new ImagesToLinks());
    }

    @Override
    public void visit(Image image) {
        visitChildren(image);
        Link link = new Link(image.getDestination(), image.getTitle());
        while (image.getFirstChild() != null) {
            link.appendChild(image.getFirstChild());
        }
        image.insertAfter(link);
        image.unlink();
    }
}
