package dev.galley.editorial;

import dev.galley.platform.InputError;
import dev.galley.platform.Problem;
import dev.galley.platform.ProblemType;
import jakarta.ws.rs.core.MediaType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.jspecify.annotations.Nullable;

/** The text of a body: by the charset that its type names, else by its byte order mark, else UTF-8. */
record SourceText(String text, Charset charset) {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    static SourceText decode(byte[] body, @Nullable String contentType) {
        Charset charset = named(contentType);
        if (charset == null) {
            charset = marked(body);
        }
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            return new SourceText(text.indexOf(BYTE_ORDER_MARK) == 0 ? text.substring(1) : text, charset);
        } catch (CharacterCodingException e) {
            throw Problem.member(
                    "",
                    InputError.MALFORMED,
                    "The body is not valid " + charset.name() + ". Name its charset in Content-Type.");
        }
    }

    private static @Nullable Charset named(@Nullable String contentType) {
        String name = contentType == null
                ? null
                : MediaType.valueOf(contentType).getParameters().get(MediaType.CHARSET_PARAMETER);
        try {
            return name == null ? null : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw Problem.of(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "The charset \"" + name + "\" is not known here. UTF-8 always does.");
        }
    }

    private static Charset marked(byte[] body) {
        if (body.length >= 2 && (body[0] & 0xFF) == 0xFE && (body[1] & 0xFF) == 0xFF) {
            return StandardCharsets.UTF_16BE;
        } else if (body.length >= 2 && (body[0] & 0xFF) == 0xFF && (body[1] & 0xFF) == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        return StandardCharsets.UTF_8;
    }
}
