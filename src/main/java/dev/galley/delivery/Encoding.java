package dev.galley.delivery;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The forms in which bytes go over the wire. */
enum Encoding {
    IDENTITY("identity") {
        @Override
        byte[] encode(byte[] bytes) {
            return bytes;
        }
    },
    GZIP("gzip") {
        @Override
        byte[] encode(byte[] bytes) {
            ByteArrayOutputStream encoded = new ByteArrayOutputStream(bytes.length / 2);
            try (GZIPOutputStream gzip = new GZIPOutputStream(encoded)) {
                gzip.write(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return encoded.toByteArray();
        }
    },
    BROTLI("br") {
        @Override
        byte[] encode(byte[] bytes) {
            try {
                return Encoder.compress(bytes, BROTLI_PARAMETERS);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    };

    /** Smaller than gzip's best, in the time of its default. */
    private static final Encoder.Parameters BROTLI_PARAMETERS = new Encoder.Parameters().setQuality(5);

    /** Its code is native, and there is none for every machine. */
    private static final boolean BROTLI_IS_HERE = Brotli4jLoader.isAvailable();

    private final String token;

    Encoding(String token) {
        this.token = token;
    }

    /** As {@code Content-Encoding} names it. */
    String token() {
        return token;
    }

    abstract byte[] encode(byte[] bytes);

    /** What a request would like best; of what it likes equally, the smallest (RFC 9110 §12.5.3). */
    static Encoding preferred(@Nullable String acceptEncoding) {
        if (acceptEncoding == null) {
            return IDENTITY;
        }
        double gzip = weight(acceptEncoding, GZIP);
        double brotli = BROTLI_IS_HERE ? weight(acceptEncoding, BROTLI) : 0;
        if (brotli > 0 && brotli >= gzip) {
            return BROTLI;
        }
        return gzip > 0 ? GZIP : IDENTITY;
    }

    /** 0 where it isn't wanted. */
    private static double weight(String acceptEncoding, Encoding encoding) {
        double any = 0;
        for (String choice : acceptEncoding.split(",")) {
            int semicolon = choice.indexOf(';');
            String token = (semicolon < 0 ? choice : choice.substring(0, semicolon)).strip();
            if (token.equalsIgnoreCase(encoding.token)) {
                return quality(choice, semicolon);
            } else if (token.equals("*")) {
                any = quality(choice, semicolon);
            }
        }
        return any;
    }

    private static double quality(String choice, int semicolon) {
        if (semicolon < 0) {
            return 1;
        }
        String parameter = choice.substring(semicolon + 1).strip().toLowerCase(Locale.ROOT);
        try {
            return parameter.startsWith("q=") ? Double.parseDouble(parameter.substring(2)) : 1;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
