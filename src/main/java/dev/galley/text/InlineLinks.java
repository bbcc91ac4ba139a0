package dev.galley.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** Looks at each link of a text, and leads it elsewhere or takes it away. Images count: they are links in HTML. */
final class InlineLinks extends AbstractVisitor {
    private final Function<String, Optional<String>> rewrite;
    private boolean changed;

    private InlineLinks(Function<String, Optional<String>> rewrite) {
        this.rewrite = rewrite;
    }

    static List<String> in(Node inline) {
        List<String> destinations = new ArrayList<>();
        inline.accept(new InlineLinks(destination -> {
            destinations.add(destination);
            return Optional.of(destination);
        }));
        return destinations;
    }

    /** True where any link was changed. */
    static boolean rewrite(Node inline, Function<String, Optional<String>> rewrite) {
        InlineLinks links = new InlineLinks(rewrite);
        inline.accept(links);
        return links.changed;
    }

    @Override
    public void visit(Link link) {
        visitChildren(link);
        Optional<String> destination = rewrite(link, link.getDestination());
        destination.ifPresent(link::setDestination);
    }

    @Override
    public void visit(Image image) {
        visitChildren(image);
        Optional<String> destination = rewrite(image, image.getDestination());
        destination.ifPresent(image::setDestination);
    }

    /** The new destination; empty where it stays, or where the link has gone. */
    private Optional<String> rewrite(Node link, String destination) {
        boolean bare = InlineWriter.plain(link).equals(destination);
        Optional<String> rewritten = rewrite.apply(destination);
        if (rewritten.isEmpty()) {
            changed = true;
            unlink(link, bare);
            return Optional.empty();
        } else if (rewritten.get().equals(destination)) {
            return Optional.empty();
        }
        changed = true;
        if (bare) {
            replaceWords(link, rewritten.get());
        }
        return rewritten;
    }

    /** The words stay, unless they only say where the link led. */
    private static void unlink(Node link, boolean bare) {
        while (!bare && link.getFirstChild() != null) {
            link.insertBefore(link.getFirstChild());
        }
        link.unlink();
    }

    private static void replaceWords(Node link, String words) {
        while (link.getFirstChild() != null) {
            link.getFirstChild().unlink();
        }
        link.appendChild(new Text(words));
    }
}
