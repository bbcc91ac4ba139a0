package dev.galley.ingest;

import dev.galley.ingest.WxrItem.Category;
import dev.galley.platform.InputError;
import dev.galley.platform.Problem;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Goes through a WordPress export from its start to its end with one item in memory at a time. */
final class WxrFile {
    /** Longer than any text that a document can hold: no memory for the rest of it. */
    private static final int LONGEST_TEXT = 20_000_000;

    private static final String WORDPRESS = "http://wordpress.org/export/";
    private static final Set<String> TEXTS = Set.of(
            "title",
            "link",
            "dc:creator",
            "content:encoded",
            "excerpt:encoded",
            "wp:post_id",
            "wp:post_name",
            "wp:post_type",
            "wp:post_date_gmt",
            "wp:post_modified_gmt",
            "wp:status",
            "wp:post_password",
            "wp:attachment_url");
    private static final Set<String> META = Set.of(
            "_thumbnail_id",
            "_wp_attachment_image_alt",
            "_wp_old_slug",
            "_yoast_wpseo_title",
            "_yoast_wpseo_metadesc",
            "_yoast_wpseo_canonical",
            "_yoast_wpseo_meta-robots-noindex");

    private final XMLStreamReader xml;
    private final BiConsumer<String, String> authors;
    private final Consumer<WxrItem> items;
    private boolean ofWordPress;

    private WxrFile(XMLStreamReader xml, BiConsumer<String, String> authors, Consumer<WxrItem> items) {
        this.xml = xml;
        this.authors = authors;
        this.items = items;
    }

    /** {@code authors} is told each login with its display name. */
    static void read(Path file, BiConsumer<String, String> authors, Consumer<WxrItem> items) {
        try (Reader text = XmlText.open(file)) {
            XMLStreamReader xml = factory().createXMLStreamReader(text);
            new WxrFile(xml, authors, items).rss();
        } catch (XMLStreamException e) {
            throw malformed(e);
        } catch (CharacterCodingException e) {
            throw wrongCharset();
        } catch (IOException e) {
            throw new UncheckedIOException("An export that can't be read", e);
        }
    }

    /** The JDK's own, whose answer to a document type is known, whatever else is on the class path. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // These count each &amp; of the file as well, and what they guard against needs the document type that is
        // refused.
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        return factory;
    }

    private static Problem malformed(XMLStreamException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return wrongCharset();
            }
        }
        String at = failure.getLocation() == null
                ? ""
                : " at line " + failure.getLocation().getLineNumber() + ", column "
                        + failure.getLocation().getColumnNumber();
        return Problem.member("", InputError.MALFORMED, "The file is not well-formed XML" + at + ".");
    }

    private static Problem wrongCharset() {
        return Problem.member(
                "", InputError.MALFORMED, "The file is not in the charset that its XML declaration names, or UTF-8.");
    }

    private void rss() throws XMLStreamException {
        while (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
            next();
        }
        if (!xml.getLocalName().equals("rss")) {
            throw notOfWordPress();
        }
        while (inner()) {
            if (name().equals("channel")) {
                channel();
            } else {
                skip();
            }
        }
        if (!ofWordPress) {
            throw notOfWordPress();
        }
    }

    private static Problem notOfWordPress() {
        return Problem.member(
                "",
                InputError.INVALID,
                "The file is no WordPress export: those are RSS with WordPress's own elements.");
    }

    private void channel() throws XMLStreamException {
        while (inner()) {
            switch (name()) {
                case "item" -> items.accept(item());
                case "wp:author" -> author();
                default -> skip();
            }
        }
    }

    private void author() throws XMLStreamException {
        String login = "";
        String name = "";
        while (inner()) {
            switch (name()) {
                case "wp:author_login" -> login = text().strip();
                case "wp:author_display_name" -> name = text().strip();
                default -> skip();
            }
        }
        authors.accept(login, name);
    }

    private WxrItem item() throws XMLStreamException {
        WxrItem item = new WxrItem();
        while (inner()) {
            String name = name();
            if (name.equals("category")) {
                item.categories().add(new Category(attribute("domain"), attribute("nicename"), text()));
            } else if (name.equals("wp:postmeta")) {
                meta(item);
            } else if (TEXTS.contains(name)) {
                item.texts().putIfAbsent(name, text());
            } else {
                skip();
            }
        }
        return item;
    }

    private void meta(WxrItem item) throws XMLStreamException {
        String key = "";
        String value = "";
        while (inner()) {
            switch (name()) {
                case "wp:meta_key" -> key = text();
                case "wp:meta_value" -> value = text();
                default -> skip();
            }
        }
        if (META.contains(key)) {
            item.meta().computeIfAbsent(key, unused -> new ArrayList<>()).add(value);
        }
    }

    /** Goes to the next element inside the one that is open; false where it ends. */
    private boolean inner() throws XMLStreamException {
        int event = next();
        while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT) {
            event = next();
        }
        return event == XMLStreamConstants.START_ELEMENT;
    }

    /** With the prefix that WordPress gives it, whatever the file does; those of WXR 1.0 to 1.2 are one to us. */
    private String name() {
        String space = xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
        boolean wordpress = space.startsWith(WORDPRESS);
        ofWordPress |= wordpress;
        String prefix = wordpress
                ? space.endsWith("/excerpt/") ? "excerpt:" : "wp:"
                : switch (space) {
                    case "" -> "";
                    case "http://purl.org/rss/1.0/modules/content/" -> "content:";
                    case "http://purl.org/dc/elements/1.1/" -> "dc:";
                    default -> "other:";
                };
        return prefix + xml.getLocalName();
    }

    private String attribute(String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private String text() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int open = 1; open > 0; ) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> open++;
                case XMLStreamConstants.END_ELEMENT -> open--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    append(text, xml.getText());
                default -> {}
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String more) {
        text.append(more, 0, Math.min(more.length(), LONGEST_TEXT + 1 - text.length()));
    }

    /** Whether a text is so long that not all of it was kept. */
    static boolean isTooLong(String text) {
        return text.length() > LONGEST_TEXT;
    }

    private void skip() throws XMLStreamException {
        for (int open = 1; open > 0; ) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> open++;
                case XMLStreamConstants.END_ELEMENT -> open--;
                default -> {}
            }
        }
    }

    private int next() throws XMLStreamException {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD) {
            throw Problem.member(
                    "", InputError.INVALID, "The file has a document type (DOCTYPE), which no WordPress export has.");
        }
        return event;
    }
}
