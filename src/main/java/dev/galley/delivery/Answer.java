package dev.galley.delivery;

import dev.galley.platform.Digests;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * An answer with the status 200, made once: its bytes, in each encoding that was asked for, and the headers that go with
 * them. It decides what a request gets of it.
 */
final class Answer {
    /** Under that an encoding costs more than it saves. */
    private static final int WORTH_ENCODING = 1_000;

    private static final int DIGEST_BYTES = 16;
    private static final CharSequence LAST_MODIFIED = HttpHeaders.createOptimized("Last-Modified");

    /** A header, ready to be written. */
    record Header(CharSequence name, CharSequence value) {
        static Header of(String name, String value) {
            return new Header(HttpHeaders.createOptimized(name), HttpHeaders.createOptimized(value));
        }
    }

    /**
     * What goes out.
     *
     * @param body null where the client has it
     */
    record Reply(
            int status,
            List<Header> headers,
            CharSequence lastModified,
            @Nullable Buffer body) {
        void writeHeaders(MultiMap to) {
            for (Header header : headers) {
                to.set(header.name(), header.value());
            }
            to.set(LAST_MODIFIED, lastModified);
        }
    }

    /** The answer in one encoding: an entity of its own (RFC 9110 §8.8.3.3). */
    private record Form(String etag, List<Header> ok, List<Header> notModified, Buffer body) {}

    private final byte[] bytes;
    private final String digest;
    private final List<Header> everyAnswer;
    private final List<Header> withBody;
    private final Instant modified;
    private final CharSequence lastModified;
    private final AtomicReferenceArray<@Nullable Form> forms = new AtomicReferenceArray<>(Encoding.values().length);

    /**
     * @param everyAnswer headers of a 304 too (RFC 9110 §15.4.5)
     * @param withBody headers that say something of the body
     * @param modified in whole seconds; it may lie a little ahead
     */
    Answer(byte[] bytes, Map<String, String> everyAnswer, Map<String, String> withBody, Instant modified) {
        this.bytes = bytes;
        this.digest = digest(bytes);
        this.everyAnswer = headers(everyAnswer);
        this.withBody = headers(withBody);
        this.modified = modified;
        this.lastModified = HttpHeaders.createOptimized(HttpDate.format(modified));
    }

    /** In bytes, about: with its encodings. */
    int weight() {
        return 1_000 + 2 * bytes.length;
    }

    /** Whether what this request wants has been encoded before. */
    boolean isReady(MultiMap request) {
        return forms.get(encoding(request).ordinal()) != null;
    }

    Reply reply(MultiMap request, Instant now) {
        Form form = form(encoding(request));
        boolean known = Preconditions.fail(request, form.etag, modified);
        CharSequence time = modified.isAfter(now) ? HttpDate.format(now) : lastModified;
        return known ? new Reply(304, form.notModified, time, null) : new Reply(200, form.ok, time, form.body);
    }

    private Encoding encoding(MultiMap request) {
        return bytes.length < WORTH_ENCODING
                ? Encoding.IDENTITY
                : Encoding.preferred(request.get(HttpHeaders.ACCEPT_ENCODING));
    }

    private Form form(Encoding encoding) {
        Form form = forms.get(encoding.ordinal());
        if (form == null) {
            form = encoded(encoding);
            forms.set(encoding.ordinal(), form);
        }
        return form;
    }

    private Form encoded(Encoding encoding) {
        boolean identity = encoding == Encoding.IDENTITY;
        String etag = identity ? "\"" + digest + "\"" : "\"" + digest + "." + encoding.token() + "\"";
        List<Header> notModified = new ArrayList<>(everyAnswer);
        notModified.add(Header.of("ETag", etag));
        List<Header> ok = new ArrayList<>(notModified);
        ok.addAll(withBody);
        if (!identity) {
            ok.add(Header.of("Content-Encoding", encoding.token()));
        }
        Buffer body = Buffer.buffer(encoding.encode(bytes));
        ok.add(Header.of("Content-Length", Integer.toString(body.length())));
        return new Form(etag, List.copyOf(ok), List.copyOf(notModified), body);
    }

    private static List<Header> headers(Map<String, String> headers) {
        return headers.entrySet().stream()
                .map(header -> Header.of(header.getKey(), header.getValue()))
                .toList();
    }

    private static String digest(byte[] bytes) {
        byte[] digest = Digests.sha256().digest(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, DIGEST_BYTES));
    }
}
