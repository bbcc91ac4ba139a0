package dev.galley.text;

import org.commonmark.node.Code;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** Keeps inline nodes shallow, so that no text can exhaust the stack of what walks them. Walks without recursion. */
final class Nesting {
    private static final int MAX_DEPTH = 50;

    private Nesting() {}

    /** Takes away the markup that is nested too deep, and leaves its words; true where there was any. */
    static boolean flatten(Node inline) {
        boolean flattened = false;
        Node node = inline.getFirstChild();
        int depth = 1;
        while (node != null) {
            if (node.getFirstChild() != null && depth >= MAX_DEPTH) {
                node = words(node);
                flattened = true;
            } else if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                depth++;
                continue;
            }
            while (node != inline && node.getNext() == null) {
                node = node.getParent();
                depth--;
            }
            node = node == inline ? null : node.getNext();
        }
        return flattened;
    }

    /** Puts a text in the place of a node: all the words in it. */
    private static Node words(Node root) {
        StringBuilder words = new StringBuilder();
        Node node = root.getFirstChild();
        while (node != root) {
            words.append(literal(node));
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                continue;
            }
            while (node != root && node.getNext() == null) {
                node = node.getParent();
            }
            node = node == root ? root : node.getNext();
        }
        Text text = new Text(words.toString());
        root.insertAfter(text);
        root.unlink();
        return text;
    }

    private static String literal(Node node) {
        if (node instanceof Text text) {
            return text.getLiteral();
        } else if (node instanceof Code code) {
            return code.getLiteral();
        } else if (node instanceof HtmlInline html) {
            return html.getLiteral();
        }
        return node.getFirstChild() == null ? " " : "";
    }
}
