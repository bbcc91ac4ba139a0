package dev.galley.feed;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes one XML document, in UTF-8. */
final class Xml {
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newInstance();

    private final StringWriter written = new StringWriter();
    private final XMLStreamWriter writer;

    /** What may go wrong while writing to memory: nothing but a mistake of ours. */
    @FunctionalInterface
    private interface Step {
        void run() throws XMLStreamException;
    }

    Xml() {
        try {
            writer = FACTORY.createXMLStreamWriter(written);
            writer.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code attributes} are names and values in turn; what is null is left out. */
    Xml begin(String name, @Nullable String... attributes) {
        return run(() -> {
            writer.writeStartElement(name);
            writeAttributes(attributes);
        });
    }

    Xml end() {
        return run(writer::writeEndElement);
    }

    Xml empty(String name, @Nullable String... attributes) {
        return run(() -> {
            writer.writeEmptyElement(name);
            writeAttributes(attributes);
        });
    }

    /** An element with a text, or none where the text is null. */
    Xml element(String name, @Nullable String text, @Nullable String... attributes) {
        return text == null
                ? this
                : begin(name, attributes)
                        .run(() -> writer.writeCharacters(allowed(text)))
                        .end();
    }

    String document() {
        run(writer::writeEndDocument);
        return written + "\n";
    }

    private void writeAttributes(@Nullable String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                writer.writeAttribute(attributes[i], allowed(attributes[i + 1]));
            }
        }
    }

    private Xml run(Step step) {
        try {
            step.run();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of what JSON can say, XML 1.0 (§2.2) knows all but most control characters. */
    private static String allowed(String text) {
        return text.codePoints().allMatch(Xml::isAllowed)
                ? text
                : text.codePoints()
                        .map(c -> isAllowed(c) ? c : 0xFFFD)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean isAllowed(int c) {
        return c >= 0x20
                ? (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF
                : c == '\t' || c == '\n' || c == '\r';
    }
}
