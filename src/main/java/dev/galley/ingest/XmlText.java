package dev.galley.ingest;

import dev.galley.platform.InputError;
import dev.galley.platform.Problem;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of XML as characters that XML may hold. Blogs are full of control characters that were pasted into them, and
 * one of those would end the reading of all.
 */
final class XmlText extends FilterReader {
    private static final int HEAD = 256;
    private static final Pattern ENCODING =
            Pattern.compile("^\\s*<\\?xml[^>]*?\\bencoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

    private XmlText(Reader in) {
        super(in);
    }

    static Reader open(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
        try {
            Charset charset = charset(bytes);
            BufferedReader text = new BufferedReader(new InputStreamReader(bytes, charset.newDecoder()));
            skipToStart(text);
            return new XmlText(text);
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    private static Charset charset(InputStream bytes) throws IOException {
        bytes.mark(HEAD);
        String head = new String(bytes.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
        bytes.reset();
        if (head.startsWith("\u00FE\u00FF")) {
            return StandardCharsets.UTF_16BE;
        } else if (head.startsWith("\u00FF\u00FE")) {
            return StandardCharsets.UTF_16LE;
        }
        Matcher encoding = ENCODING.matcher(head.startsWith("\u00EF\u00BB\u00BF") ? head.substring(3) : head);
        return encoding.find() ? named(encoding.group(1)) : StandardCharsets.UTF_8;
    }

    private static Charset named(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw Problem.member("", InputError.MALFORMED, "The file names a charset that is not known here: " + name);
        }
    }

    /** A byte order mark, and the blank lines that some plug-ins leave before the XML declaration, where XML has none. */
    private static void skipToStart(BufferedReader text) throws IOException {
        int character;
        do {
            text.mark(1);
            character = text.read();
        } while (character == '\uFEFF' || Character.isWhitespace(character));
        text.reset();
    }

    @Override
    public int read() throws IOException {
        int character = super.read();
        return character < 0 ? character : allowed((char) character);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        for (int i = offset; i < offset + count; i++) {
            buffer[i] = allowed(buffer[i]);
        }
        return count;
    }

    private static char allowed(char c) {
        boolean control = c < ' ' && c != '\t' && c != '\n' && c != '\r';
        return control || c == '\uFFFE' || c == '\uFFFF' ? '\uFFFD' : c;
    }
}
